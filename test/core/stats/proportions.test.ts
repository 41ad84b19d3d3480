import { describe, expect, it } from 'vitest';
import { mcnemarMidP } from '../../../src/core/stats/mcnemar.ts';
import { wilson } from '../../../src/core/stats/wilson.ts';
import { expectClose } from './relative.ts';

describe('mcnemarMidP', () => {
  // 2·binom.cdf(k − 1) + binom.pmf(k), SciPy 1.17.
  it.each([
    [1, 6, 0.0703125],
    [10, 25, 0.011330984183587137],
    [480, 550, 0.029203872586595035],
    [3, 40, 1.6183321349672015e-9],
    [100_000, 100_900, 0.04464904142863934],
  ])('%d against %d', (one, other, p) => {
    expectClose(mcnemarMidP(one, other), p, 1e-10);
    expect(mcnemarMidP(other, one)).toBe(mcnemarMidP(one, other));
  });

  it('is 1 for equal counts and 0 where no double is small enough', () => {
    expect([mcnemarMidP(0, 0), mcnemarMidP(7, 7), mcnemarMidP(0, 1_000_000)]).toEqual([1, 1, 0]);
    expect(mcnemarMidP(0, 1)).toBe(0.5);
  });
});

describe('wilson', () => {
  // scipy.stats.binomtest(…).proportion_ci(method='wilson'), SciPy 1.17.
  it.each([
    [81, 263, 0.95, 0.2552885198782742, 0.36620957698280004],
    [0, 10, 0.95, 0, 0.27753279986288926],
    [10, 10, 0.95, 0.7224672001371109, 1],
    [15, 148, 0.99, 0.05364486961396485, 0.18326735011315254],
    [1, 1_000_000, 0.95, 1.765245767453709e-7, 5.664911804311442e-6],
  ])('%d of %d at %d', (successes, n, confidence, lower, upper) => {
    const interval = wilson(successes, n, confidence);
    expectClose(interval.lower, lower, 1e-9);
    expectClose(interval.upper, upper, 1e-12);
  });

  it('refuses what is no proportion', () => {
    for (const [successes, n] of [[1, 0] as const, [3, 2] as const, [-1, 5] as const])
      expect(() => wilson(successes, n, 0.95)).toThrow(RangeError);
  });
});
