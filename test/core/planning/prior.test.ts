import { describe, expect, it } from 'vitest';
import { planPrior } from '../../../src/core/planning/prior.ts';

const PRIOR = {
  rows: 10_000,
  positiveRate: 0.05,
  auc: 0.75,
  correlation: 0.9,
  margin: 0.002,
  confidence: 0.95,
};

describe('plan from priors', () => {
  it('needs so many rows that a plan for them passes an equal model 4 times in 5', () => {
    const { rowsNeeded } = planPrior(PRIOR);
    expect(rowsNeeded).toBe(646_263);
    const [equal, atMargin, worse] = planPrior({ ...PRIOR, rows: rowsNeeded }).chances;
    expect(equal!.pass).toBeCloseTo(0.8, 2);
    expect(atMargin!.pass).toBeCloseTo(0.025, 10);
    expect(worse!.fail).toBeCloseTo(0.8, 2);
  });

  it('splits every candidate into pass, open and fail', () => {
    for (const { pass, inconclusive, fail } of planPrior(PRIOR).chances)
      expect(pass + inconclusive + fail).toBeCloseTo(1, 12);
  });

  it('finds smaller differences between models that are more alike', () => {
    expect(planPrior({ ...PRIOR, correlation: 0.99 }).mde).toBeLessThan(planPrior(PRIOR).mde);
  });
});
