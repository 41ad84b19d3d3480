/** The user's npm settings, as far as they say where packages come from. npm itself is not called. */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import querystring from 'node:querystring';
import registryAuthToken from 'registry-auth-token';
import { defaultUrl } from 'registry-url';
import { ancestors, exists } from './packages.ts';

type Settings = Readonly<Record<string, string>>;

/**
 * Settings by npm's order: environment (`NPM_CONFIG_*`), the project's .npmrc, the user's, the global one.
 *
 * One difference: a line with `$` in the project's file is skipped, and reported. That file may come from a
 * pull request, and could send any secret of the environment to a host of its choice.
 */
export async function readNpmSettings(
  env: NodeJS.ProcessEnv,
  folder: string,
  report: (message: string) => void,
): Promise<Settings> {
  const fromEnv = environmentSettings(env);
  const home = env.HOME || env.USERPROFILE || homedir();
  const userFile = resolve(fromEnv.userconfig ?? join(home, '.npmrc'));
  const prefix = fromEnv.prefix ?? dirname(dirname(process.execPath));
  const globalFile = resolve(fromEnv.globalconfig ?? join(prefix, 'etc', 'npmrc'));
  const projectFile = await projectNpmrc(folder);
  const project =
    projectFile === userFile
      ? {}
      : withoutVariables(await readLines(projectFile), (key) =>
          report(
            `${projectFile}: skipped ${JSON.stringify(key.slice(0, 100))}, because a repository's own .npmrc is read without environment variables; ` +
              `to trust the file, set NPM_CONFIG_USERCONFIG to its path`,
          ),
        );
  const user = expand(await readLines(userFile), env);
  const global = expand(await readLines(globalFile), env);
  return { ...global, ...user, ...project, ...fromEnv };
}

/** The registry's address for a package, with a final slash. `@scope:registry` goes before `registry`. */
export function registryOf(settings: Settings, name: string): string {
  const scope = name.startsWith('@') ? settings[`${name.split('/')[0]}:registry`] : undefined;
  const address = scope || settings.registry || defaultUrl;
  return address.endsWith('/') ? address : `${address}/`;
}

/** The Authorization header for an address: from the address itself, or the settings of its host and path. */
export function authorizationOf(settings: Settings, url: URL): string | undefined {
  if (url.username) {
    const pair = `${querystring.unescape(url.username)}:${querystring.unescape(url.password)}`;
    return `Basic ${Buffer.from(pair).toString('base64')}`;
  }
  // npm sends credentials only to the address that they are written for, never a bare `_auth`.
  const { _auth, ...npmrc } = settings;
  const found = registryAuthToken(`${url.origin}${url.pathname}`, { recursive: true, npmrc });
  return found && `${found.type} ${found.token}`;
}

/** `npm_config_x` beats `NPM_CONFIG_X`: lower case sorts last. */
function environmentSettings(env: NodeJS.ProcessEnv): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const name of Object.keys(env).sort()) {
    const key = /^npm_config_(.+)$/i.exec(name)?.[1];
    if (key && env[name]) settings[key.startsWith('//') ? key : key.toLowerCase()] = env[name];
  }
  return settings;
}

/** Beside the nearest package.json or node_modules, as npm does it; else in the folder itself. */
async function projectNpmrc(folder: string): Promise<string> {
  for (const above of ancestors(folder)) {
    if ((await exists(join(above, 'package.json'))) || (await exists(join(above, 'node_modules')))) {
      return join(above, '.npmrc');
    }
  }
  return join(folder, '.npmrc');
}

/** `key = value` lines; a missing file has none. Quotes are stripped, `#` and `;` start a comment line. */
async function readLines(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const settings: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, key, value] = /^\s*([^#;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key && value !== undefined) settings[key] = value.replace(/^(["'])(.*)\1$/, '$2');
  }
  return settings;
}

function withoutVariables(settings: Settings, skipped: (key: string) => void): Settings {
  const kept = Object.entries(settings).filter(([key, value]) => {
    const variable = `${key}${value}`.includes('$');
    if (variable && /registry$|^\/\//.test(key)) skipped(key);
    return !variable;
  });
  return Object.fromEntries(kept);
}

/** `${NAME}` becomes the variable, or nothing when it is unset: better no token than one that reads `${NAME}`. */
function expand(settings: Settings, env: NodeJS.ProcessEnv): Settings {
  const replace = (text: string) =>
    text.replace(/\$\{([^${}?]+)\??\}/g, (_, name: string) => env[name] ?? '');
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [replace(key), replace(value)]));
}
