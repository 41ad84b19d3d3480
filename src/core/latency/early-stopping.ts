/**
 * How many calls a percentile needs, and what they prove about it: MLPerf's early stopping (inference rules, appendix
 * "Early stopping"). Each call independently takes longer than the percentile p with chance 1 − p, so the number of those that
 * do is binomial.
 */
import { binomialAtMost } from './binomial.ts';

/** MLPerf's confidence. */
export const CONFIDENCE = 0.99;

/**
 * The fewest calls of which `over` may take longer than a bound while the percentile is still proved to lie below it.
 * `minimumCalls(0.9, 0)` = 44 and with one 64; p50 7 and 11, p95 90 and 130, p99 459 and 662.
 */
export function minimumCalls(p: number, over: number, confidence = CONFIDENCE): number {
  const proves = (calls: number) => binomialAtMost(over, calls, 1 - p) <= 1 - confidence;
  let high = over + 1;
  while (!proves(high)) high *= 2;
  return firstWhere(over + 1, high, proves);
}

/** Of `calls`, how many may take longer than a bound; −1 when there are too few to prove anything. */
export function mostOver(calls: number, p: number, confidence = CONFIDENCE): number {
  return firstWhere(0, calls, (over) => binomialAtMost(over, calls, 1 - p) > 1 - confidence) - 1;
}

/**
 * What the calls prove: the percentile is at most `upper`, and at least `lower`, each with `confidence`. These are
 * order statistics; null where there are too few calls.
 *
 * `sorted`: ascending, not empty.
 */
export function percentileBounds(
  sorted: ArrayLike<number>,
  p: number,
  confidence = CONFIDENCE,
): { readonly lower: number | null; readonly upper: number | null } {
  const calls = sorted.length;
  const over = mostOver(calls, p, confidence);
  const under = mostOver(calls, 1 - p, confidence);
  return {
    lower: under < 0 ? null : sorted[under]!,
    upper: over < 0 ? null : sorted[calls - 1 - over]!,
  };
}

/** The smallest whole number from `low` for which `holds`, at most `high`; it must hold from there on. */
function firstWhere(low: number, high: number, holds: (value: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
