import { describe, expect, it } from 'vitest';
import { delong } from '../../../src/core/stats/delong.ts';
import { placements } from '../../../src/core/stats/placements.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import type { Sampling } from '../../../src/core/stats/sampling.ts';
import { wald } from '../../../src/core/stats/wald.ts';
import { expectClose } from './relative.ts';

// scikit-learn 1.2.1 and the matrix form of DeLong.
const LABEL = Float64Array.of(0, 0, 1, 1, 0, 1, 0, 1, 0, 0);
const A = Float64Array.of(0.1, 0.4, 0.35, 0.8, 0.4, 0.6, 0.2, 0.4, 0.05, 0.35);
const B = Float64Array.of(0.2, 0.3, 0.5, 0.7, 0.6, 0.55, 0.1, 0.45, 0.1, 0.4);
const WEIGHT = Float64Array.of(1, 2, 1, 1, 0.5, 1, 3, 1, 1, 2);
const ROWS: Sampling = { weight: null, group: null };

/** By definition: every pair of a positive and a negative, then sums over groups as in Obuchowski 1997. */
function bruteForce(label: Float64Array, a: Float64Array, b: Float64Array, sampling: Sampling) {
  const weight = sampling.weight ?? label.map(() => 1);
  const group = sampling.group?.code ?? Int32Array.from(label, (_, row) => row);
  const rows = [...label.keys()];
  const positives = rows.filter((row) => label[row] === 1);
  const negatives = rows.filter((row) => label[row] === 0);
  const weigh = (subset: number[]) => subset.reduce((sum, row) => sum + weight[row]!, 0);
  const win = (score: Float64Array, i: number, j: number) => (Math.sign(score[i]! - score[j]!) + 1) / 2;
  const kernel = (i: number, j: number) => win(a, i, j) - win(b, i, j);
  const mean = (subset: number[], value: (row: number) => number) =>
    subset.reduce((sum, row) => sum + weight[row]! * value(row), 0) / weigh(subset);
  const ofPositive = (i: number) => mean(negatives, (j) => kernel(i, j));
  const ofNegative = (j: number) => mean(positives, (i) => kernel(i, j));
  const delta = mean(positives, ofPositive);
  const sums = (subset: number[], component: (row: number) => number) => {
    const byGroup = new Map<number, number>();
    for (const row of subset) {
      const code = group[row]!;
      const share = weight[row]! / weigh(subset);
      byGroup.set(code, (byGroup.get(code) ?? 0) + share * (component(row) - delta));
    }
    return byGroup;
  };
  const x = sums(positives, ofPositive);
  const y = sums(negatives, ofNegative);
  const factor = (count: number) => count / (count - 1);
  let variance = 0;
  for (const sum of x.values()) variance += factor(x.size) * sum * sum;
  for (const sum of y.values()) variance += factor(y.size) * sum * sum;
  const all = new Set(group).size;
  for (const [code, sum] of x) variance += 2 * factor(all) * sum * (y.get(code) ?? 0);
  return { delta, standardError: Math.sqrt(variance) };
}

function randomRows(seed: number, rows: number, groups: number) {
  const random = seededRandom(seed);
  const draw = (make: () => number) => Float64Array.from({ length: rows }, make);
  const label = draw(() => (random.uniform() < 0.35 ? 1 : 0));
  // Coarse scores, so that many tie.
  const score = () => label.map((y) => Math.round(12 * (random.uniform() + 0.3 * y)) / 12);
  const code = Int32Array.from({ length: rows }, (_, row) => (row < groups ? row : random.uint32() % groups));
  return {
    label,
    a: score(),
    b: score(),
    weight: draw(() => 0.2 + random.uniform()),
    group: { code, count: groups },
  };
}

describe('placements', () => {
  it('gives the worked example', () => {
    const { auc, of } = placements(Float64Array.of(0, 0, 1, 1), Float64Array.of(0.1, 0.4, 0.35, 0.8), null);
    expect(auc).toBe(0.75);
    expect([...of]).toEqual([1, 0.5, 0.5, 1]);
  });

  it('gives the AUC of scikit-learn, weighted too', () => {
    expectClose(placements(LABEL, A, null).auc, 0.8541666666666666, 2e-16);
    expect(placements(LABEL, B, null).auc).toBe(0.875);
    expectClose(placements(LABEL, A, WEIGHT).auc, 0.875, 2e-16);
  });

  it('counts ties half, −0 and 0 among them', () => {
    expect(placements(Float64Array.of(1, 0, 1, 0), Float64Array.of(0, -0, -0, 0), null).auc).toBe(0.5);
  });
});

