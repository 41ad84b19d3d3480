import type { RankedList } from './ranked-list.ts';

/**
 * Σ gain · `byRank[rank − 1]` over the first `depth` ranks, in expectation over the orders of tied rows: each run
 * contributes its mean gain times the sum of its weights (McSherry & Najork 2008, section 3). `byRank` must reach as far
 * as the list or the depth, whichever is shorter.
 *
 * Gains 0 and 3 tied for the first place, weights 1 and .5: 1.5 · 1.5 = 2.25; to depth 1: 1.5.
 */
export function expectedSum(list: RankedList, byRank: Float64Array, depth: number): number {
  const { gains, runEnds, from } = list;
  const limit = Math.min(list.to, from + depth);
  let sum = 0;
  for (let start = from; start < limit; start = runEnds[start]!) {
    const end = runEnds[start]!;
    if (end === start + 1) {
      // Nearly every run: neither a mean nor a branch on its gain.
      sum += gains[start]! * byRank[start - from]!;
      continue;
    }
    let gain = 0;
    for (let place = start; place < end; place++) gain += gains[place]!;
    if (gain === 0) continue;
    let weight = 0;
    for (let place = start; place < Math.min(end, limit); place++) weight += byRank[place - from]!;
    sum += (gain / (end - start)) * weight;
  }
  return sum;
}

/** `weight(rank)` for ranks 1 … `length`. */
export function weightsByRank(length: number, weight: (rank: number) => number): Float64Array {
  return Float64Array.from({ length }, (_, index) => weight(index + 1));
}
