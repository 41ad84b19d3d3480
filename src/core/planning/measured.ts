/** What a holdout can decide by each rule with a margin, from the standard errors that were measured on it. */
import type { Evaluation, MetricResult } from '../documents/evaluation.ts';
import type { RuleResult } from '../documents/verdict.ts';
import { findMetric } from '../gate/metric-rules.ts';
import type { Policy } from '../policy/schema.ts';
import { passPower, rowsNeeded } from '../stats/power.ts';
import { planOf } from './needed.ts';
import { POWER } from './prior.ts';

export interface RulePlan {
  readonly model: string;
  readonly metric: string;
  readonly slice: string | null;
  /** In units of the metric. */
  readonly margin: number | null;
  /** Rows that the metric was measured on. */
  readonly rows: number | null;
  /** Independent units among them where rows belong to groups; null for rows, and for a slice, whose groups are not counted. */
  readonly groups: number | null;
  readonly standardError: number | null;
  readonly mde: number | null;
  /** That a model exactly as good as the baseline passes, on a holdout of this size. */
  readonly passChance: number | null;
  /** What an equal model needs to pass with a chance of 80 %. */
  readonly rowsNeeded: number | null;
  readonly groupsNeeded: number | null;
  /** Why numbers are missing, or null. */
  readonly reason: string | null;
}

/** `rule` has a margin; `document` is the evaluation that it was judged by. */
export function planRule(rule: RuleResult, document: Evaluation, mode: Policy['mode']): RulePlan {
  const measured = findMetric(document, rule.metric, rule.slice);
  const about = { model: rule.model, metric: rule.metric, slice: rule.slice, margin: rule.margin };
  if (typeof measured === 'string') return { ...about, ...NOTHING, reason: measured };
  const groups = rule.slice === null ? document.holdout.groups : null;
  const known = { ...about, ...NOTHING, rows: measured.n, groups };
  const { standardError, mde } = measured;
  const reason = whyNothing(measured, rule.margin);
  if (reason !== null || rule.margin === null) return { ...known, standardError, mde, reason };
  const plan = planOf(measured, rule.margin, mode)!;
  return {
    ...known,
    standardError,
    mde,
    passChance: passPower(plan, 0),
    rowsNeeded: rowsNeeded(plan, measured.n, POWER),
    groupsNeeded: groups === null ? null : rowsNeeded(plan, groups, POWER),
    reason: null,
  };
}

const NOTHING = {
  rows: null,
  groups: null,
  standardError: null,
  mde: null,
  passChance: null,
  rowsNeeded: null,
  groupsNeeded: null,
};

function whyNothing(measured: MetricResult, margin: number | null): string | null {
  if (measured.standardError === null || measured.interval === null)
    return measured.reason ?? 'There was no baseline to compare with.';
  if (margin === null) return 'The margin is a share of the baseline, which is undefined.';
  return measured.standardError === 0
    ? 'Both models answer alike, so nothing can be learned about others.'
    : null;
}
