import type { MetricDefinition } from '../prepared.ts';
import { groupedOrder } from './grouped-order.ts';
import { pairs, sortCountingInversions, tiedPairs } from './inversions.ts';
import { checkGrades, isGrouped, NO_GROUPS, perGroup, queryWeights, RANKED } from './per-query.ts';

/**
 * Ordered-pair accuracy: of the pairs of a query whose grades differ, the share that the scores put in the right order, ties
 * counting half; the mean over queries that have such a pair (TF-Ranking's OPA). With grades 0 and 1 it is the query's AUC.
 * Grades 2 1 0, scores .5 .9 .5: pairs wrong, tied, right: .5.
 */
export const pairwiseAccuracy: MetricDefinition = {
  ...RANKED,
  name: 'pairwise_acc',
  title: 'pairwise accuracy',
  at: 'none',
  conventions: {},
  prepare(scores, arm) {
    if (!isGrouped(scores)) return NO_GROUPS;
    const unfit = checkGrades(scores.label);
    if (unfit !== null) return unfit;
    const { starts, rows, runEnds } = groupedOrder(scores, arm);
    return perGroup(scores, queryWeights(scores), 'has two rows of different grades', (group) => {
      const from = starts[group]!;
      const to = starts[group + 1]!;
      const grades = new Float64Array(to - from);
      let tied = 0;
      // Worst first, tied rows by grade: then an inversion is a pair in the wrong order, and nothing else is.
      for (let start = from; start < to; start = runEnds[start]!) {
        const end = runEnds[start]!;
        for (let place = start; place < end; place++) {
          grades[to - 1 - place] = scores.label[rows[place]!]!;
        }
        if (end - start === 1) continue;
        tied += pairs(end - start) - tiedPairs(grades.subarray(to - end, to - start).sort());
      }
      const wrong = sortCountingInversions(grades);
      const comparable = pairs(grades.length) - tiedPairs(grades);
      return comparable === 0 ? Number.NaN : (comparable - wrong - tied / 2) / comparable;
    });
  },
};
