import type { MetricDefinition } from '../prepared.ts';
import { perQuery, RANKED, RELEVANCE } from './per-query.ts';
import type { RankedList } from './ranked-list.ts';

/**
 * Binary preference (Buckley & Voorhees 2004): the mean over relevant rows of 1 − min(n, B)/B, n the irrelevant rows above and
 * B the lesser of relevant and irrelevant rows of the query (trec_eval, ranx). Every row of a holdout is judged.
 * Relevance 0 1 0 0 1 by rank: B = 2, (½ + 0)/2 = .25.
 */
export const bpref: MetricDefinition = {
  ...RANKED,
  name: 'bpref',
  title: 'binary preference',
  at: 'none',
  prepare: (scores, arm, options) => perQuery(scores, arm, options, RELEVANCE, () => expectedPreference),
};

/** In a run of equal scores with b irrelevant rows, 0, 1 … b of them above a relevant one are equally likely. */
function expectedPreference({ gains, runEnds, from, to, relevant }: RankedList): number {
  const most = Math.min(relevant, to - from - relevant);
  if (most === 0) return 1;
  let kept = 0;
  let above = 0;
  for (let start = from; start < to && above < most; start = runEnds[start]!) {
    const end = runEnds[start]!;
    let hits = 0;
    for (let place = start; place < end; place++) hits += gains[place]!;
    const misses = end - start - hits;
    // Σ (most − n) over n = above … above + misses, while positive.
    const left = most - above;
    const terms = Math.min(misses + 1, left);
    kept += (hits * terms * (left - (terms - 1) / 2)) / (misses + 1);
    above += misses;
  }
  return kept / (most * relevant);
}
