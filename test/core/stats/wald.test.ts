import { describe, expect, it } from 'vitest';
import { detectableDifference } from '../../../src/core/stats/detectable-difference.ts';
import { studentQuantile, studentSurvival } from '../../../src/core/stats/student.ts';
import { type Estimate, wald } from '../../../src/core/stats/wald.ts';
import { expectClose } from './relative.ts';

const estimate = (delta: number, standardError: number | null, degrees = Infinity): Estimate => ({
  delta,
  standardError,
  degrees,
  method: 'DeLong',
  reason: null,
});

/** Hall's transformation solved for the upper bound, by hand: 2 − 30·(∛(1 + 0.1(−1.959964 − 1/60)) − 1). */
const WORKED_UPPER = 2 - 30 * (Math.cbrt(1 + 0.1 * (-1.959963984540054 - 1 / 60)) - 1);

describe('wald', () => {
  it('gives the worked example', () => {
    const { interval, p, mde } = wald(estimate(2, 1), 0.95);
    expectClose(interval?.lower, 0.04003601545994617, 1e-13);
    expectClose(interval?.upper, 3.959963984540054);
    expectClose(p, 0.04550026389635842);
    expectClose(mde, 2.801585218112968);
  });

  it('uses t where degrees are few', () => {
    const { interval, p } = wald(estimate(-3, 1, 4), 0.9);
    expectClose(interval?.lower, -3 - studentQuantile(0.95, 4));
    expectClose(p, 2 * studentSurvival(3, 4));
  });

  it('moves the bound in the tail of a skewed estimate away, and leaves the other', () => {
    const skewed = { ...estimate(2, 1), skewness: 0.1 };
    const { interval, p } = wald(skewed, 0.95);
    expectClose(interval?.lower, 0.04003601545994617, 1e-13);
    expectClose(interval?.upper, WORKED_UPPER, 1e-10);
    expectClose(p, 0.04550026389635842);
    const mirrored = wald({ ...skewed, skewness: -0.1 }, 0.95);
    expectClose(mirrored.interval?.lower, 4 - WORKED_UPPER, 1e-10);
    expectClose(mirrored.interval?.upper, 3.959963984540054);
    // p is 5 % where a bound is 0.
    expectClose(wald({ ...skewed, delta: 2 - WORKED_UPPER }, 0.95).p, 0.05, 1e-9);
    // A skewness of nearly nothing is none.
    expectClose(wald({ ...skewed, skewness: 1e-7 }, 0.95).interval?.upper, 3.959963984540054, 1e-6);
  });

  it('says [0, 0] and p 1 of models that score alike', () => {
    const { interval, p, mde, reason } = wald(estimate(0, 0), 0.95);
    expect(interval).toMatchObject({ lower: 0, upper: 0 });
    expect([p, mde, reason]).toEqual([1, 0, null]);
  });

  it('claims nothing when the spread cannot be seen', () => {
    const nothing = { standardError: null, interval: null, p: null, mde: null };
    expect(wald(estimate(0.5, 0), 0.95)).toMatchObject(nothing);
    expect(wald(estimate(0.5, 1e-17), 0.95).reason).toMatch(/same in every row/);
    expect(wald({ ...estimate(0.5, null), reason: 'too few' }, 0.95)).toEqual({
      ...nothing,
      reason: 'too few',
    });
  });
});

describe('detectableDifference', () => {
  it('gives the worked example, and scales with the standard error', () => {
    expectClose(detectableDifference(1, 0.95, Infinity), 2.801585218112968);
    expectClose(detectableDifference(0.003, 0.95, Infinity), 0.003 * 2.801585218112968);
  });

  it('is never below what its own interval needs to exclude 0', () => {
    for (const degrees of [1, 3, 20, Infinity]) {
      expect(detectableDifference(1, 0.95, degrees)).toBeGreaterThan(studentQuantile(0.975, degrees));
    }
  });
});
