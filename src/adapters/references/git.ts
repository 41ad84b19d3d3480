import { readFile, rm, stat } from 'node:fs/promises';
import { git, maybeGit, writeBlob } from './git-command.ts';
import { fetchFromLfs, POINTER_BYTES, parsePointer } from './git-lfs.ts';
import { createdAt, digestOf, type Finder, type Located, Missing, sibling, type Tools } from './place.ts';

/** The file of a commit; a Git LFS pointer becomes the file that it stands for. */
export const find: Finder<'git'> = async ({ revision, path }, tools) => {
  if (path === null)
    throw new Missing(
      'it names no path, and there is no local model to take it from',
      `Write git:${revision}:PATH.`,
    );
  return blobAt(revision, path, tools);
};

async function blobAt(revision: string, path: string, tools: Tools): Promise<Located> {
  const staged = await tools.blobs.stage();
  try {
    await writeBlob(revision, path, staged);
    const commit = (
      await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`)
    ).trim();
    // The model's own age: of the last commit that touched it.
    const changed = await maybeGit('log', '-1', '--format=%cI', commit, '--', path);
    const pointer =
      (await stat(staged)).size <= POINTER_BYTES ? parsePointer(await readFile(staged, 'utf8')) : null;
    return {
      path: pointer
        ? await fetchFromLfs(pointer, path, tools)
        : await tools.blobs.keep(staged, await digestOf(staged), path),
      resolved: `commit ${commit}`,
      ...createdAt(changed),
      beside: (location) => blobAt(revision, sibling(path, location), tools),
    };
  } finally {
    await rm(staged, { force: true });
  }
}
