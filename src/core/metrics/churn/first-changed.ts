import { byGroup, type PairedRanks } from './paired-ranks.ts';

/** By group, 1 where the first row is another one than in the baseline's list, else 0. NaN for a group without rows. */
export function firstChanged({ starts, baselineRank }: PairedRanks): Float64Array {
  return byGroup(starts, (from) => (baselineRank[from] === 0 ? 0 : 1));
}
