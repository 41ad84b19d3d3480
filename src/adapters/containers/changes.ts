import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const LEFT_OUT = new Set(['proc', 'tmp', 'sys', 'dev']);
const MOST = 100;

/** Files below `root` whose content or attributes are newer than `since` (milliseconds), as the image names them. */
export async function changedSince(root: string, since: number): Promise<string[]> {
  const changed: string[] = [];
  const look = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
      if (changed.length >= MOST) return;
      if (folder === '' && LEFT_OUT.has(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) await look(path);
      else if ((await lstat(join(root, path))).ctimeMs > since) changed.push(path);
    }
  };
  await look('');
  return changed;
}
