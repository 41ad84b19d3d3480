/** Rules on quality: one for each metric that the policy names. */
import type { Evaluation, MetricResult } from '../documents/evaluation.ts';
import type { RuleResult } from '../documents/verdict.ts';
import type { MetricRule } from '../policy/schema.ts';
import { parsePercent } from '../policy/values.ts';
import { type Context, finite, type Part, ruleOf, soundInterval } from './context.ts';
import { judgeMetric, type MetricFacts } from './metric-conditions.ts';

/** One result per metric that the policy names, in its order. */
export function metricRules(context: Context): RuleResult[] {
  return Object.entries(context.policy.metrics).map(([id, rule]) => {
    const { evaluation } = context;
    const write = (more: Part & Partial<RuleResult>) =>
      ruleOf(context, id, ['metrics', id], { level: rule.level, unit: 'score', ...more });
    if (!evaluation.ok) return write({ result: evaluation.result, reason: evaluation.reason });
    const measured = findMetric(evaluation.document, id);
    if (typeof measured === 'string') return write({ result: 'fail', reason: measured });
    const facts = factsOf(measured, rule, context, evaluation.document.compared);
    return write({
      value: finite(measured.candidate),
      baseline: finite(measured.baseline),
      delta: finite(measured.delta),
      interval: facts.interval,
      margin: facts.margin,
      bounds: boundsOf(rule),
      mde: finite(measured.mde),
      n: measured.n,
      ...judgeMetric(facts),
    });
  });
}

function findMetric({ metrics }: Evaluation, id: string): MetricResult | string {
  const found = metrics.filter(({ metric, slice }) => metric === id && slice === null);
  if (found.length === 1) return found[0]!;
  return found.length === 0
    ? `${id} was not measured.`
    : `${id} was measured ${found.length} times; one is needed.`;
}

function factsOf(measured: MetricResult, rule: MetricRule, context: Context, compared: boolean): MetricFacts {
  const { mode, confidence } = context;
  const interval = soundInterval(measured.interval);
  const margin = absoluteMargin(rule.margin, finite(measured.baseline));
  return { id: measured.metric, rule, mode, confidence, measured, compared, interval, margin };
}

function boundsOf({ min, max }: MetricRule): RuleResult['bounds'] {
  return min === undefined && max === undefined ? null : { min: min ?? null, max: max ?? null };
}

/** A percentage is of the baseline's size. */
function absoluteMargin(margin: MetricRule['margin'], baseline: number | null): number | null {
  if (typeof margin !== 'string') return margin ?? null;
  return baseline === null ? null : parsePercent(margin) * Math.abs(baseline);
}
