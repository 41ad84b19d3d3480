import { argsort } from '../stats/argsort.ts';

export interface ScoreLevels {
  /** The distinct scores, ascending. */
  readonly score: Float64Array;
  /** By row, the index of its score there. */
  readonly of: Uint32Array;
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
