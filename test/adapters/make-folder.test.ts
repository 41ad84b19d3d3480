/** Linux says of a folder below /proc that it cannot be made because its parent is missing, however often one asks. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBlobs } from '../../src/adapters/blobs/blobs.ts';
import { usualRoom } from '../../src/adapters/blobs/evict.ts';
import { createScoreCache } from '../../src/adapters/blobs/score-cache.ts';
import { createHistory } from '../../src/adapters/history/history.ts';
import { makeFolder } from '../../src/adapters/make-folder.ts';
import { install } from '../../src/adapters/runtime/cache.ts';
import { temporaryFolder } from '../temporary.ts';
import { put, tables } from './duckdb/helpers.ts';
import { faultsOf } from './onnxruntime/open.ts';

const NOWHERE = '/proc/none/at/all';

describe('makeFolder', () => {
  it('makes a folder and those above it, and takes one that is there', async () => {
    const folder = join(temporaryFolder(), 'a/b/c');
    await Promise.all([makeFolder(folder), makeFolder(folder)]);
    await makeFolder(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it('throws when a file is in the way', async () => {
    const file = put(temporaryFolder(), 'file', 'x');
    await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

describe.runIf(existsSync('/proc/self'))('a folder that cannot be made', () => {
  const scores = (async function* () {
    const one = Float64Array.of(1);
    yield { label: one, candidate: one, baseline: null, weight: null, group: null };
  })();
  it.each<[string, string, () => Promise<unknown>]>([
    ['the cache', 'file-unwritable', () => createBlobs(usualRoom(NOWHERE)).stage()],
    ['a history', 'history-unwritable', () => createHistory(NOWHERE).append('{}\n')],
    ['a history in a file', 'history-unwritable', () => createHistory(`${NOWHERE}.jsonl`).append('{}\n')],
    ['scores', 'file-unwritable', () => tables.writeScores(`${NOWHERE}/scores.parquet`, scores)],
    [
      'the runtime',
      'file-unwritable',
      () =>
        install(
          { directory: `${NOWHERE}/1.30.0/x64`, marker: `${NOWHERE}/1.30.0/x64.complete` },
          async () => false,
          async () => {},
        ),
    ],
  ])('for %s is told', async (_, code, work) => {
    expect(await faultsOf(work())).toMatchObject([{ code }]);
  });

  it('for kept scores keeps none', async () => {
    const path = join(temporaryFolder(), 'scores.parquet');
    writeFileSync(path, 'x');
    const cache = createScoreCache(usualRoom(NOWHERE));
    await cache.put('k', { path, about: '{}' });
    expect(await cache.get('k')).toBeNull();
  });
});
