import { describe, expect, test } from 'vitest';
import { classSums } from '../../../src/core/curves/class-sums.ts';
import { curvesOf } from '../../../src/core/curves/curves.ts';
import { histogramEdges, histogramOf } from '../../../src/core/curves/histogram.ts';
import { reliabilityBins } from '../../../src/core/curves/reliability.ts';
import { precisionRecallPoints, rocPoints } from '../../../src/core/curves/roc.ts';
import { type Line, type Point, simplify } from '../../../src/core/curves/simplify.ts';
import { curves as schema } from '../../../src/core/documents/curves.ts';
import type { Scores } from '../../../src/core/metrics/scores.ts';
import { sortRows } from '../../../src/core/stats/argsort.ts';
import { wilson } from '../../../src/core/stats/wilson.ts';

const f = (...values: number[]) => Float64Array.from(values);
const sums = (label: Float64Array, score: Float64Array, weight: Float64Array | null = null) =>
  classSums(label, sortRows(score), weight);
const along =
  (points: readonly Point[]): Line =>
  (visit) => {
    for (const [x, y] of points) visit(x, y);
  };

/** Deterministic, uniform in [0, 1). */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function world(rows: number): Scores {
  const random = noise(7);
  const candidate = new Float64Array(rows).map(() => random() ** 2);
  const label = candidate.map((p) => Number(random() < p));
  const baseline = candidate.map((p) => Math.min(1, Math.max(0, p + (random() - 0.5) * 0.3)));
  const code = new Int32Array(rows).map((_, row) => row >> 3);
  return { label, candidate, baseline, weight: null, group: { code, count: Math.ceil(rows / 8) } };
}

describe('the worked example of labels 0 0 1 1 and scores .1 .4 .35 .8', () => {
  const example = sums(f(0, 0, 1, 1), f(0.1, 0.4, 0.35, 0.8));
  test('as a ROC curve', () => {
    const expected = [
      [0, 0],
      [0, 0.5],
      [0.5, 0.5],
      [0.5, 1],
      [1, 1],
    ];
    expect(rocPoints(example)).toEqual(expected);
  });
  test('as a precision–recall curve', () => {
    const expected = [
      [0, 1],
      [0.5, 1],
      [0.5, 0.5],
      [1, 0.66667],
      [1, 0.5],
    ];
    expect(precisionRecallPoints(example)).toEqual(expected);
  });
});

test('tied scores are one straight step, and weights count', () => {
  expect(rocPoints(sums(f(0, 1, 1), f(0.5, 0.5, 0.5)))).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(rocPoints(sums(f(1, 1, 0), f(0.9, 0.1, 0.5), f(3, 1, 1)))).toEqual([
    [0, 0],
    [0, 0.75],
    [1, 0.75],
    [1, 1],
  ]);
});

test('one class has no curves', () => {
  expect(rocPoints(sums(f(1, 1), f(0.1, 0.2)))).toBeNull();
  expect(precisionRecallPoints(sums(f(0, 0), f(0.1, 0.2)))).toBeNull();
});

test('100,000 rows become 200 points that lie on the curve and enclose its area', () => {
  const { label, candidate } = world(100_000);
  const all = sums(label, candidate);
  const points = rocPoints(all)!;
  expect(points).toHaveLength(200);
  expect([points[0], points.at(-1)]).toEqual([
    [0, 0],
    [1, 1],
  ]);
  let [area, truePositive, falsePositive] = [0, 0, 0];
  let worst = 0;
  for (let i = all.positive.length - 1; i >= 0; i--) {
    const height = truePositive / all.positives;
    truePositive += all.positive[i]!;
    falsePositive += all.negative[i]!;
    const step = all.negative[i]! / all.negatives;
    area += step * (height + truePositive / all.positives) * 0.5;
    worst = Math.max(
      worst,
      Math.abs(heightAt(points, falsePositive / all.negatives) - truePositive / all.positives),
    );
  }
  const drawn = points
    .slice(1)
    .reduce((sum, [x, y], i) => sum + ((x - points[i]![0]) * (y + points[i]![1])) / 2, 0);
  expect(Math.abs(drawn - area)).toBeLessThan(0.001);
  expect(worst).toBeLessThan(0.01);
});

