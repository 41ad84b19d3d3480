import { describe, expect, it } from 'vitest';
import type { RuleResult } from '../../../src/core/documents/verdict.ts';
import { planRule } from '../../../src/core/planning/measured.ts';
import { detectableDifference } from '../../../src/core/stats/detectable-difference.ts';
import { passPower, rowsNeeded } from '../../../src/core/stats/power.ts';
import { evaluation, metric } from '../gate/samples.ts';

const RULE = { model: 'm', metric: 'auc', slice: null, margin: 0.002 } as RuleResult;
const SE = 0.001;

function planWith(degrees: number, mode: 'guard' | 'point' = 'guard') {
  const measured = metric({ standardError: SE, mde: detectableDifference(SE, 0.95, degrees) });
  return planRule(RULE, evaluation([measured]), mode);
}

describe('plan from an evaluation', () => {
  it.each([5, 40, Number.POSITIVE_INFINITY])(
    'plans with the %d degrees of freedom of the measurement',
    (degrees) => {
      const plan = { margin: 0.002, standardError: SE, confidence: 0.95, degrees };
      const planned = planWith(degrees);
      expect(planned.passChance).toBeCloseTo(passPower(plan, 0), 6);
      expect(Math.abs(planned.rowsNeeded! - rowsNeeded(plan, 4000, 0.8))).toBeLessThanOrEqual(1);
    },
  );

  it('takes no interval into account where the policy compares bare differences', () => {
    expect(planWith(Number.POSITIVE_INFINITY, 'point').passChance).toBeCloseTo(0.97725, 4);
  });

  it.each([
    [{ standardError: 0, mde: 0 }, /answer alike/],
    [{ standardError: null, interval: null, mde: null, reason: 'One group.' }, /One group/],
  ])('says why there is no plan for %j', (more, why) => {
    const planned = planRule(RULE, evaluation([metric(more)]), 'guard');
    expect(planned).toMatchObject({ passChance: null, rowsNeeded: null });
    expect(planned.reason).toMatch(why);
  });
});
