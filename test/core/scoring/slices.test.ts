import { expect, test } from 'vitest';
import type { Scores } from '../../../src/core/metrics/scores.ts';
import { policySchema, type SlicePolicy } from '../../../src/core/policy/schema.ts';
import { sliceColumns } from '../../../src/core/scoring/slice-columns.ts';
import { planSlices, type SliceCodes } from '../../../src/core/scoring/slices.ts';
import { subsetOf } from '../../../src/core/scoring/subset.ts';

function policies(...slices: object[]): SlicePolicy[] {
  const holdout = { source: 'a', label: 'y' };
  const small = slices.map((slice) => ({ 'min-rows': 1, 'min-positives': 0, ...slice }));
  return policySchema.parse({
    version: 1,
    models: { m: { candidate: 'a', holdout, slices: small } },
  }).models.m!.slices;
}

const codes = (...values: (string | null)[]): SliceCodes => {
  const names = [...new Set(values.filter((value) => value !== null))];
  return { code: Int32Array.from(values, (value) => (value === null ? -1 : names.indexOf(value))), names };
};

function scores(...label: number[]): Scores {
  const values = Float64Array.from(label);
  return { label: values, candidate: values, baseline: null, weight: null, group: null };
}

const region = codes('10', '2', null, '10', '2', '2');
const month = codes('a', 'a', 'a', 'b', 'a', 'b');
const LABELS = scores(0, 1, 0, 1, 0, 1);

test('columns are read once, and stored under names that are no others', () => {
  expect(
    sliceColumns(
      policies(
        { by: 'label' },
        { by: ['label', 'x'] },
        { where: 'x > 1', name: 'label' },
        { where: 'x > 2' },
      ),
    ),
  ).toEqual([
    { from: { column: 'label' }, stored: 'slice.label' },
    { from: { column: 'x' }, stored: 'slice.x' },
    { from: { sql: 'x > 1' }, stored: 'where.label' },
    { from: { sql: 'x > 2' }, stored: 'where.x > 2' },
  ]);
});

test('a slice per value, numbers by size, and one for rows without a value', () => {
  const [plan] = planSlices(policies({ by: 'region' }), [region], LABELS, true);
  expect(plan!.slices.map(({ id, rows }) => [id, [...rows]])).toEqual([
    ['region is missing', [2]],
    ['region=2', [1, 4, 5]],
    ['region=10', [0, 3]],
  ]);
  expect(plan!.group).toEqual({
    name: 'region',
    measured: ['region is missing', 'region=2', 'region=10'],
    suppressed: [],
    reason: null,
  });
});

test('a cross has a slice per combination that occurs', () => {
  const [plan] = planSlices(policies({ by: ['region', 'month'] }), [region, month], LABELS, true);
  expect(plan!.group.measured).toEqual([
    'region is missing,month=a',
    'region=2,month=a',
    'region=2,month=b',
    'region=10,month=a',
    'region=10,month=b',
  ]);
});

test('a condition is one slice: the rows for which it is true', () => {
  const [plan] = planSlices(
    policies({ where: 'x > 1', name: 'large' }),
    [codes('true', null, 'false', 'true', null, null)],
    LABELS,
    true,
  );
  expect(plan!.slices.map(({ id, rows }) => [id, [...rows]])).toEqual([['large', [0, 3]]]);
});

test('too few rows, positives or negatives: listed, with the count', () => {
  const of = (more: object, binary = true) =>
    planSlices(policies({ by: 'region', ...more }), [region], LABELS, binary)[0]!.group;
  expect(of({ 'min-rows': 3 })).toMatchObject({
    measured: ['region=2'],
    suppressed: [
      { slice: 'region is missing', rows: 1, positives: 0, reason: '1 row; 3 are needed' },
      { slice: 'region=10', rows: 2, positives: 1, reason: '2 rows; 3 are needed' },
    ],
  });
  expect(of({ 'min-positives': 2 }).suppressed.map(({ reason }) => reason)).toEqual([
    '0 positive rows; 2 are needed',
    '1 negative row; 2 are needed',
    '1 positive row; 2 are needed',
  ]);
  expect(of({ 'min-positives': 2 }, false).suppressed).toEqual([]);
});

test.each([
  ['an absent column', { by: ['region', 'regoin'] }, [region, null], 'has no column `regoin`'],
  [
    'a condition that no row meets',
    { where: 'x > 9' },
    [codes('false', null)],
    'No row of the holdout meets `x > 9`',
  ],
  ['a number for a condition', { where: 'x' }, [codes('12.5')], '`x` is no condition: it gives `12.5`'],
  [
    'an id for a column',
    { by: 'user' },
    [codes(...Array.from({ length: 1001 }, (_, i) => `u${i}`))],
    '`user` has more than 1,000 different values',
  ],
  [
    'a cross with too many combinations',
    { by: ['a', 'b'] },
    [
      codes(...Array.from({ length: 1200 }, (_, i) => `a${i % 60}`)),
      codes(...Array.from({ length: 1200 }, (_, i) => `b${Math.floor(i / 60)}`)),
    ],
    '`a`, `b` together have more than 1,000',
  ],
])('%s makes no slice, and says why', (_name, slice, columns, reason) => {
  const rows = scores(...Array.from({ length: columns[0]!.code.length }, (_, i) => i % 2));
  const [plan] = planSlices(policies(slice), columns, rows, true);
  expect(plan!.slices).toEqual([]);
  expect(plan!.group.reason).toContain(reason);
});

test('long values that are cut to the same text stay apart', () => {
  const long = codes(`${'x'.repeat(200)}1`, `${'x'.repeat(200)}2`);
  const [plan] = planSlices(policies({ by: 'region' }), [long], scores(0, 1), true);
  expect(new Set(plan!.group.measured).size).toBe(2);
});

test('a subset keeps lines of classes together and renumbers groups', () => {
  const whole: Scores = {
    label: Float64Array.of(0, 1, 2),
    classes: 2,
    candidate: Float64Array.of(1, 2, 3, 4, 5, 6),
    baseline: null,
    weight: Float64Array.of(1, 2, 3),
    group: { code: Int32Array.of(5, 7, 5), count: 8 },
  };
  expect(subsetOf(whole, Int32Array.of(1, 2))).toEqual({
    label: Float64Array.of(1, 2),
    classes: 2,
    candidate: Float64Array.of(3, 4, 5, 6),
    baseline: null,
    weight: Float64Array.of(2, 3),
    group: { code: Int32Array.of(0, 1), count: 2 },
  });
});
