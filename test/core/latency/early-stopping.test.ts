import { describe, expect, it } from 'vitest';
import { binomialAtMost } from '../../../src/core/latency/binomial.ts';
import { minimumCalls, mostOver, percentileBounds } from '../../../src/core/latency/early-stopping.ts';

describe('binomialAtMost', () => {
  it.each([
    [1, 11, 0.5, 12 / 2048],
    [0, 44, 0.1, 0.9 ** 44],
    [-1, 5, 0.5, 0],
    [5, 5, 0.5, 1],
    // Summed with 60 digits.
    [40, 100, 0.5, 0.028443966820490395],
    [9900, 1_000_000, 0.01, 0.15865120924671],
    [520_000, 1_000_000, 0.5, 1],
  ])('P(X ≤ %i) of %i at %f', (k, n, p, expected) => {
    expect(binomialAtMost(k, n, p)).toBeCloseTo(expected, 6);
  });

  it('is the sum of its terms', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    let sum = 0;
    for (let k = 0; k <= 20; k++) {
      sum += choose(20, k) * 0.3 ** k * 0.7 ** (20 - k);
      expect(binomialAtMost(k, 20, 0.3) / sum).toBeCloseTo(1, 9);
    }
  });
});

describe('early stopping', () => {
  it.each([
    [0.5, 7, 11],
    [0.9, 44, 64],
    [0.95, 90, 130],
    [0.99, 459, 662],
    [0.999, 4603, 6636],
  ])('p%f needs as many calls as MLPerf says', (p, none, one) => {
    expect([minimumCalls(p, 0), minimumCalls(p, 1)]).toEqual([none, one]);
  });

  it('allows as many slow calls as the counts say', () => {
    expect([458, 459, 661, 662].map((calls) => mostOver(calls, 0.99))).toEqual([-1, 0, 0, 1]);
  });

  it('proves bounds that are order statistics', () => {
    const sorted = Float64Array.from({ length: 662 }, (_, i) => i);
    expect(percentileBounds(sorted, 0.99)).toEqual({ lower: expect.any(Number), upper: 660 });
    expect(percentileBounds(sorted.subarray(0, 458), 0.99).upper).toBeNull();
    const { lower, upper } = percentileBounds(
      Float64Array.from({ length: 10_001 }, (_, i) => i),
      0.5,
    );
    // Symmetric about the median; ± 2.33 · √n / 2.
    expect(lower! + upper!).toBe(10_000);
    expect(upper! - 5000).toBeGreaterThan(110);
    expect(upper! - 5000).toBeLessThan(125);
  });
});
