import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runWriteScores } from '../../src/commands/score-parts.ts';
import { fault } from '../../src/core/errors.ts';
import { missingShards, parseShard, shardFile, shardSpan } from '../../src/core/scoring/shards.ts';
import type { RowSpan, ScoreBatch } from '../../src/ports.ts';
import { column, faultsOf, readAll, tables } from '../adapters/duckdb/helpers.ts';
import { temporaryFolder } from '../temporary.ts';

const BATCH = 2 ** 18;
const ROWS = 2 ** 21 + 12_345;

/** Batches whose scores are their row numbers; `dies` after some rows. */
async function* numbered(span: RowSpan, dies = Number.POSITIVE_INFINITY): AsyncIterable<ScoreBatch> {
  for (let first = span.first; first < span.first + span.rows; first += BATCH) {
    if (first >= dies) throw fault('model-crashed', 'ONNX Runtime died.');
    const count = Math.min(BATCH, span.first + span.rows - first);
    const candidate = Float64Array.from({ length: count }, (_, i) => first + i);
    yield { label: candidate, candidate, baseline: null, weight: null, group: null };
  }
}

test('a run that dies leaves whole parts and no table; the next goes on behind them', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'scores.parquet');
  const asked: RowSpan[] = [];
  const said: string[] = [];
  const write = (key: string, dies?: number) =>
    runWriteScores(
      {
        out,
        span: { first: 0, rows: ROWS },
        batchRows: BATCH,
        handed: BATCH,
        score(span) {
          asked.push(span);
          return numbered(span, dies);
        },
        parts: { folder: `${out}.parts`, key },
      },
      { tables, progress: { report: (text) => said.push(text) }, clock: { now: () => new Date(0) } },
    );
  expect(await faultsOf(write('a', 2 ** 20 + BATCH))).toMatchObject([{ code: 'model-crashed' }]);
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(`${out}.parts/a`)).toEqual(['000000.parquet']);

  await write('a');
  expect(asked[1]).toEqual({ first: 2 ** 20, rows: ROWS - 2 ** 20 });
  expect(said).toContain('Going on after 1048576 rows that an earlier run has scored.');
  expect(existsSync(`${out}.parts`)).toBe(false);
  await using table = await tables.open({ files: [out] });
  const [rows, scores] = await readAll(
    table,
    [column('row', 'float64'), column('candidate', 'float64')],
    2 ** 16,
  );
  expect(rows!.length).toBe(ROWS);
  expect(rows!.every((row, i) => row === i && scores![i] === i)).toBe(true);
});

test('parts of another model, holdout or version do not count', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'old'));
  writeFileSync(join(folder, 'old/000000.parquet'), 'PAR1');
  const parts = await tables.openParts(folder, 'new');
  expect(parts.finished.size).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

test('shards are whole batches, and together all rows', () => {
  const spans = [1, 2, 3].map((index) => shardSpan(10_000, 4096, { index, of: 3 }));
  expect(spans).toEqual([
    { first: 0, rows: 4096 },
    { first: 4096, rows: 4096 },
    { first: 8192, rows: 1808 },
  ]);
  expect(() => shardSpan(10_000, 4096, { index: 1, of: 4 })).toThrow(
    '10000 rows are 3 batches of 4096, too few for 4 shards.',
  );
  expect(shardFile({ index: 3, of: 16 })).toBe('scores-00003-of-00016.parquet');
  expect(parseShard('3/16')).toEqual({ ok: true, shard: { index: 3, of: 16 } });
  for (const text of ['0/3', '4/3', '3', '1/0', '1/3/5', '-1/3', '1/99999'])
    expect(parseShard(text)).toMatchObject({ ok: false, fault: { code: 'usage-invalid' } });
});

test('missing shards are told by folder, with what makes them', () => {
  const shards = (of: number, ...indices: number[]) =>
    indices.map((index) => `parts/m/${shardFile({ index, of })}`);
  expect(missingShards(shards(3, 1, 2, 3))).toEqual([]);
  expect(missingShards(['scores.parquet', 'day=1/part-0.parquet'])).toEqual([]);
  expect(missingShards(shards(3, 1, 3))).toEqual([
    {
      code: 'file-missing',
      message: 'Of 3 shards 2 are there in parts/m/: scores-00002-of-00003.parquet is missing.',
      fix: 'Run `onnx-gate score --shard 2/3`, or fetch what its job has written.',
    },
  ]);
  expect(missingShards([...shards(2, 1, 2), ...shards(9, 4)])).toMatchObject([
    { message: expect.stringContaining('scores-00001-of-00009.parquet and 7 more are missing') },
  ]);
});
