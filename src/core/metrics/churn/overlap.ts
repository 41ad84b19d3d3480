import { byGroup, type PairedRanks } from './paired-ranks.ts';

/**
 * By group, the share of the first k rows that both lists have in common: |A ∩ B|/min(k, n) for a group of n rows. Groups of
 * at most k rows have 1. NaN for a group without rows.
 * Candidate a b c, baseline a c b, k 2: .5.
 */
export function overlapAt({ starts, baselineRank }: PairedRanks, k: number): Float64Array {
  return byGroup(starts, (from, to) => {
    const depth = Math.min(k, to - from);
    let shared = 0;
    for (let place = from; place < from + depth; place++) if (baselineRank[place]! < depth) shared++;
    return shared / depth;
  });
}
