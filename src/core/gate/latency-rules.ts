/** Rules on the time per call, from interleaved launches with a control. */
import type { Arm } from '../documents/benchmark.ts';
import type { Interval } from '../documents/common.ts';
import type { RuleResult } from '../documents/verdict.ts';
import { PERCENTILES } from '../latency/arms.ts';
import { compareBudget } from '../latency/budget.ts';
import { allowedShare, type Comparison, compareArm } from '../latency/compare.ts';
import type { LatencyPolicy, LatencyRule } from '../policy/schema.ts';
import { parseDuration, parsePercent } from '../policy/values.ts';
import { decimalsFor, formatPercent, formatPercentDelta } from '../report/format.ts';
import { holm } from '../stats/holm.ts';
import {
  type Context,
  combine,
  finite,
  NO_BASELINE,
  NO_CONDITION,
  type Part,
  ROUNDING,
  ruleOf,
  soundInterval,
} from './context.ts';
import { exact, formatDuration, intervalWords, plural } from './words.ts';

/** A rule of the policy with what was measured for it. */
interface Facts {
  /** `p99 at batch 32`. */
  readonly name: string;
  readonly batch: number;
  readonly percentile: Arm['metric'];
  readonly rule: LatencyRule;
  /** Those that were measured for the rule; one is right. */
  readonly arms: readonly Arm[];
  /** candidate / baseline, with its interval. Null when missing or not finite. */
  readonly ratio: number | null;
  readonly interval: Interval | null;
  /** Null when there is nothing to compare, or nothing is asked. */
  readonly comparison: Comparison | null;
  /** How much slower, as a share, is no regression. */
  readonly allowed: number;
}

/**
 * One result per batch size and percentile that has a rule: batch sizes in the policy's order. Proved slower counts
 * only when it is proved among all of them (Holm): of many comparisons, one looks bad by chance.
 */
export function latencyRules(context: Context): RuleResult[] {
  const { latency } = context.policy;
  if (!latency) return [];
  const all = latency.batch.flatMap((batch) =>
    PERCENTILES.flatMap(({ metric }) => {
      const rule = latency[metric];
      return rule ? [factsOf(context, latency, rule, batch, metric)] : [];
    }),
  );
  const family = all.filter(({ comparison }) => comparison?.p != null);
  const adjusted = holm(family.map(({ comparison }) => comparison!.p!));
  return all.map((facts) => {
    const at = family.indexOf(facts);
    return latencyRule(context, facts, latency.threads, {
      pAdjusted: at < 0 ? null : adjusted[at]!,
      of: family.length,
    });
  });
}

function factsOf(
  { benchmark, mode }: Context,
  latency: LatencyPolicy,
  rule: LatencyRule,
  batch: number,
  percentile: Arm['metric'],
): Facts {
  const arms = benchmark.ok
    ? benchmark.document.arms.filter(
        (arm) => arm.batch === batch && arm.metric === percentile && arm.threads === latency.threads,
      )
    : [];
  const [arm = null] = arms;
  const ratio = finite(arm?.ratio ?? null);
  const interval = soundInterval(arm?.interval ?? null);
  const regression = rule['max-regression'];
  const allowed =
    regression === undefined
      ? 0
      : allowedShare(parsePercent(regression), parseDuration(latency.floor), finite(arm?.baseline ?? null));
  const asked = regression !== undefined && mode !== 'point' && arms.length === 1;
  return {
    name: `${percentile} at batch ${batch}`,
    batch,
    percentile,
    rule,
    arms,
    ratio,
    interval,
    allowed,
    comparison: asked && ratio !== null && interval ? compareArm(arm!, interval, allowed) : null,
  };
}

/** The p-value among all comparisons, and how many those are. */
interface Family {
  readonly pAdjusted: number | null;
  readonly of: number;
}

function latencyRule(context: Context, facts: Facts, threads: number, family: Family): RuleResult {
  const { benchmark } = context;
  const { name, rule, batch, percentile, arms, ratio, interval, comparison } = facts;
  const metric = `latency/batch=${batch}/${percentile}`;
  const write = (more: Part & Partial<RuleResult>) =>
    ruleOf(context, metric, ['latency', percentile], { level: rule.level, unit: 'seconds', ...more });
  if (!benchmark.ok) return write({ result: benchmark.result, reason: benchmark.reason });
  const [arm] = arms;
  if (!arm || arms.length > 1) {
    const times = arm ? `${arms.length} times; one is needed` : 'not at all';
    return write({
      result: 'fail',
      reason: `${name} with ${plural(threads, 'thread')} was measured ${times}.`,
    });
  }
  const regression = rule['max-regression'];
  const compared = benchmark.document.baseline !== null;
  const parts = [
    ...(regression === undefined ? [] : [againstBaseline(facts, arm, compared, family, context)]),
    ...(rule.max === undefined ? [] : [againstMax(facts, arm, context)]),
  ];
  const [first, ...rest] = parts;
  return write({
    value: finite(arm.candidate),
    baseline: finite(arm.baseline),
    delta: ratio && ratio - 1,
    interval: interval && lessOne(interval),
    margin: regression === undefined ? null : facts.allowed,
    bounds: rule.max === undefined ? null : { min: null, max: parseDuration(rule.max) },
    p: comparison?.p ?? null,
    pAdjusted: family.pAdjusted,
    n: arm.samples,
    ...(first ? combine([first, ...rest]) : NO_CONDITION),
  });
}

