import { describe, expect, it } from 'vitest';
import { normalDeviates } from '../../../src/core/stats/normal-deviates.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import { distanceInference, EITHER_SIDE } from '../../../src/core/stats/target-distance.ts';
import { expectClose } from './relative.ts';

const RESAMPLES = 4000;
const UNITS = { kind: 'groups', count: 10_000 } as const;
const OPTIONS = { confidence: 0.95, seed: 1, resamples: RESAMPLES };

/** Resamples around both values, each with an error of its own and one in common. */
function infer(candidate: number, baseline: number, own: number, common: number) {
  const normal = normalDeviates(seededRandom(6));
  const values = new Float64Array(2 * RESAMPLES);
  for (let i = 0; i < RESAMPLES; i++) {
    const shared = common * normal();
    values[2 * i] = candidate + shared + own * normal();
    values[2 * i + 1] = baseline + shared + own * normal();
  }
  return distanceInference([candidate, baseline], values, 1, UNITS, OPTIONS);
}

describe('distanceInference', () => {
  it('takes the paired difference where both models lie on one side', () => {
    const above = infer(1.5, 1.4, 0.01, 0.05);
    expectClose(above.standardError, 0.01 * Math.SQRT2, 0.05);
    expectClose(above.interval!.lower, 0.1 - 1.96 * 0.01 * Math.SQRT2, 0.05);
    expect(above.interval!.method).toMatch(/both above the target$/);
    // Below 1, the lower value is the farther one.
    const below = infer(0.5, 0.6, 0.01, 0.05);
    expectClose(below.interval!.upper, 0.1 + 1.96 * 0.01 * Math.SQRT2, 0.05);
    expect(below.interval!.method).toMatch(/both below the target$/);
  });

  it('takes the sum where they lie on both sides', () => {
    const { interval, standardError } = infer(1.5, 0.6, 0.01, 0.05);
    expect(interval!.method).toMatch(/on both sides of the target$/);
    expectClose(standardError, Math.hypot(0.01 * Math.SQRT2, 0.1), 0.05);
    expect(interval!.lower).toBeLessThan(0.1);
    expect(interval!.upper).toBeGreaterThan(0.1);
  });

  it('reaches as far to one side as to the other where no side is known', () => {
    const { interval, p } = infer(1.01, 0.99, 0.01, 0.05);
    expect(interval!.lower).toBe(-interval!.upper);
    expectClose(interval!.upper, 0.02 + 1.96 * 0.01 * Math.SQRT2, 0.08);
    expect(interval!.method.endsWith(EITHER_SIDE)).toBe(true);
    expect(p).toBeGreaterThan(0.5);
  });

  it('bounds a loss by the paired difference when only the baseline may be on either side', () => {
    const { interval } = infer(1.5, 1.01, 0.01, 0.05);
    expectClose(interval!.upper, 0.49 + 1.96 * 0.01 * Math.SQRT2, 0.02);
    // The other bound allows for a baseline below 1.
    expect(interval!.lower).toBeLessThan(0.49 - 1.96 * 0.01 * Math.SQRT2 + 0.001);
  });

  it('says that models which answer alike are equally far', () => {
    const values = new Float64Array(2 * RESAMPLES).fill(1.2);
    expect(distanceInference([1.2, 1.2], values, 1, UNITS, OPTIONS)).toMatchObject({
      p: 1,
      standardError: 0,
    });
  });
});
