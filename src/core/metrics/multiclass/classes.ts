/** What all metrics of several classes share. */
import { scoresOf } from '../functional.ts';
import type { Arm, MetricDefinition } from '../prepared.ts';
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

/** Weight of rows by class: rightly predicted, labelled so, predicted so. */
export function countsOf(
  label: Float64Array,
  predicted: Int32Array,
  classes: number,
  weight: Float64Array | null,
) {
  const [hits, truths, guesses] = [0, 0, 0].map(() => new Float64Array(classes)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let row = 0; row < label.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    const truth = label[row]!;
    const guess = predicted[row]!;
    truths[truth]! += w;
    guesses[guess]! += w;
    if (truth === guess) hits[truth]! += w;
  }
  return { hits, truths, guesses };
}

export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
