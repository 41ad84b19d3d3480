import type { MetricDefinition } from '../prepared.ts';
import { perQuery, RANKED } from './per-query.ts';
import type { RankedList } from './ranked-list.ts';

/**
 * Expected reciprocal rank ERR@k = Σ_{i≤k} (1/i)·Πⱼ<ᵢ(1 − Rⱼ)·Rᵢ, R = (2^g − 1)/2^gmax, the chance that a reader stops at a
 * row (Chapelle et al. 2009). `gmax` is the highest grade of the scale, 4 as in gdeval; a higher grade leaves it undefined.
 * Grades 2 0 1 by rank, gmax 2: R = .75 0 .25, ERR@3 = .75 + .25·.25/3 = .7708.
 */
export const err: MetricDefinition = {
  ...RANKED,
  name: 'err',
  title: 'ERR',
  conventions: { gmax: ['4', '1', '2', '3', '5', '6', '7', '8', '9', '10'], ...RANKED.conventions },
  prepare: (scores, arm, options) => {
    const highest = Number(options.convention.gmax);
    const stop = { of: (grade: number) => (2 ** grade - 1) / 2 ** highest, highest };
    return perQuery(scores, arm, options, stop, (_, depth) => (list) => expectedErr(list, depth));
  },
};

/**
 * In expectation over the orders of tied rows. With q(s) the mean over all s-subsets of a run of Π(1 − R), a reader who
 * arrives at the run stops at its i-th place with probability q(i − 1) − q(i). Linear but for ties: a run of t rows costs
 * t times its rows before the cut.
 */
function expectedErr({ gains, runEnds, from, to }: RankedList, depth: number): number {
  const limit = Math.min(to, from + depth);
  let sum = 0;
  let arrives = 1;
  for (let start = from; start < limit && arrives > 0; start = runEnds[start]!) {
    const end = Math.min(runEnds[start]!, limit);
    const goesOn = meanProducts(gains.subarray(start, runEnds[start]!), end - start);
    for (let i = 1; i < goesOn.length; i++) {
      sum += (arrives * (goesOn[i - 1]! - goesOn[i]!)) / (start - from + i);
    }
    arrives *= goesOn[end - start]!;
  }
  return sum;
}

/**
 * q(0) … q(most): q(s) the mean of Π(1 − R) over all s-subsets of `stops`. Row by row: of the s-subsets of n + 1 rows, a share
 * of s/(n + 1) holds the last one. All terms are positive, so that nothing cancels.
 */
function meanProducts(stops: Float64Array, most: number): Float64Array {
  const q = new Float64Array(most + 1);
  q[0] = 1;
  for (let n = 0; n < stops.length; n++) {
    for (let s = Math.min(n + 1, most); s > 0; s--) {
      const share = s / (n + 1);
      q[s] = (1 - share) * q[s]! + share * (1 - stops[n]!) * q[s - 1]!;
    }
  }
  return q;
}
