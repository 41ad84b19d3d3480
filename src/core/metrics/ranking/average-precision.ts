import type { MetricDefinition } from '../prepared.ts';
import { perQuery, RANKED, RELEVANCE, WHOLE_LIST } from './per-query.ts';
import type { RankedList } from './ranked-list.ts';

/**
 * MAP@k: the mean of Σ_{i≤k} relᵢ·P@i / D over queries (Buckley & Voorhees). D is R, everything relevant (trec_eval, ranx),
 * or min(R, k) (LightGBM, XGBoost, RecBole).
 * Relevance 1 0 1 by rank: (1 + 2/3)/2 = .8333; at 1 with R .5, with min(R, k) 1.
 */
export const map: MetricDefinition = {
  ...RANKED,
  name: 'map',
  title: 'MAP',
  defaultAt: WHOLE_LIST,
  conventions: { D: ['R', 'minRk'], ...RANKED.conventions },
  prepare: (scores, arm, options) => {
    const most = options.convention.D === 'minRk' ? (options.at ?? WHOLE_LIST) : WHOLE_LIST;
    return perQuery(
      scores,
      arm,
      options,
      RELEVANCE,
      (_, depth) => (list) => expectedPrecisionSum(list, depth) / Math.min(list.relevant, most),
    );
  },
};

/**
 * The expectation of Σ relᵢ·P@i over the orders of tied rows (McSherry & Najork 2008, section 3.3): in a run of t rows, r of
 * them relevant, behind b relevant ones, the row at the run's i-th place is relevant with probability r/t, and then
 * finds b + (i − 1)(r − 1)/(t − 1) relevant ones above it.
 */
function expectedPrecisionSum({ gains, runEnds, from, to }: RankedList, depth: number): number {
  const limit = Math.min(to, from + depth);
  let sum = 0;
  let before = 0;
  for (let start = from; start < limit; start = runEnds[start]!) {
    const end = runEnds[start]!;
    let hits = 0;
    for (let place = start; place < end; place++) hits += gains[place]!;
    if (hits === 0) continue;
    const size = end - start;
    const above = size === 1 ? 0 : (hits - 1) / (size - 1);
    for (let place = start; place < Math.min(end, limit); place++) {
      sum += ((hits / size) * (before + 1 + (place - start) * above)) / (place - from + 1);
    }
    before += hits;
  }
  return sum;
}
