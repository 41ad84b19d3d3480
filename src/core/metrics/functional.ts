/** What the metrics that are no means have in common. */
import { COUNT, type RowSums, type SumTerm, sumOf, sumRows } from '../stats/row-sums.ts';
import type { Arm, Prepared, Resampled, Undefined } from './prepared.ts';
import type { Scores } from './scores.ts';

export function scoresOf(scores: Scores, arm: Arm): Float64Array {
  return arm === 'candidate' ? scores.candidate : scores.baseline!;
}

export const NO_ROWS: Undefined = { kind: 'undefined', reason: 'There are no rows.' };

/** For labels and scores of a regression, which have no bounds. */
const TOO_LARGE: Undefined = {
  kind: 'undefined',
  reason: 'Labels or scores are too large to compute with; are they in the right unit?',
};

/** The mean of one value per row. */
export function rowMean(values: Float64Array, clipped?: number): Prepared | Undefined {
  if (values.length === 0) return NO_ROWS;
  for (let row = 0; row < values.length; row++) if (!Number.isFinite(values[row])) return TOO_LARGE;
  return { kind: 'rows', values, ...(clipped !== undefined && { clipped }) };
}

/**
 * A metric as a function of the weights of rows, null for all ones; a weight may be 0, as in a resample.
 * `evaluate` gives NaN where the metric is undefined; when it does so for the rows themselves, `reason` is why.
 */
export function functional(
  { label, weight }: Scores,
  evaluate: (weight: Float64Array | null) => number,
  reason: string,
  resampled?: Resampled,
): Prepared | Undefined {
  if (label.length === 0) return NO_ROWS;
  const value = evaluate(weight);
  if (Number.isNaN(value)) return { kind: 'undefined', reason };
  if (!Number.isFinite(value)) return TOO_LARGE;
  const product = weight === null ? null : new Float64Array(weight.length);
  return {
    kind: 'functional',
    ...(resampled && { resampled }),
    value(times) {
      if (times === null) return value;
      if (weight === null || product === null) return evaluate(times);
      for (let row = 0; row < times.length; row++) product[row] = weight[row]! * times[row]!;
      return evaluate(product);
    },
  };
}

/** A metric that is a function of sums over rows. */
export function ofSums(
  scores: Scores,
  terms: readonly SumTerm[],
  of: RowSums['of'],
  reason: string,
): Prepared | Undefined {
  const evaluate = (weight: Float64Array | null) => of(sumRows(terms, scores.label.length, weight));
  return functional(scores, evaluate, reason, { by: 'sums', terms, of });
}

/** `of` of the weighted means of `columns`; NaN without weight. */
export function ofMeans(
  scores: Scores,
  columns: readonly Float64Array[],
  of: (...means: number[]) => number,
  reason: string,
): Prepared | Undefined {
  const terms = [COUNT, ...columns.map(sumOf)];
  return ofSums(scores, terms, ([weight, ...sums]) => of(...sums.map((sum) => sum / weight!)), reason);
}

/** The weighted mean of `values`. NaN without weight. */
export function weightedMean(values: Float64Array, weight: Float64Array | null): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    sum += w * values[row]!;
    total += w;
  }
  return sum / total;
}

/** Why a metric of two classes is undefined, for rows that have one. */
export function oneClass(label: Float64Array, metric: string): string {
  return `Every row has label ${label[0]}; ${metric} needs both classes.`;
}
