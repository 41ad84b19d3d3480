import { orderKey } from './order-key.ts';
import { placements } from './placements.ts';

/**
 * Area under the ROC curve, ties counting half (see `placements`, which gives the same number to the bit).
 * NaN when a class is empty. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.75.
 *
 * Unweighted float32 scores take a shorter way, O(n): only their order matters, not whose they are.
 */
export function areaUnderCurve(
  label: Float64Array,
  score: Float64Array,
  weight: Float64Array | null,
): number {
  const counted = weight === null ? countPairs(label, score) : null;
  if (counted === null) return placements(label, score, weight).auc;
  const { twiceWins, positives, negatives } = counted;
  return twiceWins / 2 / (positives * negatives);
}

interface PairCount {
  /** 2 for each pair with the positive above the negative, 1 for each tie. Exact up to 2⁵³. */
  readonly twiceWins: number;
  readonly positives: number;
  readonly negatives: number;
}

/** Bits of a key below the split. */
const LOW_BITS = 10;
const LOWS = 1 << LOW_BITS;

/**
 * Counts pairs of float32 scores; null when a score is not a float32.
 *
 * Keys are split into a high and a low part. One counting sort brings the high parts into the order of (low, label).
 * Going through them, a counter per high part knows how many negatives share it and have a lower low part. Pairs with
 * different high parts need the counters' totals alone.
 */
function countPairs(label: Float64Array, score: Float64Array): PairCount | null {
  const n = score.length;
  const ends = new Uint32Array(2 * LOWS);
  let lowest = 0xffffffff >>> LOW_BITS;
  let highest = 0;
  for (let row = 0; row < n; row++) {
    const value = score[row]! + 0; // −0 becomes 0, which it equals.
    if (Math.fround(value) !== value) return null;
    const key = orderKey(value);
    const high = key >>> LOW_BITS;
    if (high < lowest) lowest = high;
    if (high > highest) highest = high;
    ends[((key & (LOWS - 1)) << 1) | label[row]!]!++;
  }
  let next = 0;
  for (let slot = 0; slot < ends.length; slot++) {
    const count = ends[slot]!;
    ends[slot] = next;
    next += count;
  }
  const highs = new Uint32Array(n);
  for (let row = 0; row < n; row++) {
    const key = orderKey(score[row]! + 0);
    highs[ends[((key & (LOWS - 1)) << 1) | label[row]!]!++] = (key >>> LOW_BITS) - lowest;
  }
  const negative = new Uint32Array(Math.max(0, highest - lowest + 1));
  const positive = new Uint32Array(negative.length);
  let twiceWins = 0;
  for (let low = 0, start = 0; low < LOWS; low++) {
    const middle = ends[2 * low]!;
    const end = ends[2 * low + 1]!;
    for (let i = middle; i < end; i++) twiceWins += negative[highs[i]!]!;
    for (let i = start; i < middle; i++) negative[highs[i]!]!++;
    for (let i = middle; i < end; i++) {
      const high = highs[i]!;
      twiceWins += negative[high]!;
      positive[high]!++;
    }
    start = end;
  }
  let positives = 0;
  let negatives = 0;
  for (let high = 0; high < negative.length; high++) {
    twiceWins += 2 * positive[high]! * negatives;
    negatives += negative[high]!;
    positives += positive[high]!;
  }
  return { twiceWins, positives, negatives };
}
