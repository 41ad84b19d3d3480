import type { Arm } from '../documents/benchmark.ts';
import type { LatencyPolicy } from '../policy/schema.ts';
import { parseDuration, parsePercent } from '../policy/values.ts';
import { PERCENTILES } from './arms.ts';
import { compareBudget } from './budget.ts';
import { allowedShare, compareArm } from './compare.ts';

/** Whether any rule of the policy compares with the baseline, and so can be open. */
export function hasComparisons(latency: LatencyPolicy): boolean {
  return PERCENTILES.some(({ metric }) => latency[metric]?.['max-regression'] !== undefined);
}

/**
 * Whether every rule of one batch size has its answer. Proved slower counts only when it would be so among all rules of
 * the policy (Bonferroni, so that Holm's correction in the gate agrees). A rule that too few calls bear stays open in
 * the gate, but more launches would not help it: it does not keep the benchmark going.
 */
export function isDecided(
  arms: readonly Pick<
    Arm,
    | 'metric'
    | 'baseline'
    | 'ratio'
    | 'interval'
    | 'control'
    | 'standardError'
    | 'share'
    | 'launches'
    | 'candidateInterval'
    | 'reason'
  >[],
  latency: LatencyPolicy,
  confidence: number,
): boolean {
  const rules = PERCENTILES.filter(({ metric }) => latency[metric]?.['max-regression'] !== undefined);
  const family = rules.length * latency.batch.length;
  return arms.every((arm) => {
    const { max, 'max-regression': regression } = latency[arm.metric] ?? {};
    if (max !== undefined && compareBudget(arm.candidateInterval, parseDuration(max)) === 'inconclusive')
      return false;
    if (regression === undefined || arm.reason !== undefined || arm.baseline === null) return true;
    if (!arm.interval) return false;
    const allowed = allowedShare(parsePercent(regression), parseDuration(latency.floor), arm.baseline);
    const { status, p } = compareArm(arm, arm.interval, allowed);
    return status === 'fail' ? p! * family <= (1 - confidence) / 2 : status === 'pass';
  });
}
