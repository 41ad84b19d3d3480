/** What all metrics of several classes share. */
import type { SumTerm } from '../../stats/row-sums.ts';
import { ofSums, scoresOf } from '../functional.ts';
import type { Arm, MetricDefinition, Prepared, Undefined } from '../prepared.ts';
import type { Scores } from '../scores.ts';

export const MULTICLASS = {
  direction: 'higher',
  tasks: ['multiclass'],
  needs: 'scores',
  grouped: false,
  at: 'none',
  defaultAt: null,
  conventions: {},
} as const satisfies Partial<MetricDefinition>;

/** `score` is row-major, rows × `count`. */
export interface ClassScores {
  readonly score: Float64Array;
  readonly count: number;
}

export function classScores(scores: Scores, arm: Arm): ClassScores {
  return { score: scoresOf(scores, arm), count: scores.classes ?? 1 };
}

/** By row, the class of the highest score; of equal ones the first, as numpy's argmax. */
export function predictions({ score, count }: ClassScores): Int32Array {
  const predicted = new Int32Array(score.length / count);
  for (let row = 0; row < predicted.length; row++) {
    let best = 0;
    const start = row * count;
    for (let c = 1; c < count; c++) if (score[start + c]! > score[start + best]!) best = c;
    predicted[row] = best;
  }
  return predicted;
}

/** Weight of rows by class. */
export interface ClassCounts {
  /** Rightly predicted. */
  readonly hits: Float64Array;
  readonly truths: Float64Array;
  readonly guesses: Float64Array;
}

/** A metric of the counts of the classes. */
export function ofCounts(
  scores: Scores,
  arm: Arm,
  of: (counts: ClassCounts) => number,
  reason: string,
): Prepared | Undefined {
  const given = classScores(scores, arm);
  const { count } = given;
  const predicted = predictions(given);
  const { label } = scores;
  const terms: SumTerm[] = [
    // One more for rows that are not right.
    {
      cellOf: Uint32Array.from(label, (truth, row) => (truth === predicted[row] ? truth : count)),
      cells: count + 1,
      value: null,
    },
    { cellOf: Uint32Array.from(label), cells: count, value: null },
    { cellOf: Uint32Array.from(predicted), cells: count, value: null },
  ];
  const read = (sums: Float64Array) => ({
    hits: sums.subarray(0, count),
    truths: sums.subarray(count + 1, 2 * count + 1),
    guesses: sums.subarray(2 * count + 1),
  });
  return ofSums(scores, terms, (sums) => of(read(sums)), reason);
}

export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
