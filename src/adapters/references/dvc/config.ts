import { access, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { parse } from 'ini';
import { Missing, variable } from '../place.ts';

type Section = Readonly<Record<string, string>>;

export interface DvcConfig {
  /** Folder of the local cache. */
  readonly cache: string;
  /** Name of the remote that is used when none is named. */
  readonly remote: string | null;
  readonly remotes: ReadonlyMap<string, Section>;
}

/**
 * Settings by DVC's order: `.dvc/config.local`, `.dvc/config`, the user's, the system's. Paths in them are relative to
 * the file that has them. Always those of the working folder, as DVC takes them also for another revision.
 */
export async function readConfig(path: string, env: NodeJS.ProcessEnv): Promise<DvcConfig> {
  const folder = await rootOf(path);
  const home = variable(env, 'HOME', 'USERPROFILE') ?? homedir();
  const user =
    variable(env, 'DVC_GLOBAL_CONFIG_DIR') ??
    join(variable(env, 'XDG_CONFIG_HOME') ?? join(home, '.config'), 'dvc');
  const system = variable(env, 'DVC_SYSTEM_CONFIG_DIR') ?? '/etc/xdg/dvc';
  const files = [
    join(system, 'config'),
    join(user, 'config'),
    join(folder, 'config'),
    join(folder, 'config.local'),
  ];
  const remotes = new Map<string, Section>();
  let [cache, remote]: [string, string | null] = [join(folder, 'cache'), null];
  for (const file of files) {
    const sections = parse(await readFile(file, 'utf8').catch(() => '')) as Record<string, Section>;
    for (const [name, section] of Object.entries(sections)) {
      const called = /^'?remote "(.+)"'?$/.exec(name)?.[1];
      if (called) remotes.set(called, { ...remotes.get(called), ...placed(section, dirname(file)) });
    }
    remote = sections.core?.remote ?? remote;
    if (sections.cache?.dir) cache = resolve(dirname(file), sections.cache.dir);
  }
  return { cache, remote, remotes };
}

/** A remote's folder, relative to its configuration file. */
function placed(section: Section, folder: string): Section {
  const { url } = section;
  return url === undefined || /^[\w.+-]+:\/\//.test(url) || isAbsolute(url)
    ? section
    : { ...section, url: resolve(folder, url) };
}

/** The nearest `.dvc` folder at or above the data. */
async function rootOf(path: string): Promise<string> {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const found = await access(join(folder, '.dvc')).then(
      () => true,
      () => false,
    );
    if (found) return join(folder, '.dvc');
    if (folder === dirname(folder))
      throw new Missing('there is no .dvc folder at or above it', 'Run `dvc init`, or check the path.');
  }
}
