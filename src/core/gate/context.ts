import type { Benchmark } from '../documents/benchmark.ts';
import type { Interval } from '../documents/common.ts';
import type { Evaluation } from '../documents/evaluation.ts';
import type { Image } from '../documents/image.ts';
import type { Validation } from '../documents/validation.ts';
import type { RuleResult } from '../documents/verdict.ts';
import type { Position } from '../errors.ts';
import type { ModelPolicy, Policy } from '../policy/schema.ts';
import type { Path } from '../policy/words.ts';

/** What a run answers for: each kind of measurement that it should have made. */
export type Scope = 'validation' | 'evaluation' | 'benchmark' | 'image';

/** The one document of a kind, or why there is none to judge by. */
export type Found<T> =
  | { readonly ok: true; readonly document: T }
  | { readonly ok: false; readonly result: 'fail' | 'skipped'; readonly reason: string };

/** Everything that the rules of one model are judged by. */
export interface Context {
  readonly model: string;
  readonly policy: ModelPolicy;
  readonly mode: Policy['mode'];
  readonly confidence: number;
  readonly validation: Found<Validation>;
  readonly evaluation: Found<Evaluation>;
  readonly benchmark: Found<Benchmark>;
  readonly image: Found<Image>;
  /** Place in the policy file, by keys below the model. */
  at(path: Path): Position | null;
}

/** What one condition of a rule comes to, or a rule as a whole. */
export interface Part {
  readonly result: RuleResult['result'];
  readonly reason: string;
}

/** A rule with no numbers; families fill in what they have. */
export function ruleOf(
  context: Context,
  metric: string,
  path: Path,
  more: Part & Partial<RuleResult>,
): RuleResult {
  return {
    id: `${context.model}/${metric}`,
    model: context.model,
    metric,
    slice: null,
    level: 'error',
    unit: 'none',
    value: null,
    baseline: null,
    delta: null,
    interval: null,
    margin: null,
    bounds: null,
    p: null,
    pAdjusted: null,
    mde: null,
    n: null,
    waiver: null,
    at: context.at(path),
    ...more,
  };
}

const WORST_FIRST = ['fail', 'inconclusive', 'pass', 'skipped'] as const;

/** The worst of several conditions, with the sentences of those that made it so. */
export function combine(parts: readonly [Part, ...Part[]]): Part {
  const result = WORST_FIRST.find((one) => parts.some((part) => part.result === one))!;
  const reasons = parts.filter((part) => part.result === result).map(({ reason }) => reason);
  return { result, reason: [...new Set(reasons)].join(' ') };
}

/** Said of every rule that needs a baseline where there is none; the same words, so that reports can group them. */
export const NO_BASELINE: Part = { result: 'skipped', reason: 'There is no baseline to compare with.' };

/** Said of a rule that only asks for a measurement. */
export const NO_CONDITION: Part = { result: 'skipped', reason: 'The policy sets no condition.' };

/** Whether quality or speed is in question, not the file alone. */
export function measures(scope: readonly Scope[]): boolean {
  return scope.includes('evaluation') || scope.includes('benchmark');
}

/** NaN and infinities are no numbers to judge by. */
export function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

/** Null for one that is missing, turned around or has an end that is no number. */
export function soundInterval(interval: Interval | null): Interval | null {
  const { lower, upper } = interval ?? { lower: Number.NaN, upper: Number.NaN };
  return Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper ? interval : null;
}

/** Rounding of the difference of two numbers near 1: 0.698 − 0.7 is a loss of 0.002, though not in doubles. */
export const ROUNDING = 1e-12;
