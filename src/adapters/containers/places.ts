/** Paths of an image's files, never outside of its folder: its links lead where they would inside. */
import { lstat, mkdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** As Linux has it. */
const MOST_LINKS = 40;

/** A path that leads out, through too many links, or through something that is no folder. */
export class Astray extends Error {}

/**
 * Where `path` lies below `root`, with every link of its folders followed inside of `root`; a link at its end is not.
 * Folders that are missing are made. Throws Astray.
 */
export async function placeIn(root: string, path: string): Promise<string> {
  const left = partsOf(path);
  const last = left.pop();
  if (last === undefined) return root;
  if (last === '..') throw new Astray(`${path} ends in ..`);
  const at: string[] = [];
  for (let links = 0; left.length > 0; ) {
    const part = left.shift()!;
    // Above the root is the root.
    if (part === '..') {
      at.pop();
      continue;
    }
    const here = join(root, ...at, part);
    const found = await lstat(here).catch(() => null);
    if (found?.isSymbolicLink()) {
      if (++links > MOST_LINKS) throw new Astray(`${path} has too many links`);
      const target = await readlink(here);
      if (target.startsWith('/')) at.length = 0;
      left.unshift(...partsOf(target));
      continue;
    }
    if (found && !found.isDirectory()) throw new Astray(`${path} goes through ${part}, which is no folder`);
    if (!found) await mkdir(here, { mode: 0o755 });
    at.push(part);
  }
  return join(root, ...at, last);
}

const partsOf = (path: string) => path.split('/').filter((part) => part !== '' && part !== '.');
