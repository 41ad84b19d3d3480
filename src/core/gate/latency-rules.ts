/** Rules on the time per call, from interleaved launches with a control. */
import type { Arm } from '../documents/benchmark.ts';
import type { Interval } from '../documents/common.ts';
import type { RuleResult } from '../documents/verdict.ts';
import type { LatencyRule } from '../policy/schema.ts';
import { parseDuration, parsePercent } from '../policy/values.ts';
import { decimalsFor, formatPercent, formatPercentDelta } from '../report/format.ts';
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

const PERCENTILES = ['p50', 'p95', 'p99'] as const;

/** One result per batch size and percentile that has a rule: batch sizes in the policy's order. */
export function latencyRules(context: Context): RuleResult[] {
  const { latency } = context.policy;
  if (!latency) return [];
  return latency.batch.flatMap((batch) =>
    PERCENTILES.flatMap((percentile) => {
      const rule = latency[percentile];
      return rule ? [latencyRule(context, rule, batch, latency.threads, percentile)] : [];
    }),
  );
}

function latencyRule(
  context: Context,
  rule: LatencyRule,
  batch: number,
  threads: number,
  percentile: (typeof PERCENTILES)[number],
): RuleResult {
  const { benchmark } = context;
  const metric = `latency/batch=${batch}/${percentile}`;
  const write = (more: Part & Partial<RuleResult>) =>
    ruleOf(context, metric, ['latency', percentile], { level: rule.level, unit: 'seconds', ...more });
  if (!benchmark.ok) return write({ result: benchmark.result, reason: benchmark.reason });
  const arms = benchmark.document.arms.filter(
    (arm) => arm.batch === batch && arm.metric === percentile && arm.threads === threads,
  );
  const [arm] = arms;
  if (!arm || arms.length > 1) {
    const times = arm ? `${arms.length} times; one is needed` : 'not at all';
    const reason = `${percentile} at batch ${batch} with ${plural(threads, 'thread')} was measured ${times}.`;
    return write({ result: 'fail', reason });
  }
  const ratio = finite(arm.ratio);
  const interval = soundInterval(arm.interval);
  const name = `${percentile} at batch ${batch}`;
  const compared = benchmark.document.baseline !== null;
  const regression = rule['max-regression'];
  return write({
    value: finite(arm.candidate),
    baseline: finite(arm.baseline),
    delta: ratio && ratio - 1,
    interval: interval && lessOne(interval),
    margin: regression === undefined ? null : parsePercent(regression),
    bounds: rule.max === undefined ? null : { min: null, max: parseDuration(rule.max) },
    n: arm.samples,
    ...judgeArm({ name, rule, arm, compared, ratio, interval, context }),
  });
}

interface Facts {
  /** `p99 at batch 32`. */
  readonly name: string;
  readonly rule: LatencyRule;
  readonly arm: Arm;
  readonly compared: boolean;
  /** candidate / baseline, with its interval. Null when missing or not finite. */
  readonly ratio: number | null;
  readonly interval: Interval | null;
  readonly context: Context;
}

function judgeArm(facts: Facts): Part {
  const { rule } = facts;
  const parts = [
    ...(rule['max-regression'] === undefined
      ? []
      : [againstBaseline(facts, parsePercent(rule['max-regression']))]),
    ...(rule.max === undefined ? [] : [againstMax(facts, parseDuration(rule.max))]),
  ];
  const [first, ...rest] = parts;
  return first ? combine([first, ...rest]) : NO_CONDITION;
}

function againstMax({ arm, name, rule }: Facts, most: number): Part {
  const { candidate } = arm;
  if (!Number.isFinite(candidate)) return { result: 'fail', reason: `${name} has no time.` };
  const shown = formatDuration(candidate);
  // Three digits can hide by how little a bound is missed.
  const same = shown === formatDuration(most) && candidate !== most;
  const reason = `${name} takes ${same ? `${exact(candidate)} s` : shown}; it may take at most ${rule.max}.`;
  return { result: candidate <= most ? 'pass' : 'fail', reason };
}

function againstBaseline(facts: Facts, allowed: number): Part {
  const { arm, compared, ratio, interval, context, name, rule } = facts;
  if (!compared) return NO_BASELINE;
  if (ratio === null) return { result: 'fail', reason: `${name} was not compared with the baseline.` };
  const may = `it may be at most ${rule['max-regression']} slower`;
  const digits = Math.max(1, decimalsFor(allowed, interval && lessOne(interval), ratio - 1) - 2);
  const slower = speedWords(name, ratio, digits);
  if (context.mode === 'point')
    return { result: ratio <= 1 + allowed + ROUNDING ? 'pass' : 'fail', reason: `${slower}; ${may}.` };
  if (!interval)
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
  const noise = noiseOf(arm, allowed);
  // What the noise cannot explain is proved all the same.
  if (interval.lower > (1 + allowed) * noise.most) return { result: 'fail', reason: `${sentence}; ${may}.` };
  if (noise.words !== null)
    return { result: 'inconclusive', reason: `Cannot tell: ${noise.words}; ${sentence}, and ${may}.` };
  if (interval.upper <= 1 + allowed + ROUNDING) return { result: 'pass', reason: `${sentence}; ${may}.` };
  return { result: 'inconclusive', reason: `Cannot tell: ${sentence}; ${may}.` };
}

/**
 * What the control says: a second session of the baseline against the first should have a ratio of 1.
 * `words` is null when the machine is quiet enough for the bound. Otherwise `most` is how much slower its noise alone
 * may make a model look.
 */
function noiseOf({ control }: Arm, allowed: number): { words: string | null; most: number } {
  if (!control?.interval) return { words: 'the noise of the machine was not measured', most: 1 };
  const { lower, upper } = control.interval;
  const tolerance = 1 + allowed / 2;
  const apart = lower > tolerance || upper < 1 / tolerance;
  if (!apart && upper - lower <= allowed + ROUNDING) return { words: null, most: 1 };
  const range = intervalWords(lessOne(control.interval), (value) => formatPercentDelta(value));
  return {
    words: `the machine is too noisy, the baseline differs from itself by ${formatPercentDelta(control.ratio - 1)} (${range})`,
    most: Math.max(upper, 1 / lower),
  };
}

/** `p99 at batch 32 is 12.3% slower than the baseline`. */
function speedWords(name: string, ratio: number, digits: number): string {
  if (ratio === 1) return `${name} is as fast as the baseline`;
  return `${name} is ${formatPercent(Math.abs(ratio - 1), digits)} ${ratio > 1 ? 'slower' : 'faster'} than the baseline`;
}

function lessOne(interval: Interval): Interval {
  return { ...interval, lower: interval.lower - 1, upper: interval.upper - 1 };
}
