import { expect, it } from 'vitest';
import { evaluateMetric } from '../../../src/core/metrics/table.ts';
import { expectClose } from '../stats/relative.ts';
import { GOLDEN, scoresOf } from './sample.ts';

const evaluate = (parts: Parameters<typeof scoresOf>[0]) => evaluateMetric('accuracy', scoresOf(parts), 0.95);

it('counts rows whose class is predicted', () => {
  const result = evaluate({ label: GOLDEN.label, candidate: GOLDEN.b, baseline: GOLDEN.a });
  // a misses two positives; b those two as well (one at exactly 0.5) and one negative.
  expect(result).toMatchObject({ candidate: 0.7, baseline: 0.8, direction: 'higher' });
  expectClose(result.delta, -0.1, 1e-14);
  expectClose(result.standardError, 0.1, 1e-14);
});

it('predicts 0 at exactly 0.5, and says so', () => {
  const half = evaluate({ label: [0, 1], candidate: [0.5, 0.5000000001] });
  expect(half).toMatchObject({ candidate: 1, convention: 'threshold>0.5' });
});

it('weighs rows', () => {
  expect(evaluate({ label: [1, 0], candidate: [0.9, 0.9], weight: [3, 1] }).candidate).toBe(0.75);
});