describe('placements of unweighted rows', () => {
  it.each([
    ['many ties', 20],
    ['few ties', 1e6],
  ])('equal those with weight 1 to the bit: %s', (_, steps) => {
    const random = seededRandom(12);
    const label = Float64Array.from({ length: 40_000 }, () => (random.uniform() < 0.1 ? 1 : 0));
    const score = label.map((y) => Math.round(steps * (random.uniform() + 0.3 * y)) / steps - 0.4);
    const counted = placements(label, score, null);
    const weighted = placements(label, score, new Float64Array(40_000).fill(1));
    expect(counted.auc).toBe(weighted.auc);
    expect(counted.of).toEqual(weighted.of);
  });

  it('are NaN in sum without rows or without a class', () => {
    expect(placements(new Float64Array(0), new Float64Array(0), null).auc).toBeNaN();
    expect(placements(Float64Array.of(1), Float64Array.of(0.5), null).auc).toBeNaN();
  });

  it('are all one half for a constant score', () => {
    const label = Float64Array.of(0, 1, 0, 1, 1);
    expect([
      ...placements(
        label,
        label.map(() => 0.1),
        null,
      ).of,
    ]).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
  });
});

describe('delong', () => {
  it('gives the worked example', () => {
    const label = Float64Array.of(0, 0, 1, 1);
    const both = delong(
      label,
      Float64Array.of(0.1, 0.4, 0.35, 0.8),
      Float64Array.of(0.4, 0.1, 0.35, 0.8),
      ROWS,
    );
    expect(both).toMatchObject({
      candidate: 0.75,
      baseline: 0.75,
      delta: 0,
      method: 'DeLong',
      degrees: Infinity,
    });
    expect(both.standardError).toBe(0.5);
  });

  it('gives the golden difference and its test', () => {
    const both = delong(LABEL, B, A, ROWS);
    expectClose(both.delta, 0.02083333333333348, 1e-14);
    expectClose(both.standardError, 0.13110110602126893);
    expectClose(both.delta / both.standardError!, 0.1589104315409332, 1e-13);
    expectClose(wald(both, 0.95).p, 0.8737394419527429);
  });

  it('gives the golden covariance matrix', () => {
    // Against a constant model a difference has the variance of one AUC.
    const constant = LABEL.map(() => 0.5);
    const ofA = delong(LABEL, A, constant, ROWS).standardError! ** 2;
    const ofB = delong(LABEL, B, constant, ROWS).standardError! ** 2;
    const ofDifference = delong(LABEL, B, A, ROWS).standardError! ** 2;
    expectClose(ofA, 0.015335648148148147);
    expectClose(ofB, 0.017361111111111112);
    expectClose((ofA + ofB - ofDifference) / 2, 0.00775462962962963);
  });

  it.each([1, 2, 3])('equals brute force over all pairs, weights and groups (seed %d)', (seed) => {
    const { label, a, b, weight, group } = randomRows(seed, 120, 25);
    for (const sampling of [
      ROWS,
      { weight, group: null },
      { weight: null, group },
      { weight, group },
    ] satisfies Sampling[]) {
      const expected = bruteForce(label, a, b, sampling);
      const actual = delong(label, a, b, sampling);
      expectClose(actual.delta, expected.delta, 1e-12);
      expectClose(actual.standardError, expected.standardError, 1e-12);
    }
  });

  it('is itself again when every row is its own group', () => {
    const { label, a, b, weight } = randomRows(9, 60, 60);
    const single = { code: Int32Array.from(label, (_, row) => row), count: 60 };
    const clustered = delong(label, a, b, { weight, group: single });
    expectClose(clustered.standardError, delong(label, a, b, { weight, group: null }).standardError!, 1e-13);
    expect(clustered).toMatchObject({ method: 'DeLong, clustered (Obuchowski)', degrees: 59 });
  });

  it('has no error to give when a class has one row, or one group', () => {
    const label = Float64Array.of(0, 0, 1);
    const scores = Float64Array.of(0.1, 0.2, 0.3);
    expect(delong(label, scores, scores, ROWS)).toMatchObject({
      candidate: 1,
      standardError: null,
      reason: 'An interval needs two rows of each class; there are 1 with label 1 and 2 with label 0.',
    });
    const group = { code: Int32Array.of(0, 0, 0, 1, 1), count: 2 };
    const fiveLabels = Float64Array.of(0, 1, 1, 0, 0);
    const five = Float64Array.of(1, 2, 3, 4, 5);
    expect(delong(fiveLabels, five, five, { weight: null, group })).toMatchObject({
      standardError: null,
      reason: 'An interval needs two groups with each class; 1 of 2 hold a label 1 and 2 a label 0.',
    });
  });
});
