/** Classes, items and slices of the scores table. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ScoreBatch } from '../../../src/ports.ts';
import { temporaryFolder } from '../../temporary.ts';
import { faultsOf, put, tables } from './helpers.ts';

const ROLES = { label: 'label', candidate: 'candidate', baseline: null, weight: null, group: null } as const;

async function* stream(...batches: ScoreBatch[]) {
  yield* batches;
}

/** Rows `from` to `from + rows`, with two classes, items and slices. */
function batch(from: number, rows: number): ScoreBatch {
  const at = <T>(value: (i: number) => T) => Array.from({ length: rows }, (_, i) => value(from + i));
  return {
    label: Float64Array.from(at((i) => i % 2)),
    classes: 2,
    candidate: Float64Array.from(at((i) => [i, i + 0.5]).flat()),
    baseline: Float64Array.from(at((i) => [-i, -i - 0.5]).flat()),
    weight: null,
    group: null,
    item: at((i) => `item ${i % 3}`),
    slices: [
      { name: 'slice.label', values: at((i) => (i % 4 === 0 ? null : `v${i % 4}`)) },
      { name: 'where.a "b" > 1', values: at((i) => String(i % 2 === 0)) },
    ],
  };
}

test('a column per class, items and slices come back as they were written', async () => {
  const path = join(temporaryFolder(), 'scores.parquet');
  expect(await tables.writeScores(path, stream(batch(0, 3000), batch(3000, 5)))).toBe(3005);
  const scores = await tables.readScores(
    { files: [path] },
    {
      ...ROLES,
      baseline: 'baseline',
      item: 'item',
      perClass: true,
      slices: [{ column: 'slice.label' }, { column: 'slice.none' }, { column: 'where.a "b" > 1' }],
    },
  );
  const whole = batch(0, 3005);
  expect(scores.classes).toBe(2);
  expect(scores.candidate).toEqual(whole.candidate);
  expect(scores.baseline).toEqual(whole.baseline);
  expect(scores.item).toMatchObject({ count: 3, ids: ['item 0', 'item 1', 'item 2'] });
  expect([...scores.item!.code.slice(0, 4)]).toEqual([0, 1, 2, 0]);
  const [label, none, where] = scores.slices;
  expect(label!.names).toEqual(['v1', 'v2', 'v3']);
  expect([...label!.code.slice(0, 5)]).toEqual([-1, 0, 1, 2, -1]);
  expect(none).toBeNull();
  expect(where!.names).toEqual(['true', 'false']);
});

test('slices of scores made elsewhere are columns and conditions of theirs', async () => {
  const file = put(
    temporaryFolder(),
    's.csv',
    'label,candidate,Region,price\n1,0.5,007,5\n0,0.1,,50\n0,0.2,8,\n',
  );
  const { slices } = await tables.readScores(
    { files: [file] },
    { ...ROLES, slices: [{ column: 'Region' }, { column: 'region' }] },
  );
  expect(slices).toEqual([{ code: Int32Array.of(0, -1, 1), names: ['007', '8'] }, null]);
  const priced = await tables.readScores({ files: [file] }, { ...ROLES, slices: [{ sql: 'price > 10' }] });
  expect(priced.slices).toEqual([{ code: Int32Array.of(0, 1, -1), names: ['false', 'true'] }]);
});

test('a condition that does not run is told', async () => {
  const file = put(temporaryFolder(), 's.csv', 'label,candidate\n1,0.5\n0,0.1\n');
  const [fault] = await faultsOf(
    tables.readScores({ files: [file] }, { ...ROLES, slices: [{ sql: 'pric > 10' }] }),
  );
  expect(fault!.code).toBe('holdout-unreadable');
  expect(fault!.message).toContain('The expression `pric > 10`');
});

test('a column with more values than slices may have stops growing', async () => {
  const lines = Array.from({ length: 1500 }, (_, i) => `${i % 2},0.5,u${i}`);
  const file = put(temporaryFolder(), 's.csv', `label,candidate,user\n${lines.join('\n')}\n`);
  const { slices } = await tables.readScores({ files: [file] }, { ...ROLES, slices: [{ column: 'user' }] });
  expect(slices[0]!.names).toHaveLength(1001);
  expect(slices[0]!.code[1499]).toBe(-2);
});

test('classes that are not there, and models with another number of them', async () => {
  const folder = temporaryFolder();
  const none = put(folder, 'a.csv', 'label,p\n1,0.5\n');
  const perClass = { ...ROLES, candidate: 'p', perClass: true };
  const faults = await faultsOf(tables.readScores({ files: [none] }, perClass));
  expect(faults.map(({ message }) => message)).toEqual([
    'The scores have no candidate column `p_0`; they have label, p.',
    'The scores have no candidate column `p_1`; they have label, p.',
  ]);
  const odd = put(folder, 'b.csv', 'label,p_0,p_1,q_0,q_1,q_2\n1,0,1,0,0,1\n');
  const [fault] = await faultsOf(tables.readScores({ files: [odd] }, { ...perClass, baseline: 'q' }));
  expect(fault!.message).toBe('The candidate has 2 columns of scores, `p_0` and on, and the baseline 3.');
});
