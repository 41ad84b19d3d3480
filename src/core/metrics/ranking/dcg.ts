import type { Arm, MetricDefinition, MetricOptions, Prepared, Undefined } from '../prepared.ts';
import type { Scores } from '../scores.ts';
import { expectedSum, weightsByRank } from './expected-sum.ts';
import type { GroupedScores } from './grouped-order.ts';
import { type Gain, perQuery, RANKED, WHOLE_LIST } from './per-query.ts';
import { TIES } from './ranked-list.ts';
import { sortedGrades } from './sorted-grades.ts';

const GAINS: Readonly<Record<string, Gain>> = {
  linear: { of: (grade) => grade, highest: Number.MAX_VALUE },
  // 2^31 dwarfs everything else in a list, and LightGBM's table of gains ends there too.
  exp2: { of: (grade) => 2 ** grade - 1, highest: 31 },
};

/**
 * DCG@k = Σ_{i≤k} gain(gᵢ)/log₂(i + 1). Gain linear: Järvelin & Kekäläinen 2002 (trec_eval, scikit-learn); exp2, 2^g − 1:
 * Burges et al. 2005 (LightGBM, XGBoost). Tied scores: the mean over their orders, as scikit-learn.
 * Grades 3 0 2 0 1 0 by rank: DCG@3 = 3 + 2/2 = 4.
 */
export const dcg: MetricDefinition = {
  ...RANKED,
  name: 'dcg',
  title: 'DCG',
  defaultAt: WHOLE_LIST,
  conventions: { gain: ['linear', 'exp2'], ties: TIES, empty: ['skip', 'zero'] },
  prepare: (scores, arm, options) => discounted(scores, arm, options, () => () => 1),
};

/**
 * nDCG@k: DCG@k over that of the ideal order, which takes the k best grades of the query.
 * Grades 3 0 2 0 1 0 with scores .5 .4 .9 .1 .3 .8: nDCG@5 = .8162468467211518, with exp2 .7332063582049066.
 */
export const ndcg: MetricDefinition = {
  ...RANKED,
  name: 'ndcg',
  title: 'nDCG',
  defaultAt: WHOLE_LIST,
  conventions: { gain: ['linear', 'exp2'], ...RANKED.conventions },
  prepare: (scores, arm, options) => discounted(scores, arm, options, idealDcg),
};

/** What a list's DCG is divided by: a function of its places `from` … `to − 1`. */
type Norm = (
  scores: GroupedScores,
  gain: Gain,
  discounts: Float64Array,
) => (from: number, to: number) => number;

const idealDcg: Norm = (scores, gain, discounts) => {
  const grades = sortedGrades(scores);
  return (from, to) => {
    const depth = Math.min(to - from, discounts.length);
    let sum = 0;
    for (let i = 0; i < depth; i++) sum += gain.of(grades[from + i]!) * discounts[i]!;
    return sum;
  };
};

function discounted(scores: Scores, arm: Arm, options: MetricOptions, norm: Norm): Prepared | Undefined {
  const gain = GAINS[options.convention.gain!]!;
  return perQuery(scores, arm, options, gain, (grouped, depth) => {
    const discounts = weightsByRank(depth, (rank) => 1 / Math.log2(rank + 1));
    const normOf = norm(grouped, gain, discounts);
    return (list) => expectedSum(list, discounts, depth) / normOf(list.from, list.to);
  });
}
