/** Parts of a scores table, each a file that is there only when it is whole. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ScoreParts } from '../../ports.ts';
import { openEngine, type Parts } from './engine.ts';
import { quoteList } from './sql.ts';
import { copyTo, writeScores } from './write-scores.ts';

const fileOf = (index: number) => `${String(index).padStart(6, '0')}.parquet`;

export async function openParts(parts: Parts, folder: string, key: string): Promise<ScoreParts> {
  const kept = join(folder, key);
  for (const other of await readdir(folder).catch(() => [])) {
    if (other !== key) await rm(join(folder, other), { recursive: true, force: true });
  }
  const names = await readdir(kept).catch(() => []);
  // What a run that was killed was writing.
  for (const name of names) if (name.endsWith('.tmp')) await rm(join(kept, name), { force: true });
  const finished = new Set(
    names.flatMap((name) => (/^\d{6}\.parquet$/.test(name) ? [Number.parseInt(name, 10)] : [])),
  );
  return {
    finished,
    write: (index, batches, first) => writeScores(parts, join(kept, fileOf(index)), batches, first),
    async join(path, count) {
      await using engine = await openEngine(parts);
      const files = Array.from({ length: count }, (_, index) => join(kept, fileOf(index)));
      await copyTo(engine, `read_parquet(${quoteList(files)})`, path);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
