import type { MetricDefinition } from '../prepared.ts';
import { expectedFirst } from './expected-first.ts';
import { perQuery, RANKED, RELEVANCE } from './per-query.ts';
import type { RankedList } from './ranked-list.ts';

/**
 * P@k: relevant rows among the first k, over k, also where the list is shorter (trec_eval, ranx).
 * Relevance 1 0 1 by rank: P@2 = .5, P@5 = .4.
 */
export const precisionAt: MetricDefinition = {
  ...RANKED,
  name: 'precision',
  title: 'precision',
  // A binary task has a `precision` of its own, at a threshold.
  tasks: ['ranking'],
  prepare: (scores, arm, options) =>
    perQuery(scores, arm, options, RELEVANCE, () => (list) => expectedHits(list, options.at!) / options.at!),
};

/** Relevant rows among the first k, over all relevant ones of the query. Relevance 1 0 1 by rank: .5 at 1 and at 2. */
export const recallAt: MetricDefinition = {
  ...RANKED,
  name: 'recall',
  title: 'recall',
  tasks: ['ranking'],
  prepare: (scores, arm, options) =>
    perQuery(
      scores,
      arm,
      options,
      RELEVANCE,
      (_, depth) => (list) => expectedHits(list, depth) / list.relevant,
    ),
};

/** Share of queries with something relevant among the first k (trec_eval's `success`). */
export const hit: MetricDefinition = {
  ...RANKED,
  name: 'hit',
  title: 'hit rate',
  prepare: (scores, arm, options) =>
    perQuery(scores, arm, options, RELEVANCE, (_, depth) => (list) => expectedFirst(list, depth, () => 1)),
};

/** R-precision: precision at R, the number of relevant rows of the query (trec_eval's `Rprec`). */
export const rPrecision: MetricDefinition = {
  ...RANKED,
  name: 'r_prec',
  title: 'R-precision',
  at: 'none',
  prepare: (scores, arm, options) =>
    perQuery(
      scores,
      arm,
      options,
      RELEVANCE,
      () => (list) => expectedHits(list, list.relevant) / list.relevant,
    ),
};

/** Relevant rows among the first `depth`; a run that straddles the cut gives its share. */
function expectedHits({ gains, runEnds, from, to }: RankedList, depth: number): number {
  const limit = Math.min(to, from + depth);
  let sum = 0;
  for (let start = from; start < limit; start = runEnds[start]!) {
    const end = runEnds[start]!;
    let hits = 0;
    for (let place = start; place < end; place++) hits += gains[place]!;
    sum += end <= limit ? hits : (hits * (limit - start)) / (end - start);
  }
  return sum;
}
