import type { MetricDefinition } from '../prepared.ts';
import { expectedSum, weightsByRank } from './expected-sum.ts';
import { perQuery, RANKED, RELEVANCE, WHOLE_LIST } from './per-query.ts';
import type { RankedList } from './ranked-list.ts';

/**
 * MRR@k: the mean over queries of 1/rank of the first relevant row, 0 when none is among the first k (trec_eval's
 * `recip_rank`). Relevance 0 0 1 1 by rank: 1/3; at 2: 0.
 */
export const mrr: MetricDefinition = {
  ...RANKED,
  name: 'mrr',
  title: 'MRR',
  defaultAt: WHOLE_LIST,
  prepare: (scores, arm, options) =>
    perQuery(scores, arm, options, RELEVANCE, (_, depth) => (list) => expectedReciprocalRank(list, depth)),
};

/**
 * What the evaluation of the MIND data set calls MRR: the mean over queries of Σ (relᵢ/i)/R over all relevant rows. Equal to
 * `mrr` only where one row is relevant. Relevance 0 0 1 1 by rank: (1/3 + 1/4)/2.
 */
export const mindMrr: MetricDefinition = {
  ...RANKED,
  name: 'mind_mrr',
  title: 'MRR as in MIND',
  at: 'none',
  prepare: (scores, arm, options) =>
    perQuery(scores, arm, options, RELEVANCE, (_, depth) => {
      const reciprocals = weightsByRank(depth, (rank) => 1 / rank);
      return (list) => expectedSum(list, reciprocals, depth) / list.relevant;
    }),
};

/**
 * Only the run of the first relevant row counts. Of its t rows, r relevant, the first relevant one stands at place j with
 * probability (r/(t − j + 1))·Π_{i<j} (1 − r/(t − i + 1)) (McSherry & Najork 2008, section 3.4).
 */
function expectedReciprocalRank({ gains, runEnds, from, to }: RankedList, depth: number): number {
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
      sum += (noneYet * chance) / (place - from + 1);
      noneYet *= 1 - chance;
    }
    return sum;
  }
  return 0;
}
