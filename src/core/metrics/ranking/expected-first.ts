import type { RankedList } from './ranked-list.ts';

/**
 * `worth(rank)` of the first relevant row, in expectation over the orders of tied rows; 0 when none is among the first `depth`.
 *
 * Only the run of the first relevant row counts. Of its t rows, r relevant, the first relevant one stands at place j with
 * probability (r/(t − j + 1))·Π_{i<j} (1 − r/(t − i + 1)) (McSherry & Najork 2008, section 3.4).
 * Relevance 0 0 1 1 by rank, worth 1/rank: 1/3; tied: (1/2)·1 + (1/3)·(1/2) + (1/6)·(1/3) = .7222.
 */
export function expectedFirst(
  { gains, runEnds, from, to }: RankedList,
  depth: number,
  worth: (rank: number) => number,
): number {
  const limit = Math.min(to, from + depth);
  for (let start = from; start < limit; start = runEnds[start]!) {
    const end = runEnds[start]!;
    let hits = 0;
    for (let place = start; place < end; place++) hits += gains[place]!;
    if (hits === 0) continue;
    let sum = 0;
    let noneYet = 1;
    for (let place = start; place < Math.min(end, limit) && noneYet > 0; place++) {
      const chance = hits / (end - place);
      sum += noneYet * chance * worth(place - from + 1);
      noneYet *= 1 - chance;
    }
    return sum;
  }
  return 0;
}
