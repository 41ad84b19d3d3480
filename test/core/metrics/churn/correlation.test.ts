/** Rank correlations against their definitions over all pairs, and against SciPy's numbers. */
import { describe, expect, it } from 'vitest';
import { kendallTauB } from '../../../../src/core/metrics/churn/kendall.ts';
import { spearman } from '../../../../src/core/metrics/churn/spearman.ts';
import { sortCountingInversions, tiedPairs } from '../../../../src/core/metrics/ranking/inversions.ts';
import { seededRandom } from '../../../../src/core/stats/random.ts';
import { expectClose } from '../../stats/relative.ts';

/** O(n²). */
function tauOfPairs(x: Float64Array, y: Float64Array): number {
  let [agreement, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      agreement += a * b;
      untiedX += a * a;
      untiedY += b * b;
    }
  }
  return agreement / Math.sqrt(untiedX) / Math.sqrt(untiedY);
}

/** Midranks by counting, then Pearson: O(n²). */
function rhoOfRanks(x: Float64Array, y: Float64Array): number {
  const ranks = (values: Float64Array) =>
    values.map((v) => values.reduce((sum, u) => sum + (u < v ? 1 : u === v ? 0.5 : 0), 0));
  const centred = (values: Float64Array) => values.map((v) => v - values.length / 2);
  const [a, b] = [centred(ranks(x)), centred(ranks(y))];
  const dot = (u: Float64Array, v: Float64Array) => u.reduce((sum, value, i) => sum + value * v[i]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

const random = seededRandom(11);
const values = (n: number, levels: number) =>
  Float64Array.from({ length: n }, () => (random.uint32() % levels) - 2);

describe.each([
  [2, 1000],
  [3, 2],
  [40, 3],
  [41, 10],
  [333, 20],
  [256, 1e9],
])('%d values of %d levels', (n, levels) => {
  const x = values(n, levels);
  const y = values(n, levels);
  // So that neither side is constant.
  [x[0], y[0], x[1], y[1]] = [-5, 8, 9, -7];

  it('tau-b', () => expectClose(kendallTauB(x, y), tauOfPairs(x, y), 1e-13));
  it('rho', () => expectClose(spearman(x, y), rhoOfRanks(x, y), 1e-12));

  it('is symmetric, and turns its sign with one side', () => {
    expectClose(kendallTauB(y, x), kendallTauB(x, y), 1e-13);
    expectClose(
      kendallTauB(
        x.map((v) => -v),
        y,
      ),
      -kendallTauB(x, y),
      1e-13,
    );
    expectClose(
      spearman(
        x,
        y.map((v) => v ** 3 + v),
      ),
      spearman(x, y),
      1e-12,
    );
  });

  it('is 1 with itself and −1 with its reverse', () => {
    expectClose(kendallTauB(x, x), 1, 1e-13);
    expectClose(spearman(x, x), 1, 1e-13);
    expectClose(
      spearman(
        x,
        x.map((v) => -v),
      ),
      -1,
      1e-13,
    );
  });
});

it('worked examples', () => {
  const of = (...numbers: number[]) => Float64Array.from(numbers);
  expectClose(kendallTauB(of(1, 2, 3, 4), of(1, 3, 2, 4)), 4 / 6);
  expectClose(kendallTauB(of(1, 1, 2), of(1, 2, 3)), 2 / Math.sqrt(6));
  expectClose(spearman(of(1, 2, 3, 4), of(1, 3, 2, 4)), 0.8);
  // The example of scipy.stats.kendalltau.
  expectClose(kendallTauB(of(12, 2, 1, 12, 2), of(1, 4, 7, 1, 0)), -0.47140452079103173, 1e-14);
});

it('is undefined for a constant side, one row or none', () => {
  for (const correlation of [kendallTauB, spearman]) {
    expect(correlation(Float64Array.of(1, 2), Float64Array.of(3, 3))).toBeNaN();
    expect(correlation(Float64Array.of(1), Float64Array.of(3))).toBeNaN();
    expect(correlation(new Float64Array(), new Float64Array())).toBeNaN();
  }
});

it('counts inversions and ties', () => {
  const some = Float64Array.of(3, 1, 2, 1);
  expect(sortCountingInversions(some)).toBe(4);
  expect([...some]).toEqual([1, 1, 2, 3]);
  expect(tiedPairs(some)).toBe(1);
  const n = 100_000;
  expect(sortCountingInversions(Float64Array.from({ length: n }, (_, i) => -i))).toBe((n * (n - 1)) / 2);
});
