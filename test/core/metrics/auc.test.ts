import { describe, expect, it } from 'vitest';
import { evaluateMetric } from '../../../src/core/metrics/table.ts';
import { expectClose } from '../stats/relative.ts';
import { GOLDEN, scoresOf } from './sample.ts';

const evaluate = (parts: Parameters<typeof scoresOf>[0]) => evaluateMetric('auc', scoresOf(parts), 0.95);

describe('auc', () => {
  it('equals the golden numbers', () => {
    const result = evaluate({ label: GOLDEN.label, candidate: GOLDEN.b, baseline: GOLDEN.a });
    expectClose(result.candidate, 0.875);
    expectClose(result.baseline, 0.8541666666666666);
    expectClose(result.delta, 0.02083333333333348);
    expectClose(result.standardError, 0.13110110602126893);
    expectClose(result.p, 0.8737394419527429);
    expectClose(result.interval?.lower, 0.02083333333333348 - 1.959963984540054 * 0.13110110602126893, 1e-13);
    expect(result).toMatchObject({ convention: 'ties=half', direction: 'higher', n: 10, reason: null });
    expect(result.interval).toMatchObject({ confidence: 0.95, method: 'DeLong' });
  });

  it('equals the golden weighted AUC', () => {
    expectClose(
      evaluate({ label: GOLDEN.label, candidate: GOLDEN.a, weight: GOLDEN.weight }).candidate,
      0.875,
    );
  });

  it('is 0.5 for a constant model, 1 and 0 for a perfect and a reversed one', () => {
    const label = [0, 1, 0, 1];
    expect(evaluate({ label, candidate: [0.3, 0.3, 0.3, 0.3] }).candidate).toBe(0.5);
    expect(evaluate({ label, candidate: [-1, 7, 0, 9] }).candidate).toBe(1);
    expect(evaluate({ label, candidate: [7, -1, 9, 0] }).candidate).toBe(0);
  });

  it('is undefined with one class or no rows', () => {
    const reasonOf = (label: number[]) => {
      const result = evaluate({ label, candidate: label.map(() => 0.5), baseline: label.map(() => 0.4) });
      expect(result).toMatchObject({ candidate: null, baseline: null, delta: null, interval: null, p: null });
      return result.reason;
    };
    expect(reasonOf([0, 0])).toBe('Every row has label 0; AUC needs both classes.');
    expect(reasonOf([1])).toBe('Every row has label 1; AUC needs both classes.');
    expect(reasonOf([])).toBe('There are no rows; AUC needs both classes.');
  });

  it('keeps both values where only the interval cannot be had', () => {
    const one = evaluate({ label: [0, 0, 1], candidate: [1, 2, 3], baseline: [1, 3, 2] });
    expect(one).toMatchObject({ candidate: 1, baseline: 0.5, delta: 0.5, interval: null, p: null });
    expect(one.reason).toMatch(/two rows of each class/);
    const perfect = evaluate({ label: [0, 0, 1, 1], candidate: [1, 2, 3, 4], baseline: [1, 1, 1, 1] });
    expect(perfect).toMatchObject({ delta: 0.5, standardError: null, interval: null });
    expect(perfect.reason).toMatch(/same in every row/);
  });
});