function heightAt(points: readonly Point[], x: number): number {
  const after = Math.max(
    1,
    points.findIndex((point) => point[0] >= x),
  );
  const [[x0, y0], [x1, y1]] = [points[after - 1]!, points[after]!];
  return x1 === x0 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

test('simplifying keeps the ends, the corners and the order', () => {
  const corner: Point[] = [
    ...Array.from({ length: 50 }, (_, i): Point => [0, i / 50]),
    ...Array.from({ length: 51 }, (_, i): Point => [i / 50, 1]),
  ];
  expect(simplify(along(corner), 20).filter(([x, y]) => x * (1 - x) === 0 && y * (1 - y) === 0)).toEqual([
    [0, 0],
    [0, 1],
    [1, 1],
  ]);
  expect(simplify(along([[0, 0]]), 2)).toEqual([[0, 0]]);
});

describe('reliability', () => {
  const rows = (label: Float64Array, weight: Float64Array | null = null, group: Scores['group'] = null) => ({
    label,
    weight,
    group,
  });
  const binsOf = (of: ReturnType<typeof rows>, score: Float64Array) =>
    reliabilityBins(of, score, sortRows(score), 0.95);

  test('bins weigh the same, and equal scores stay together', () => {
    const { label, candidate } = world(10_000);
    const bins = binsOf(rows(label), candidate);
    expect(bins).toHaveLength(20);
    expect(bins.reduce((sum, bin) => sum + bin.rows, 0)).toBe(10_000);
    for (const bin of bins) expect(bin.rows).toBe(500);
    const covered = bins.filter(({ score, lower, upper }) => score >= lower && score <= upper);
    expect(covered.length).toBeGreaterThanOrEqual(17);
    const tied = binsOf(rows(f(0, 1, 0, 1, 1)), f(0.2, 0.2, 0.2, 0.2, 0.9));
    expect(tied.map(({ rows: n, rate }) => [n, rate])).toEqual([
      [4, 0.5],
      [1, 1],
    ]);
  });

  test('intervals are Wilson’s, wider where weights or groups make rows fewer', () => {
    const label = f(...Array.from({ length: 20 }, (_, i) => i % 2));
    const score = new Float64Array(20).fill(0.5);
    const [plain] = binsOf(rows(label), score);
    const { lower, upper } = wilson(10, 20, 0.95);
    expect(plain).toMatchObject({ rows: 20, score: 0.5, rate: 0.5, lower, upper });
    const heavy = Float64Array.from({ length: 20 }, (_, i) => (i < 2 ? 100 : 1));
    const [weighted] = binsOf(rows(label, heavy), score);
    expect(weighted!.upper - weighted!.lower).toBeGreaterThan(upper - lower);
    // Ten groups of two rows with one label each: ten rows at most.
    const code = Int32Array.from({ length: 20 }, (_, i) => i >> 1);
    const alike = Float64Array.from(code, (group) => group % 2);
    const [grouped] = binsOf(rows(alike, null, { code, count: 10 }), score);
    const ten = wilson(5, 10, 0.95);
    expect(grouped!.lower).toBeCloseTo(ten.lower, 12);
    expect(grouped!.upper).toBeCloseTo(ten.upper, 12);
  });
});

test('histograms have one set of edges and lose no row', () => {
  const { label, candidate, baseline } = world(5000);
  const edges = histogramEdges([candidate, baseline!]);
  for (const values of [candidate, baseline!]) {
    const { counts, positives } = histogramOf(values, edges, label);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5000);
    expect(positives!.reduce((sum, count) => sum + count, 0)).toBe(label.reduce((sum, one) => sum + one, 0));
  }
  expect(histogramOf(f(3, 3), histogramEdges([f(3, 3)]), null)).toMatchObject({
    counts: [2],
    positives: null,
  });
  expect(histogramOf(f(-1e308, 1e308), histogramEdges([f(-1e308, 1e308)]), null).counts.at(-1)).toBe(1);
});

describe('curves of an evaluation', () => {
  test.each(['binary', 'regression', 'ranking'] as const)('of task %s fit the document', (task) => {
    const { curves } = curvesOf(world(3000), task, 0.95);
    expect(schema.safeParse(curves).error).toBeUndefined();
    expect(curves!.candidate.roc === null).toBe(task !== 'binary');
  });

  test('are left out for a score for each class; no baseline', () => {
    const scores = world(30);
    expect(curvesOf({ ...scores, classes: 3 }, 'multiclass', 0.95)).toEqual({});
    expect(curvesOf({ ...scores, baseline: null }, 'binary', 0.95).curves).toMatchObject({
      baseline: null,
    });
  });
});
