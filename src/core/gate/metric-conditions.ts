/** The conditions that a rule on a metric may set. What they mean is in section 5 of the design. */
import type { Interval } from '../documents/common.ts';
import type { MetricResult } from '../documents/evaluation.ts';
import { rowsForMargin } from '../planning/needed.ts';
import type { MetricRule, Policy } from '../policy/schema.ts';
import { parsePercent } from '../policy/values.ts';
import { decimalsFor, formatCount, formatPercent, formatScore, plural } from '../report/format.ts';
import { combine, finite, NO_BASELINE, NO_CONDITION, type Part, ROUNDING } from './context.ts';
import { apartFrom, clip, exact, intervalWords } from './words.ts';

/** What a rule asks, of the whole holdout or of a slice. */
export type Conditions = Pick<MetricRule, 'margin' | 'min' | 'max' | 'max-gain' | 'min-coverage'>;

/** One metric and what the policy asks of it. */
export interface MetricFacts {
  readonly id: string;
  readonly rule: Conditions;
  readonly mode: Policy['mode'];
  readonly confidence: number;
  readonly measured: MetricResult;
  readonly compared: boolean;
  /** Of candidate − baseline; null when it is missing or not finite. */
  readonly interval: Interval | null;
  /** In units of the metric; null without one, or when it is a share of a baseline that is missing. */
  readonly margin: number | null;
  /** Of one slice among several; null for the holdout as a whole. */
  readonly family: { readonly pAdjusted: number; readonly slices: number } | null;
}

/** The conditions of a rule, each of which the policy may leave out. */
const CONDITIONS = [
  { key: 'margin', judge: againstMargin },
  { key: 'max-gain', judge: againstGain },
  { key: 'min', judge: againstMin },
  { key: 'max', judge: againstMax },
  { key: 'min-coverage', judge: againstCoverage },
] as const;

/** All conditions of the rule together. */
export function judgeMetric(facts: MetricFacts): Part {
  const parts = CONDITIONS.filter(({ key }) => facts.rule[key] !== undefined).map(({ judge }) =>
    judge(facts),
  );
  const [first, ...rest] = parts;
  if (first) return combine([first, ...rest]);
  if (finite(facts.measured.candidate) === null) return undefinedPart(facts);
  return NO_CONDITION;
}

function undefinedPart({ id, measured }: MetricFacts): Part {
  const why = measured.reason ? `: ${clip(measured.reason.replace(/[.\s]+$/, ''))}` : '';
  return { result: 'fail', reason: `${id} is undefined${why}.` };
}

/** Difference, signed so that up is better; null when it cannot be known. */
export function gainOf({ measured }: Pick<MetricFacts, 'measured'>): number | null {
  const delta = finite(measured.delta);
  if (delta === null || finite(measured.candidate) === null || finite(measured.baseline) === null)
    return null;
  return measured.direction === 'higher' ? delta : -delta;
}

function againstMargin(facts: MetricFacts): Part {
  const { compared, mode, interval, margin, measured, confidence, id } = facts;
  if (!compared) return NO_BASELINE;
  const gain = gainOf(facts);
  if (gain === null || margin === null) return undefinedPart(facts);
  const allowed = allowedWords(facts, margin);
  if (mode === 'point') {
    const result = gain >= -margin - ROUNDING ? 'pass' : 'fail';
    return { result, reason: `${differenceWords(facts, gain)}; ${allowed}.` };
  }
  if (!interval)
    return { result: 'fail', reason: `${id} has no interval, so its difference cannot be judged.` };
  if (interval.confidence < confidence - ROUNDING)
    return {
      result: 'fail',
      reason: `${id} was measured at a confidence of ${exact(interval.confidence)}, and the policy asks for ${exact(confidence)}: evaluate again.`,
    };
  const [lower, upper] =
    measured.direction === 'higher' ? [interval.lower, interval.upper] : [-interval.upper, -interval.lower];
  const sentence = `${differenceWords(facts, gain)} (${intervalWords(interval, formatIn(facts))})`;
  if (lower >= -margin - ROUNDING) return { result: 'pass', reason: `${sentence}; ${allowed}.` };
  if (upper < -margin - ROUNDING) {
    const chance = chanceWords(facts);
    if (chance === null) return { result: 'fail', reason: `${sentence}; ${allowed}.` };
    return { result: 'inconclusive', reason: `Cannot tell: ${sentence}; ${allowed}; ${chance}.` };
  }
  const mde = finite(measured.mde);
  const finds = mde === null ? '' : `; this holdout detects differences of ${formatIn(facts)(mde)} or more`;
  const needed = `${finds}${neededWords(facts, margin)}`;
  return { result: 'inconclusive', reason: `Cannot tell: ${sentence}; ${allowed}${needed}.` };
}

