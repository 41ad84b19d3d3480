import type { RuleResult } from '../documents/verdict.ts';
import {
  decimalsFor,
  formatBytes,
  formatCount,
  formatDelta,
  formatDuration,
  formatPercent,
  formatPercentDelta,
  formatScore,
  MINUS,
} from './format.ts';
import { type Prose, proseOf } from './prose.ts';
import { safeName } from './safe-text.ts';
import { type Status, statusOf } from './status.ts';
import type { StripData } from './strip.ts';

export type Direction = 'higher' | 'lower';

/** One rule as a row. Numbers are text, empty where there is none. Names are safe to print, not yet escaped. */
export interface RuleView {
  /** The rule itself, for what sorts or draws its numbers. */
  readonly result: RuleResult;
  readonly status: Status;
  readonly metric: string;
  readonly slice: string | null;
  readonly candidate: string;
  readonly baseline: string;
  /** candidate − baseline, in the metric's own direction. */
  readonly difference: string;
  readonly interval: string;
  /** What the difference may be at worst, such as `≥ −0.0020`; without a margin what the value must keep to, `min 0.75`. */
  readonly allowed: string;
  readonly strip: StripData | null;
  readonly reason: Prose;
  /** `onnx-gate.yml:12:7`, or null. */
  readonly at: string | null;
  /** Of a failed rule, the parts of the rows that lose most. */
  readonly where: readonly Prose[];
  /** Raw words of an engine, not yet escaped; several lines each. */
  readonly details: readonly string[];
}

/** `direction` is the metric's, null where no measurement says; time and memory are better when lower. */
export function ruleView(rule: RuleResult, direction: Direction | null): Omit<RuleView, 'where' | 'details'> {
  const measured = rule.unit === 'seconds' || rule.unit === 'bytes';
  const better = measured ? 'lower' : direction;
  const base = decimalsFor(rule.margin, rule.interval, rule.delta);
  const amount = rule.unit === 'bytes' ? formatBytes : formatDuration;
  // A latency's difference is a share of the baseline's: two digits of the fraction are the percent's own.
  const difference = measured
    ? (value: number) => formatPercentDelta(value, Math.max(1, base - 2))
    : (value: number) => formatDelta(value, base);
  const score = (value: number | null) =>
    value === null ? '' : measured ? amount(value) : formatScore(value, base);
  return {
    result: rule,
    status: statusOf(rule),
    metric: metricName(rule.metric),
    slice: rule.slice === null ? null : safeName(rule.slice),
    candidate: score(rule.value),
    baseline: score(rule.baseline),
    difference: rule.delta === null ? '' : difference(rule.delta),
    interval: rule.interval ? `[${difference(rule.interval.lower)}, ${difference(rule.interval.upper)}]` : '',
    allowed:
      rule.margin === null ? boundTexts(rule).join(', ') : allowedText(difference(rule.margin), better),
    strip: better === null ? null : stripData(rule, better),
    reason: proseOf(rule.reason),
    at: rule.at && `${safeName(rule.at.file)}:${rule.at.line}:${rule.at.column}`,
  };
}

/** `latency/batch=32/p99` → `p99 batch 32`; any other as it is. */
export function metricName(metric: string, most?: number): string {
  const latency = /^latency\/batch=(\d{1,9})\/(p\d{1,3})$/.exec(metric);
  return latency
    ? `${latency[2]} batch ${latency[1]}`
    : safeName(metric.replace(/^latency\/(?=memory$|load$)/, ''), most);
}

/** The smallest difference that is found with 80 % power; empty where it is not known. */
export function detectableText({ mde, unit, margin, interval, delta }: RuleResult): string {
  if (mde === null) return '';
  return unit === 'seconds' ? formatPercent(mde) : formatScore(mde, decimalsFor(margin, interval, delta));
}

/** Two digits: the standard error behind it has no more. Empty without a margin. */
export function rowsNeededText({ rowsNeeded }: RuleResult): string {
  return rowsNeeded === undefined ? '' : formatCount(Number(rowsNeeded.toPrecision(2)));
}

/** `margin` comes with a plus, unless it is zero. */
function allowedText(margin: string, better: Direction | null): string {
  if (better === 'lower') return `≤ ${margin}`;
  const size = margin.replace('+', '');
  if (better === null) return `loss ≤ ${size}`;
  return margin.startsWith('+') ? `≥ ${MINUS}${size}` : `≥ ${size}`;
}

/** Bounds are printed as they were written: rounding one would show a value that breaks it as equal to it. */
function boundTexts({ bounds, unit }: RuleResult): string[] {
  const text = (bound: number) =>
    unit === 'seconds' ? formatDuration(bound) : unit === 'bytes' ? formatBytes(bound) : String(bound);
  return (['min', 'max'] as const).flatMap((side) => {
    const bound = bounds?.[side] ?? null;
    return bound === null ? [] : [`${side} ${text(bound)}`];
  });
}

function stripData({ delta, interval, margin }: RuleResult, better: Direction): StripData | null {
  if (delta === null) return null;
  const { lower, upper } = interval ?? { lower: delta, upper: delta };
  return better === 'higher'
    ? { delta, lower, upper, margin }
    : { delta: -delta, lower: -upper, upper: -lower, margin };
}
