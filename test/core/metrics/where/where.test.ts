import { describe, expect, test } from 'vitest';
import type { Task } from '../../../../src/core/metrics/prepared.ts';
import type { Scores } from '../../../../src/core/metrics/scores.ts';
import { evaluateMetric } from '../../../../src/core/metrics/table.ts';
import { whereWorse } from '../../../../src/core/metrics/where/where.ts';

const N = 600;
const GROUPS = 60;
const random = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** The candidate answers the last third of the rows upside down. */
function sample(more: Partial<Scores> = {}): Scores {
  const next = random(7);
  const label = Float64Array.from({ length: N }, () => (next() < 0.4 ? 1 : 0));
  const baseline = label.map((one) => 0.02 + 0.96 * (0.3 * one + 0.7 * next()));
  const candidate = baseline.map((score, row) => (row < 400 ? score : 1 - score));
  const code = Int32Array.from({ length: N }, (_, row) => Math.floor(row / (N / GROUPS)));
  return { label, candidate, baseline, weight: null, group: { code, count: GROUPS }, ...more };
}

const thirds = [0, 1, 2].map((third) => ({
  id: `third=${third}`,
  rows: Int32Array.from({ length: 200 }, (_, i) => third * 200 + i),
}));
const singles = (n: number) =>
  Array.from({ length: n }, (_, row) => ({ id: String(row), rows: Int32Array.of(row) }));
const everyRow = Int32Array.from({ length: N }, (_, row) => row);
const names = Array.from({ length: GROUPS }, (_, i) => `user ${i}`);

function where(metric: string, rows: Scores, slices = thirds, task: Task = 'binary') {
  return whereWorse(evaluateMetric(metric, rows, 0.95, { task, resamples: 50 }), rows, slices, names, task);
}

const weight = Float64Array.from({ length: N }, (_, row) => row % 5);

describe.each([
  ['unweighted', sample()],
  ['weighted, some of them zero', sample({ weight })],
])('%s', (_, rows) => {
  test.each(['auc', 'logloss', 'brier', 'accuracy', 'gauc', 'ndcg@5'])(
    'the losses of %s add up',
    (metric) => {
      const found = where(metric, rows)!;
      expect(found.method).toBe('sum');
      expect(found.loss).toBeGreaterThan(0);
      expect(found.slices[0]!.slice).toBe('third=2');
      // The pairs of AUC have one row in another third.
      expect(found.slices[0]!.loss).toBeGreaterThan((metric === 'auc' ? 0.5 : 0.999) * found.loss);
      const [all] = where(metric, rows, [{ id: 'all', rows: everyRow }])!.slices;
      expect(all!.loss).toBeCloseTo(found.loss, 12);
      expect(found.groups.every(({ group }) => Number(group.slice(5)) >= 40)).toBe(true);
      expect(found.groups).toHaveLength(5);
      expect(found.groups[0]).toMatchObject({ rows: 10 });
    },
  );
});

test('worst rows by log loss, checked by hand', () => {
  const rows: Scores = {
    label: Float64Array.of(1, 0, 1),
    candidate: Float64Array.of(0.5, 0.9, 0.8),
    baseline: Float64Array.of(0.8, 0.1, 0.5),
    weight: null,
    group: null,
  };
  const found = where('logloss', rows, singles(3))!;
  expect(found.rows).toEqual([
    { row: 2, label: 0, candidate: 0.9, baseline: 0.1, loss: expect.closeTo(Math.log(9) / 3, 12) },
    { row: 1, label: 1, candidate: 0.5, baseline: 0.8, loss: expect.closeTo(Math.log(1.6) / 3, 12) },
  ]);
  expect(found.slices.map(({ slice }) => slice)).toEqual(['1', '0']);
});

test('AUC of four rows, checked by hand', () => {
  // Only the pair of rows 1 and 3 is now in the wrong order: half of its quarter goes to each.
  const rows: Scores = {
    label: Float64Array.of(1, 1, 0, 0),
    candidate: Float64Array.of(0.3, 0.9, 0.4, 0.1),
    baseline: Float64Array.of(0.5, 0.9, 0.4, 0.1),
    weight: null,
    group: null,
  };
  const found = where('auc', rows, [])!;
  expect(found.loss).toBe(0.25);
  expect(found.rows.map(({ row, loss }) => [row, loss])).toEqual([
    [1, 0.125],
    [3, 0.125],
  ]);
});

test('several classes show the score of the label', () => {
  const rows: Scores = {
    classes: 2,
    label: Float64Array.of(1, 0),
    candidate: Float64Array.of(0.9, 0.1, 0.8, 0.2),
    baseline: Float64Array.of(0.3, 0.7, 0.8, 0.2),
    weight: null,
    group: null,
  };
  const found = where('logloss', rows, [], 'multiclass')!;
  expect(found.rows).toMatchObject([{ row: 1, label: 1, candidate: 0.1, baseline: 0.7 }]);
});

test.each(['rmse', 'r2'])('what is no sum is told by leaving slices out: %s', (metric) => {
  const rows = sample();
  const found = where(metric, rows, thirds, 'regression')!;
  expect(found).toMatchObject({ method: 'leave-out', groups: [], rows: [] });
  expect(found.slices[0]!.slice).toBe('third=2');
  expect(found.slices[0]!.loss).toBeCloseTo(found.loss, 10);
});

test('nothing to tell of a candidate that is not worse', () => {
  const rows = sample();
  expect(where('auc', { ...rows, candidate: rows.baseline!, baseline: rows.candidate })).toBeNull();
  expect(where('auc', { ...rows, candidate: rows.baseline! })).toBeNull();
  expect(where('auc', { ...rows, baseline: null })).toBeNull();
});
