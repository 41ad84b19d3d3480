import { expect, it } from 'vitest';
import { degreesOfFreedom, logRatioInterval } from '../../../src/core/stats/log-ratio-interval.ts';
import { expectClose } from './relative.ts';

it('is the geometric mean with a t interval on the logarithm', () => {
  // SciPy 1.17: exp(mean ± t.ppf(0.975, 2)·sem) of the logarithms.
  const { ratio, interval } = logRatioInterval([1, 1.1, 1.21], 0.95);
  expectClose(ratio, 1.1);
  expectClose(interval?.lower, 0.8680955999795194, 1e-13);
  expectClose(interval?.upper, 1.3938556997968279, 1e-13);
  expect(interval).toMatchObject({ confidence: 0.95, method: 't on trimmed log ratios over launches' });
});

it('leaves the highest and the lowest of seven out', () => {
  // SciPy 1.17: exp(mstats.trimmed_mean_ci(log, limits=(1/7, 1/7), alpha=0.05)).
  const { ratio, interval, standardError } = logRatioInterval([1.02, 1.05, 0.99, 1.1, 3, 1.04, 1.01], 0.95);
  expectClose(ratio, 1.0435358506011152);
  expectClose(interval?.lower, 0.98836961, 1e-8);
  expectClose(interval?.upper, 1.10178121, 1e-8);
  expectClose(standardError!, 0.019562191747029306, 1e-8);
  expect([2, 6, 7, 13, 14, 21].map(degreesOfFreedom)).toEqual([1, 5, 4, 10, 9, 14]);
});

it('treats faster and slower alike', () => {
  const up = logRatioInterval([1.25, 0.5, 2], 0.9);
  const down = logRatioInterval([0.8, 2, 0.5], 0.9);
  expectClose(up.ratio, 1 / down.ratio);
  expectClose(up.interval?.upper, 1 / down.interval!.lower, 1e-13);
});

it('has no interval for one launch, and a point for equal ones', () => {
  expect(logRatioInterval([1.5], 0.95)).toEqual({ ratio: 1.5, interval: null, standardError: null });
  expect(logRatioInterval([1, 1, 1], 0.95).interval).toMatchObject({ lower: 1, upper: 1 });
});

it('refuses what has no logarithm', () => {
  for (const ratios of [[], [0], [1, -1], [NaN], [Infinity]]) {
    expect(() => logRatioInterval(ratios, 0.95)).toThrow(RangeError);
  }
});
