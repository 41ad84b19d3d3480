import { byGroup, type PairedRanks } from './paired-ranks.ts';

/**
 * By group, the extrapolated rank-biased overlap of both lists, RBO_ext = A_n·pⁿ + (1 − p)/p·Σ_{d≤n} A_d·p^d with A_d the
 * share that the first d rows have in common (Webber, Moffat & Zobel 2010, equation 23). Both lists hold the same rows, and so
 * A_n = 1: equal lists have 1. `p` in (0, 1) is the chance of looking one row further. NaN for a group without rows.
 * Candidate a b, baseline b a, p .9: A 0 1, .81 + .1/.9·.81 = .9.
 */
export function rankBiasedOverlap({ starts, baselineRank }: PairedRanks, p: number): Float64Array {
  return byGroup(starts, (from, to) => {
    const n = to - from;
    // A row is common to both lists from the deeper one of its two ranks on.
    const joins = new Uint32Array(n);
    for (let rank = 0; rank < n; rank++) joins[Math.max(rank, baselineRank[from + rank]!)]!++;
    let shared = 0;
    let sum = 0;
    for (let rank = 0; rank < n; rank++) {
      shared += joins[rank]!;
      sum += (shared / (rank + 1)) * p ** rank;
    }
    return p ** n + (1 - p) * sum;
  });
}
