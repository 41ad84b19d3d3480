/** Binary labels by distinct score: the one sort behind every metric of a ranking's quality. */
import { argsort } from '../stats/argsort.ts';

export interface ScoreLevels {
  /** The distinct scores, ascending. */
  readonly score: Float64Array;
  /** By row, the index of its score there. */
  readonly of: Uint32Array;
}

/** Weight of either class at each level. The arrays are overwritten by the next call. */
export interface ClassSums {
  readonly score: Float64Array;
  readonly positive: Float64Array;
  readonly negative: Float64Array;
  readonly positives: number;
  readonly negatives: number;
}

/** Scores .5 .1 .5: levels .1 and .5, rows 1 0 1. No NaN; −0 is 0. */
export function scoreLevels(scores: Float64Array): ScoreLevels {
  const order = argsort(scores);
  const of = new Uint32Array(scores.length);
  const distinct = new Float64Array(scores.length);
  let count = 0;
  for (const row of order) {
    const value = scores[row]!;
    if (count === 0 || distinct[count - 1] !== value) distinct[count++] = value;
    of[row] = count - 1;
  }
  return { score: distinct.slice(0, count), of };
}

/** Sorts once; each call is then one pass over rows and one over levels. `label` 0 or 1. */
export function classSums(
  label: Float64Array,
  scores: Float64Array,
): (weight: Float64Array | null) => ClassSums {
  const { score, of } = scoreLevels(scores);
  const positive = new Float64Array(score.length);
  const negative = new Float64Array(score.length);
  return (weight) => {
    positive.fill(0);
    negative.fill(0);
    for (let row = 0; row < of.length; row++) {
      const w = weight === null ? 1 : weight[row]!;
      if (label[row] === 1) positive[of[row]!]! += w;
      else negative[of[row]!]! += w;
    }
    return { score, positive, negative, positives: sum(positive), negatives: sum(negative) };
  };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