/** By what the calls prove, not by the raw percentile; in mode `point` by that. */
function againstMax({ name, rule }: Facts, arm: Arm, { mode }: Context): Part {
  const { candidate, candidateInterval } = arm;
  const most = parseDuration(rule.max!);
  if (!Number.isFinite(candidate)) return { result: 'fail', reason: `${name} has no time.` };
  const shown = formatDuration(candidate);
  // Three digits can hide by how little a bound is missed.
  const same = shown === formatDuration(most) && candidate !== most;
  const takes = `${name} takes ${same ? `${exact(candidate)} s` : shown}`;
  const may = `it may take at most ${rule.max}`;
  if (mode === 'point') return { result: candidate <= most ? 'pass' : 'fail', reason: `${takes}; ${may}.` };
  const interval = soundInterval(candidateInterval ?? null);
  if (!interval) {
    const reason = `Cannot tell: ${plural(arm.samples, 'call')} are too few to prove ${arm.metric}; ${takes}, and ${may}.`;
    return { result: 'inconclusive', reason };
  }
  const result = compareBudget(interval, most);
  const proved = `${takes} (proved: ${formatDuration(interval.lower)} to ${formatDuration(interval.upper)})`;
  return {
    result,
    reason: result === 'inconclusive' ? `Cannot tell: ${proved}; ${may}.` : `${proved}; ${may}.`,
  };
}

function againstBaseline(facts: Facts, arm: Arm, compared: boolean, family: Family, context: Context): Part {
  const { ratio, interval, name, rule, comparison } = facts;
  if (!compared) return NO_BASELINE;
  if (ratio === null && arm.reason !== undefined)
    return { result: 'inconclusive', reason: `Cannot tell: ${arm.reason}; give \`seconds\` more.` };
  if (ratio === null) return { result: 'fail', reason: `${name} was not compared with the baseline.` };
  const allowed = parsePercent(rule['max-regression']!);
  const widened = facts.allowed > allowed;
  // Where the policy asks for less than counts as a difference at all, that is what holds.
  const most = `${formatPercent(facts.allowed, 1)}, which counts as nothing at ${formatDuration(arm.baseline ?? Number.NaN)}`;
  const may = `it may be at most ${widened ? most : `${rule['max-regression']} slower`}`;
  const digits = Math.max(1, decimalsFor(allowed, interval && lessOne(interval), ratio - 1) - 2);
  const slower = speedWords(name, ratio, digits);
  if (context.mode === 'point')
    return { result: ratio <= 1 + allowed + ROUNDING ? 'pass' : 'fail', reason: `${slower}; ${may}.` };
  if (!interval || !comparison)
    return {
      result: 'inconclusive',
      reason: `Cannot tell: ${slower}, but there is no interval; ${may}.`,
    };
  if (interval.confidence < context.confidence - ROUNDING)
    return {
      result: 'fail',
      reason: `${name} was measured at a confidence of ${exact(interval.confidence)}, and the policy asks for ${exact(context.confidence)}: benchmark again.`,
    };
  const sentence = `${slower} (${intervalWords(lessOne(interval), (value) => formatPercentDelta(value, digits))})`;
  const { status, noise } = comparison;
  if (status === 'fail' && (family.pAdjusted ?? 0) > (1 - context.confidence) / 2 + ROUNDING)
    return {
      result: 'inconclusive',
      reason: `Cannot tell: ${sentence}, which is not proved among ${family.of} comparisons; ${may}.`,
    };
  if (status !== 'inconclusive') return { result: status, reason: `${sentence}; ${may}.` };
  if (noise)
    return {
      result: 'inconclusive',
      reason: `Cannot tell: ${noiseWords(noise)}; ${sentence}, and ${may}.`,
    };
  return { result: 'inconclusive', reason: `Cannot tell: ${sentence}; ${may}.` };
}

function noiseWords({ control }: NonNullable<Comparison['noise']>): string {
  if (!control) return 'the noise of the machine was not measured';
  const range = intervalWords(lessOne(control.interval), (value) => formatPercentDelta(value));
  return `the machine is too noisy, the baseline differs from itself by ${formatPercentDelta(control.ratio - 1)} (${range})`;
}

/** `p99 at batch 32 is 12.3% slower than the baseline`. */
function speedWords(name: string, ratio: number, digits: number): string {
  if (ratio === 1) return `${name} is as fast as the baseline`;
  return `${name} is ${formatPercent(Math.abs(ratio - 1), digits)} ${ratio > 1 ? 'slower' : 'faster'} than the baseline`;
}

function lessOne(interval: Interval): Interval {
  return { ...interval, lower: interval.lower - 1, upper: interval.upper - 1 };
}
