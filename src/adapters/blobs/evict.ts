import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../make-folder.ts';

export interface Room {
  readonly root: string;
  readonly mostBytes: number;
  /** Milliseconds after its last use in which an entry is not taken away. */
  readonly inUse: number;
}

/** The cap of a cache that is not told another, and how long what a run uses stays, whoever else fills the cache. */
export const usualRoom = (root: string): Room => ({ root, mostBytes: 20 * 1024 ** 3, inUse: 60 * 60 * 1000 });

/** What a killed process left staged is nobody's after this long (milliseconds). */
const ABANDONED = 24 * 60 * 60 * 1000;

/** Removes entries, the longest unused first, until the rest fits. Each goes by a rename, so that nobody sees half of one. */
export async function evict({ root, mostBytes, inUse }: Room): Promise<void> {
  await removeAbandoned(join(root, 'staging'));
  const entries = (
    await Promise.all(['sha256', 'gathered', 'scores'].map((kind) => entriesOf(join(root, kind))))
  ).flat();
  entries.sort((a, b) => a.used - b.used);
  let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  for (const entry of entries) {
    if (bytes <= mostBytes) return;
    if (Date.now() - entry.used < inUse) continue;
    const away = join(root, 'staging', randomUUID());
    await makeFolder(join(root, 'staging'));
    const mine = await rename(entry.path, away).then(
      () => true,
      () => false,
    );
    if (mine) await rm(away, { recursive: true, force: true });
    bytes -= entry.bytes;
  }
}

async function entriesOf(folder: string) {
  const names = await readdir(folder).catch(() => []);
  const entries = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const info = await stat(path).catch(() => null);
      return info && { path, used: info.mtimeMs, bytes: await sizeOf(path) };
    }),
  );
  return entries.filter((entry) => entry !== null);
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (info) => (info.isFile() ? info.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function removeAbandoned(staging: string): Promise<void> {
  for (const name of await readdir(staging).catch(() => [])) {
    const path = join(staging, name);
    const info = await stat(path).catch(() => null);
    // Not the time of its content, which is the file's age at its origin.
    if (info && Date.now() - info.ctimeMs > ABANDONED) await rm(path, { recursive: true, force: true });
  }
}
