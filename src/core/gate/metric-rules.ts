/** Rules on quality: one for each metric that the policy names. */
import type { Evaluation, MetricResult } from '../documents/evaluation.ts';
import type { RuleResult } from '../documents/verdict.ts';
import { rowsForMargin } from '../planning/needed.ts';
import { metricIdOf } from '../policy/metric-id.ts';
import type { MetricRule } from '../policy/schema.ts';
import { parsePercent } from '../policy/values.ts';
import { type Context, finite, type Part, ruleOf, soundInterval } from './context.ts';
import { type Conditions, judgeMetric, type MetricFacts } from './metric-conditions.ts';

/** One result per metric that the policy names, in its order. */
export function metricRules(context: Context): RuleResult[] {
  return Object.entries(context.policy.metrics).map(([key, rule]) => {
    const { evaluation } = context;
    const metric = metricIdOf(key, rule);
    const write = (more: Part & Partial<RuleResult>) =>
      ruleOf(context, key, ['metrics', key], { level: rule.level, unit: 'score', metric, ...more });
    if (!evaluation.ok) return write({ result: evaluation.result, reason: evaluation.reason });
    const measured = findMetric(evaluation.document, metric, null);
    if (typeof measured === 'string') return write({ result: 'fail', reason: measured });
    const facts = factsOf(measured, rule, context, evaluation.document.compared);
    return write({ ...numbersOf(facts), ...judgeMetric(facts) });
  });
}

/** The one result of a metric on a slice, or on the whole holdout for null; or why there is none. */
export function findMetric({ metrics }: Evaluation, id: string, slice: string | null): MetricResult | string {
  const found = metrics.filter((one) => one.metric === id && one.slice === slice);
  if (found.length === 1) return found[0]!;
  return found.length === 0
    ? `${id} was not measured.`
    : `${id} was measured ${found.length} times; one is needed.`;
}

export function factsOf(
  measured: MetricResult,
  rule: Conditions,
  context: Pick<Context, 'mode' | 'confidence'>,
  compared: boolean,
): MetricFacts {
  const { mode, confidence } = context;
  const interval = soundInterval(measured.interval);
  const margin = absoluteMargin(rule.margin, finite(measured.baseline));
  return { id: measured.metric, rule, mode, confidence, measured, compared, interval, margin, family: null };
}

/** What a rule shows of the measurement. */
export function numbersOf({ measured, interval, margin, rule, mode }: MetricFacts): Partial<RuleResult> {
  const rows = rowsForMargin(measured, margin, mode);
  return {
    value: finite(measured.candidate),
    baseline: finite(measured.baseline),
    delta: finite(measured.delta),
    interval,
    margin,
    bounds: boundsOf(rule),
    mde: finite(measured.mde),
    n: measured.n,
    ...(rows !== null && { rowsNeeded: rows }),
  };
}

function boundsOf({ min, max }: Conditions): RuleResult['bounds'] {
  return min === undefined && max === undefined ? null : { min: min ?? null, max: max ?? null };
}

/** A percentage is of the baseline's size. */
export function absoluteMargin(margin: MetricRule['margin'], baseline: number | null): number | null {
  if (typeof margin !== 'string') return margin ?? null;
  return baseline === null ? null : parsePercent(margin) * Math.abs(baseline);
}