/** Empty where the rows are enough for an equal model, so that the difference itself is what is close. */
function neededWords({ measured, mode }: MetricFacts, margin: number): string {
  const rows = rowsForMargin(measured, margin, mode);
  if (rows === null || rows <= measured.n) return '';
  return `; an equal model needs about ${formatCount(Number(rows.toPrecision(2)))} rows to pass`;
}

/** What is proved of one slice alone may be chance among many; null where it is not. */
function chanceWords({ family, confidence }: MetricFacts): string | null {
  if (family === null || family.pAdjusted <= (1 - confidence) / 2) return null;
  return `among ${family.slices} slices that may be chance (adjusted p ${formatScore(family.pAdjusted, 3)})`;
}

function againstGain(facts: MetricFacts): Part {
  if (!facts.compared) return NO_BASELINE;
  const gain = gainOf(facts);
  const most = facts.rule['max-gain']!;
  if (gain === null) return undefinedPart(facts);
  const shown = apartFrom(Math.abs(facts.measured.delta!), most);
  const sentence = `${differenceWords(facts, gain, shown)}; a gain above ${exact(most)} is too good to be true`;
  return gain > most + ROUNDING
    ? { result: 'fail', reason: `${sentence}: look for a feature that knows the label.` }
    : { result: 'pass', reason: `${sentence}.` };
}

function againstMin(facts: MetricFacts): Part {
  const least = facts.rule.min!;
  return againstBound(facts, least, 'at least', (value) => value >= least - ROUNDING);
}

function againstMax(facts: MetricFacts): Part {
  const most = facts.rule.max!;
  return againstBound(facts, most, 'at most', (value) => value <= most + ROUNDING);
}

/** What stands for few of the rows cannot be told of all; a bound that is missed is missed on those few. */
function againstCoverage({ id, rule, measured }: MetricFacts): Part {
  const { coverage, dropped } = measured;
  if (coverage === undefined)
    return { result: 'fail', reason: `${id} has no value per group, so it has no coverage.` };
  const least = rule['min-coverage']!;
  const groups = plural(dropped.groups, 'group');
  const sentence = `${id} stands for ${formatPercent(coverage)} of the rows, as it is undefined on ${groups}; at least ${least} is asked for`;
  return coverage >= parsePercent(least) - ROUNDING
    ? { result: 'pass', reason: `${sentence}.` }
    : { result: 'inconclusive', reason: `Cannot tell: ${sentence}.` };
}

function againstBound(
  facts: MetricFacts,
  bound: number,
  words: string,
  holds: (value: number) => boolean,
): Part {
  const value = finite(facts.measured.candidate);
  if (value === null) return undefinedPart(facts);
  const pass = holds(value);
  const shown = pass ? formatScore(value, 4) : apartFrom(value, bound);
  return {
    result: pass ? 'pass' : 'fail',
    reason: `${facts.id} is ${shown}; it must be ${words} ${exact(bound)}.`,
  };
}

/** `auc is 0.0213 below the baseline`. */
function differenceWords(facts: MetricFacts, gain: number, shown?: string): string {
  const { id, measured } = facts;
  const delta = measured.delta!;
  if (delta === 0) return `${id} equals the baseline's`;
  const side = delta < 0 ? 'below' : 'above';
  const worse = measured.direction === 'lower' && gain < 0 ? ', and lower is better' : '';
  return `${id} is ${shown ?? formatIn(facts)(Math.abs(delta))} ${side} the baseline${worse}`;
}

function allowedWords({ rule }: MetricFacts, margin: number): string {
  const share = typeof rule.margin === 'string' ? ` (${rule.margin} of the baseline)` : '';
  return `at most ${share ? formatScore(margin, decimalsFor(margin, null, null)) : exact(margin)}${share} may be lost`;
}

function formatIn({ margin, interval, measured }: MetricFacts): (value: number) => string {
  const decimals = decimalsFor(margin, interval, finite(measured.delta));
  return (value) => formatScore(value, decimals);
}
