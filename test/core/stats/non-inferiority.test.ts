import { describe, expect, it } from 'vitest';
import { inferiorityP, nonInferiorityP } from '../../../src/core/stats/non-inferiority.ts';
import { studentSurvival } from '../../../src/core/stats/student.ts';
import { wald } from '../../../src/core/stats/wald.ts';
import { expectClose } from './relative.ts';

function gainOf(gain: number, standardError: number, degrees: number, confidence = 0.95) {
  const { interval } = wald({ delta: gain, standardError, degrees, method: 't', reason: null }, confidence);
  return { gain, standardError, interval: interval! };
}

describe('nonInferiorityP', () => {
  it('gives the worked example', () => {
    expectClose(nonInferiorityP(gainOf(0, 1, Infinity), 2), 0.022750131948179195, 1e-12);
  });

  it('finds the degrees of freedom in the interval', () => {
    for (const degrees of [1, 4, 7, 60, 5000]) {
      for (const margin of [0.3, 2.5, 12]) {
        const p = nonInferiorityP(gainOf(0.1, 1, degrees), margin);
        expectClose(p, studentSurvival(0.1 + margin, degrees), 1e-7);
      }
    }
  });

  it('has the other side as its complement', () => {
    for (const gain of [-3, -0.5, 0, 2]) {
      const estimate = gainOf(gain, 1, 9);
      expectClose(nonInferiorityP(estimate, 1) + inferiorityP(estimate, 1), 1, 1e-12);
    }
    const bootstrap = { gain: 0, standardError: 1, interval: { lower: -1.5, upper: 2.6, confidence: 0.95 } };
    expectClose(nonInferiorityP(bootstrap, 3) + inferiorityP(bootstrap, 3), 1, 1e-12);
  });

  it('agrees with a bootstrap interval at its bounds', () => {
    const estimate = { gain: 0, standardError: 1, interval: { lower: -1.5, upper: 2.6, confidence: 0.95 } };
    expectClose(nonInferiorityP(estimate, 1.5), 0.025, 1e-13);
    expect(nonInferiorityP(estimate, 1.49)).toBeGreaterThan(0.025);
    expectClose(
      inferiorityP({ ...estimate, gain: -5, interval: { lower: -7, upper: -4, confidence: 0.9 } }, 4),
      0.05,
      1e-13,
    );
  });

  it('is certain of models that score alike', () => {
    const alike = { gain: 0, standardError: 0, interval: { lower: 0, upper: 0, confidence: 0.95 } };
    expect([nonInferiorityP(alike, 0.001), inferiorityP(alike, 0.001)]).toEqual([0, 1]);
    expect([nonInferiorityP(alike, 0), inferiorityP(alike, 0)]).toEqual([0, 1]);
    expect([nonInferiorityP({ ...alike }, -0.1), inferiorityP({ ...alike }, -0.1)]).toEqual([1, 0]);
  });
});
