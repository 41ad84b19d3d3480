import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ScoreBatch } from '../../../src/ports.ts';
import { temporaryFolder } from '../../temporary.ts';
import { column, faultsOf, put, readAll, sql, tables } from './helpers.ts';

const ROLES = { label: 'label', candidate: 'candidate', baseline: null, weight: null, group: null } as const;

function batch(from: number, rows: number, full = true): ScoreBatch {
  const of = (value: (i: number) => number) => Float64Array.from({ length: rows }, (_, i) => value(from + i));
  return {
    label: of((i) => i % 2),
    candidate: of((i) => i / 3),
    baseline: full ? of((i) => -i) : null,
    weight: full ? of((i) => 1 + i) : null,
    group: full ? Array.from({ length: rows }, (_, i) => `g${(from + i) % 3}`) : null,
  };
}

async function* stream(...batches: ScoreBatch[]) {
  yield* batches;
}

test('scores come back as they were written, bit for bit and in order', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'deep/er/scores.parquet');
  expect(await tables.writeScores(path, stream(batch(0, 5000), batch(5000, 1)))).toBe(5001);
  const columns = { ...ROLES, baseline: 'baseline', weight: 'weight', group: 'group' };
  const scores = await tables.readScores({ files: [path] }, columns);
  const whole = batch(0, 5001);
  expect(scores.label).toEqual(whole.label);
  expect(scores.candidate).toEqual(whole.candidate);
  expect(scores.baseline).toEqual(whole.baseline);
  expect(scores.weight).toEqual(whole.weight);
  expect(scores.group!.count).toBe(3);
  expect(scores.group!.code.every((code, i) => code === i % 3)).toBe(true);
  expect(readdirSync(join(folder, 'deep/er'))).toEqual(['scores.parquet']);
});

test('the file has the columns of the scores table, and only those that there are', async () => {
  const path = join(temporaryFolder(), 'scores.parquet');
  await tables.writeScores(path, stream(batch(0, 3, false)));
  await using table = await tables.open({ files: [path] });
  expect(table.columns).toEqual([
    { name: 'row', type: 'BIGINT' },
    { name: 'label', type: 'DOUBLE' },
    { name: 'candidate', type: 'DOUBLE' },
  ]);
  expect(await readAll(table, [column('row', 'int64')])).toEqual([[0n, 1n, 2n]]);
  const scores = await tables.readScores({ files: [path] }, ROLES);
  expect([scores.baseline, scores.weight, scores.group]).toEqual([null, null, null]);
});

test('NaN and infinite scores pass through: judging them is not the table’s business', async () => {
  const path = join(temporaryFolder(), 'scores.parquet');
  const odd = { ...batch(0, 2, false), candidate: Float64Array.of(Number.NaN, Number.NEGATIVE_INFINITY) };
  await tables.writeScores(path, stream(odd));
  const scores = await tables.readScores({ files: [path] }, ROLES);
  expect([...scores.candidate]).toEqual([Number.NaN, Number.NEGATIVE_INFINITY]);
});

test('when batches fail midway the old file stays and nothing is left beside it', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'scores.parquet');
  await tables.writeScores(path, stream(batch(0, 2, false)));
  async function* failing() {
    yield batch(0, 3000);
    throw new Error('the model died');
  }
  await expect(tables.writeScores(path, failing())).rejects.toThrow('the model died');
  expect(readdirSync(folder)).toEqual(['scores.parquet']);
  expect((await tables.readScores({ files: [path] }, ROLES)).label.length).toBe(2);
});

test('a place that cannot be written', async () => {
  const folder = temporaryFolder();
  const path = join(put(folder, 'file', 'x'), 'scores.parquet');
  const [fault] = await faultsOf(tables.writeScores(path, stream(batch(0, 2))));
  expect(fault!.code).toBe('file-unwritable');
  expect(fault!.message).toContain(path);
  expect(readdirSync(folder)).toEqual(['file']);
});

test('no batches at all', async () => {
  const [fault] = await faultsOf(tables.writeScores(join(temporaryFolder(), 's.parquet'), stream()));
  expect(fault!.code).toBe('holdout-empty');
});

test('scores made elsewhere: absent columns are all told, with near names', async () => {
  const file = put(temporaryFolder(), 's.csv', 'y,score_new,score_old\n1,0.5,0.4\n');
  const [label, candidate, weight] = await faultsOf(
    tables.readScores(
      { files: [file] },
      { label: 'label', candidate: 'score_nw', baseline: 'score_old', weight: 'w', group: null },
    ),
  );
  expect(label).toMatchObject({
    code: 'column-missing',
    message: 'The scores have no label column `label`; they have y, score_new, score_old.',
  });
  expect(candidate!.fix).toBe('Did you mean `score_new` or `score_old`?');
  expect(weight!.code).toBe('column-missing');
});

test('scores made elsewhere: a gap has its row, text has its value', async () => {
  const folder = temporaryFolder();
  const gap = put(folder, 'gap.csv', 'label,candidate,user\n1,0.5,a\n0,,b\n1,0.5,\n');
  const faults = await faultsOf(tables.readScores({ files: [gap] }, { ...ROLES, group: 'user' }));
  expect(faults.map(({ code, message }) => [code, message])).toEqual([
    ['value-missing', 'The candidate column `candidate` has no value in row 2.'],
    ['value-missing', 'The group column `user` has no value in row 3.'],
  ]);
  const text = put(folder, 'text.csv', 'label,candidate\nbought,0.5\nleft,0.1\n');
  const [fault] = await faultsOf(tables.readScores({ files: [text] }, ROLES));
  expect(fault).toMatchObject({
    code: 'column-type',
    message: 'Column `label` holds `bought` in row 1, where a number is wanted.',
  });
});

test('group codes go by first appearance over several files', async () => {
  const folder = temporaryFolder();
  await sql(
    `COPY (SELECT 1 AS label, 0.5 AS candidate, u FROM (VALUES (7), (3), (7)) t(u)) TO '${folder}/a.parquet'`,
  );
  await sql(
    `COPY (SELECT 0 AS label, 0.5 AS candidate, u FROM (VALUES (9), (3)) t(u)) TO '${folder}/b.parquet'`,
  );
  const { group } = await tables.readScores({ files: [`${folder}/*.parquet`] }, { ...ROLES, group: 'u' });
  expect(group).toEqual({ code: Int32Array.of(0, 1, 0, 2, 1), count: 3 });
});
