import { readFile, rm } from 'node:fs/promises';
import { maybeGit, writeBlob } from '../git-command.ts';
import { createdAt, type Finder, type Located, Missing, sibling, type Tools } from '../place.ts';
import { readConfig } from './config.ts';
import { outputIn } from './files.ts';
import { objectOf } from './objects.ts';

/** Reads a file of the working folder or of a commit; null when it is not there. */
export type ReadText = (path: string) => Promise<string | null>;

/** The data that `.dvc` and `dvc.lock` files describe: from the local cache, else from the remote (dvc.org/doc/user-guide/project-structure). */
export const find: Finder<'dvc'> = async ({ revision, path }, tools) => {
  const read: ReadText = revision === null ? onDisk : (path) => inCommit(revision, path, tools);
  const commit =
    revision === null ? null : await maybeGit('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  if (revision !== null && commit === null)
    throw new Missing(
      `${revision} is not in this repository (a shallow clone? check out with \`fetch-depth: 0\`)`,
    );
  return dataAt(path, commit, read, tools);
};

async function dataAt(path: string, commit: string | null, read: ReadText, tools: Tools): Promise<Located> {
  const found = await outputOf(path, read);
  if (found === null) {
    throw new Missing(
      `neither ${path}.dvc nor a .dvc or dvc.lock above it describes it${commit ? ` in ${commit.slice(0, 12)}` : ''}`,
      'Run `dvc add` or `dvc repro`, and commit the .dvc or dvc.lock file.',
    );
  }
  const { output, described, inside } = found;
  const config = await readConfig(path, tools.env);
  const local = await objectOf(output, inside, path, config, tools);
  const changed = await maybeGit('log', '-1', '--format=%cI', ...(commit ? [commit] : []), '--', described);
  return {
    path: local,
    resolved: `${output.algorithm} ${output.hash}${inside ? `, ${inside}` : ''}${commit ? `, commit ${commit}` : ''}`,
    ...createdAt(changed),
    beside: (location) => dataAt(sibling(path, location), commit, read, tools),
  };
}

/** Looks into `PATH.dvc`, then upwards: a folder may be tracked as a whole, or be the output of a stage. */
async function outputOf(path: string, read: ReadText) {
  const parts = path.replace(/^(\.\/)+/, '').split('/');
  for (let length = parts.length; length > 0; length--) {
    const folder = parts.slice(0, length - 1).join('/');
    const from = path.startsWith('/') && folder === '' ? '/' : folder;
    const prefix = from === '' || from === '/' ? from : `${from}/`;
    const rest = parts.slice(length - 1).join('/');
    for (const file of [`${prefix}${parts[length - 1]}.dvc`, `${prefix}dvc.lock`]) {
      const text = await read(file);
      const found = text === null ? null : outputIn(text, rest, file);
      if (found) return { ...found, described: file };
    }
  }
  return null;
}

const onDisk: ReadText = (path) => readFile(path, 'utf8').catch(() => null);

async function inCommit(revision: string, path: string, tools: Tools): Promise<string | null> {
  const staged = await tools.blobs.stage();
  try {
    await writeBlob(revision, path, staged);
    return await readFile(staged, 'utf8');
  } catch (error) {
    if (error instanceof Missing) return null;
    throw error;
  } finally {
    await rm(staged, { force: true });
  }
}
