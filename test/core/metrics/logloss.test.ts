import { expect, it } from 'vitest';
import { evaluateMetric } from '../../../src/core/metrics/table.ts';
import { expectClose } from '../stats/relative.ts';
import { GOLDEN, scoresOf } from './sample.ts';

const evaluate = (parts: Parameters<typeof scoresOf>[0]) => evaluateMetric('logloss', scoresOf(parts), 0.95);

it('equals the golden numbers', () => {
  expectClose(evaluate({ label: GOLDEN.label, candidate: GOLDEN.a }).candidate, 0.4532313556437055);
  expectClose(evaluate({ label: [1, 0], candidate: [0, 0.5] }).candidate, 18.36840028483855);
});

it('clips certainty on both sides to the same cost', () => {
  expectClose(evaluate({ label: [1], candidate: [0] }).candidate, 36.04365338911715);
  expectClose(evaluate({ label: [0], candidate: [1] }).candidate, 36.04365338911715);
  expect(evaluate({ label: [0, 1], candidate: [0, 1] }).candidate).toBeCloseTo(0, 15);
});

it('weighs rows', () => {
  const { candidate } = evaluate({ label: [1, 0], candidate: [0.5, 0.75], weight: [3, 1] });
  expectClose(candidate, (3 * Math.LN2 + Math.log(4)) / 4);
});

it('compares by paired t, over groups where there are any', () => {
  // Losses in units of ln 2: candidate 1 2 1 3, baseline 1 1 2 1. Differences 0 1 −1 2.
  const parts = {
    label: [1, 1, 1, 1],
    candidate: [0.5, 0.25, 0.5, 0.125],
    baseline: [0.5, 0.5, 0.25, 0.5],
  };
  const rows = evaluate(parts);
  expectClose(rows.delta, Math.LN2 / 2);
  expectClose(rows.standardError, Math.LN2 * Math.sqrt(5 / 12));
  expect(rows).toMatchObject({ direction: 'lower', interval: { method: 'paired t' }, reason: null });
  const groups = evaluate({ ...parts, group: ['a', 'b', 'a', 'b'] });
  expectClose(groups.standardError, Math.LN2);
  expect(groups.interval).toMatchObject({ method: 'paired t, clustered' });
});
