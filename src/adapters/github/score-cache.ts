/** Scores kept by GitHub's cache service, for the jobs of this repository that come later. */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { isFeatureAvailable, restoreCache, saveCache } from '@actions/cache';
import type { ScoreCache } from '../../ports.ts';
import { makeFolder } from '../make-folder.ts';

const PREFIX = 'onnx-gate-scores-';

/**
 * Looks in `local` first, and in the service for what is not there. The service tells entries apart by their path too,
 * so `folder` must be the same in every job: relative to the workspace. A service that is absent, or may only be read
 * (a fork's pull request), keeps nothing, and that is no error: `report` says so.
 */
export function createSharedScoreCache(
  local: ScoreCache,
  folder: string,
  report: (message: string) => void,
): ScoreCache {
  const place = (key: string) => `${folder}/${key}.parquet`;
  const note = (key: string) => `${folder}/${key}.json`;
  const both = (key: string) => [place(key), note(key)];
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return isFeatureAvailable() ? await work() : null;
    } catch (error) {
      report(`Baseline scores were not ${what}: ${(error as Error).message.slice(0, 300)}`);
      return null;
    }
  };
  return {
    async get(key) {
      const kept = await local.get(key);
      if (kept !== null) return kept;
      return await attempt('looked for in GitHub’s cache', async () => {
        const hit = await restoreCache(both(key), PREFIX + key);
        return hit === PREFIX + key ? { path: place(key), about: await readFile(note(key), 'utf8') } : null;
      });
    },

    async put(key, kept) {
      await attempt('kept in GitHub’s cache', async () => {
        await makeFolder(folder);
        await copyFile(kept.path, place(key));
        await writeFile(note(key), kept.about);
        await saveCache(both(key), PREFIX + key);
      });
      await local.put(key, kept);
    },
  };
}
