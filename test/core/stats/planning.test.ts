import { describe, expect, it } from 'vitest';
import { detectableDifference } from '../../../src/core/stats/detectable-difference.ts';
import { aucDifferenceError, hanleyMcneil } from '../../../src/core/stats/hanley-mcneil.ts';
import { failPower, passPower, rowsNeeded } from '../../../src/core/stats/power.ts';
import { expectClose } from './relative.ts';

const plan = { margin: 0.002, standardError: 0.002, confidence: 0.95 };

describe('power', () => {
  it('gives the worked examples', () => {
    expectClose(passPower(plan, 0), 0.1685366707102025, 1e-13);
    expectClose(passPower(plan, -0.002), 0.025, 1e-13);
    expectClose(failPower(plan, 0), 0.0015383750428850085, 1e-12);
    expectClose(failPower(plan, -0.002), 0.025, 1e-13);
    expect(rowsNeeded(plan, 10_000, 0.8)).toBe(78_489);
  });

  it('agrees with the smallest detectable difference and with itself', () => {
    const margin = detectableDifference(0.002, 0.95, Infinity);
    expectClose(passPower({ ...plan, margin }, 0), 0.8, 1e-12);
    expectClose(passPower({ ...plan, margin, degrees: Infinity }, 0), 0.8, 1e-12);
    const rows = rowsNeeded(plan, 10_000, 0.9, -0.001);
    const standardError = 0.002 * Math.sqrt(10_000 / rows);
    expectClose(passPower({ ...plan, standardError }, -0.001), 0.9, 1e-5);
    expect(rowsNeeded(plan, 10_000, 0.8, -0.002)).toBe(Infinity);
  });

  it('is less with few groups', () => {
    expect(passPower({ ...plan, margin: 0.006, degrees: 5 }, 0)).toBeLessThan(
      passPower({ ...plan, margin: 0.006 }, 0),
    );
  });
});

describe('hanleyMcneil', () => {
  it('gives the worked example, and that of the paper', () => {
    expectClose(hanleyMcneil(0.8, 50, 50), 0.04450218471540969, 1e-13);
    // Table II of Hanley & McNeil 1982: 51 diseased, 58 normal, area 0.893, standard error 0.0325 by this formula.
    expect(hanleyMcneil(0.893, 51, 58)).toBeCloseTo(0.0325, 4);
  });

  it('has no error between a model and itself', () => {
    const prior = { auc: 0.75, positives: 500, negatives: 9500 };
    expect(aucDifferenceError({ ...prior, correlation: 1 })).toBe(0);
    expectClose(aucDifferenceError({ ...prior, correlation: 0.5 }), 0.01283262700266293, 1e-12);
  });
});
