/** Rules on parts of the holdout: what a metric asks of the whole, or of slices in particular. */
import type { Evaluation, SliceGroup } from '../documents/evaluation.ts';
import type { RuleResult } from '../documents/verdict.ts';
import { metricIdOf } from '../policy/metric-id.ts';
import type { MetricRule, SlicePolicy } from '../policy/schema.ts';
import { sliceName } from '../policy/slice-name.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';
import { holm } from '../stats/holm.ts';
import { inferiorityP } from '../stats/non-inferiority.ts';
import { type Context, finite, type Part, ruleOf } from './context.ts';
import { type Conditions, gainOf, judgeMetric, type MetricFacts } from './metric-conditions.ts';
import { factsOf, findMetric, numbersOf } from './metric-rules.ts';

type Level = RuleResult['level'];

/** `metric` of the rule that stands for an entry of `slices` that could not be measured. */
const SLICES = 'slices';

/**
 * Entries of `slices` that were not measured come first, each a failure. Then one result per metric with a condition on
 * slices and slice that was large enough.
 */
export function sliceRules(context: Context): RuleResult[] {
  const { evaluation, policy } = context;
  const found = policy.slices.map((slice, index) => ({ slice, index, group: groupOf(slice, context) }));
  const absent = found.flatMap(({ slice, index, group }) =>
    'result' in group ? [absentRule(context, slice, index, group)] : [],
  );
  if (!evaluation.ok) return absent;
  const measured = found.flatMap(({ slice, group }) =>
    'result' in group ? [] : group.measured.map((id) => ({ id, level: slice.level })),
  );
  const rules = Object.entries(policy.metrics).flatMap(([key, rule]) =>
    metricOnSlices(context, evaluation.document, key, rule, measured),
  );
  return [...absent, ...rules];
}

function groupOf(slice: SlicePolicy, { evaluation }: Context): SliceGroup | Part {
  if (!evaluation.ok) return { result: evaluation.result, reason: evaluation.reason };
  const name = sliceName(slice);
  const group = evaluation.document.slices.find((one) => one.name === name);
  if (!group) return { result: 'fail', reason: `${name} was not measured.` };
  return group.reason === null ? group : { result: 'fail', reason: group.reason };
}

function absentRule(context: Context, slice: SlicePolicy, index: number, part: Part): RuleResult {
  const name = sliceName(slice);
  const { level } = slice;
  return onSlice(ruleOf(context, SLICES, ['slices', index], { level, ...part }), name);
}

function onSlice(rule: RuleResult, slice: string): RuleResult {
  return { ...rule, id: `${rule.id}/${slice}`, slice };
}

interface OnSlice {
  readonly slice: string;
  readonly level: Level;
  /** What was measured, or why nothing was. */
  readonly facts: MetricFacts | string;
}

function metricOnSlices(
  context: Context,
  document: Evaluation,
  key: string,
  rule: MetricRule,
  slices: readonly { readonly id: string; readonly level: Level }[],
): RuleResult[] {
  const conditions = conditionsOf(rule);
  if (conditions === null) return [];
  const metric = metricIdOf(key, rule);
  const judged = slices.map(({ id: slice, level }): OnSlice => {
    const measured = findMetric(document, metric, slice);
    const facts =
      typeof measured === 'string' ? measured : factsOf(measured, conditions, context, document.compared);
    return { slice, level: rule.level === 'warn' ? 'warn' : level, facts };
  });
  return withFamilies(judged).map(({ slice, level, facts, p, pAdjusted }) => {
    const more: Part & Partial<RuleResult> =
      typeof facts === 'string'
        ? { result: 'fail', reason: facts }
        : { ...numbersOf(facts), p, pAdjusted, ...judgeMetric(facts) };
    return onSlice(ruleOf(context, key, ['metrics', key], { level, unit: 'score', metric, ...more }), slice);
  });
}

/**
 * What slices must satisfy, or null for nothing. Of the conditions on the whole, only `margin` is asked of a slice: it
 * compares two models on the same rows, while bounds on one model's value were chosen for the mix of all rows.
 */
function conditionsOf({ margin, slices }: MetricRule): Conditions | null {
  const own = slices ?? { margin };
  if (own === 'off' || Object.values(own).every((value) => value === undefined)) return null;
  return own;
}

/** By level: what gates must rarely cry wolf at all, what warns must rarely be wrong when it does. */
const ADJUST: Readonly<Record<Level, (p: readonly number[]) => readonly number[]>> = {
  error: holm,
  warn: benjaminiHochberg,
};

/** All slices of one metric at one level share the error of being called worse. */
function withFamilies(judged: readonly OnSlice[]) {
  const results = judged.map((one) => ({
    ...one,
    p: typeof one.facts === 'string' ? null : lossP(one.facts),
    pAdjusted: null as number | null,
  }));
  for (const level of ['error', 'warn'] as const) {
    const family = results.filter((one) => one.level === level && one.p !== null);
    const adjusted = ADJUST[level](family.map(({ p }) => p!));
    for (const [i, one] of family.entries()) {
      const pAdjusted = adjusted[i]!;
      one.pAdjusted = pAdjusted;
      one.facts = { ...(one.facts as MetricFacts), family: { pAdjusted, slices: family.length } };
    }
  }
  return results;
}

/** Small means that the loss exceeds the margin, as the interval says it. */
function lossP(facts: MetricFacts): number | null {
  const { margin, measured, interval } = facts;
  const gain = gainOf(facts);
  if (gain === null || margin === null || interval === null) return null;
  const { confidence } = interval;
  const signed =
    measured.direction === 'higher'
      ? interval
      : { lower: -interval.upper, upper: -interval.lower, confidence };
  return inferiorityP({ gain, interval: signed, standardError: finite(measured.standardError) }, margin);
}
