import type { MetricDefinition, Undefined } from '../prepared.ts';
import { expectedSum, weightsByRank } from './expected-sum.ts';
import { perQuery, RANKED, RELEVANCE } from './per-query.ts';

/**
 * Rank-biased precision (1 − p)·Σ relᵢ·p^(i−1) (Moffat & Zobel 2008); p, the chance that a reader goes on to the next row, is
 * the number behind `@`. A list has an end, and so even the best value is 1 − p^R.
 * Relevance 1 0 1 by rank, p .9: .1 · (1 + .81) = .181.
 */
export const rbp: MetricDefinition = {
  ...RANKED,
  name: 'rbp',
  title: 'rank-biased precision',
  at: 'fraction',
  defaultAt: 0.9,
  prepare: (scores, arm, options) => {
    const p = options.at!;
    if (p === 1) return NEVER_STOPS;
    return perQuery(scores, arm, { ...options, at: null }, RELEVANCE, (_, depth) => {
      const patience = weightsByRank(depth, (rank) => (1 - p) * p ** (rank - 1));
      return (list) => expectedSum(list, patience, depth);
    });
  },
};

const NEVER_STOPS: Undefined = {
  kind: 'undefined',
  reason:
    'A reader who goes on with probability 1 gives no rank any weight; write `rbp@` with a number below 1.',
};
