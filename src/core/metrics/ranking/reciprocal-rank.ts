import type { MetricDefinition } from '../prepared.ts';
import { expectedFirst } from './expected-first.ts';
import { expectedSum, weightsByRank } from './expected-sum.ts';
import { perQuery, RANKED, RELEVANCE, WHOLE_LIST } from './per-query.ts';

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
    perQuery(
      scores,
      arm,
      options,
      RELEVANCE,
      (_, depth) => (list) => expectedFirst(list, depth, (rank) => 1 / rank),
    ),
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
