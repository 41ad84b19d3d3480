import { randomUUID } from 'node:crypto';
import { copyFile, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScoreCache } from '../../ports.ts';
import { makeFolder } from '../make-folder.ts';
import { evict, type Room } from './evict.ts';

/** Scores in the cache folder, `<root>/scores/<key>/scores.parquet` with `about.json`, under the cap that all of it has. A cache that cannot be written keeps nothing. */
export function createScoreCache(room: Room): ScoreCache {
  const folder = (key: string) => join(room.root, 'scores', key);
  return {
    async get(key) {
      const about = await readFile(join(folder(key), 'about.json'), 'utf8').catch(() => null);
      if (about === null) return null;
      const now = new Date();
      await utimes(folder(key), now, now).catch(() => {});
      return { path: join(folder(key), 'scores.parquet'), about };
    },

    async put(key, { path, about }) {
      const staged = join(room.root, 'staging', randomUUID());
      try {
        await makeFolder(staged);
        await makeFolder(join(room.root, 'scores'));
        // Not a rename: the cache may lie on another disk.
        await copyFile(path, join(staged, 'scores.parquet'));
        await writeFile(join(staged, 'about.json'), about);
        // What is there already is damaged, or was made by another run in the meantime.
        await rename(folder(key), `${staged}-old`).catch(() => {});
        await rename(staged, folder(key));
        await rm(`${staged}-old`, { recursive: true, force: true });
        await evict(room);
      } catch {
        // There is no room: scores are made again.
        await rm(staged, { recursive: true, force: true }).catch(() => {});
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}
