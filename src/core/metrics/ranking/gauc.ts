import type { MetricDefinition } from '../prepared.ts';
import { type GroupedOrder, type GroupedScores, groupedOrder } from './grouped-order.ts';
import { checkGrades, isGrouped, NO_GROUPS, perGroup, RANKED } from './per-query.ts';

/** By the convention `weight`: what a group weighs, from the weights of its positive and its negative rows. */
const WEIGHTS: Readonly<Record<string, (positive: number, negative: number) => number>> = {
  impressions: (positive, negative) => positive + negative,
  positives: (positive) => positive,
  uniform: (positive, negative) => (positive + negative > 0 ? 1 : 0),
};

/**
 * Grouped AUC Σ w_g·AUC_g / Σ w_g over the groups that have both classes; positive is a label above 0, tied scores count
 * half, and row weights weigh pairs. A group's weight is its impressions (Zhou et al. 2018, DIN), its positives (RecBole) or 1
 * (the evaluation of MIND).
 * Labels 1 0 | 1 1 0, scores .9 .1 | .2 .3 .2: AUCs 1 and .75; impressions (2·1 + 3·.75)/5 = .85.
 */
export const gauc: MetricDefinition = {
  ...RANKED,
  name: 'gauc',
  title: 'GAUC',
  at: 'none',
  conventions: { weight: ['impressions', 'positives', 'uniform'] },
  prepare(scores, arm, { convention }) {
    if (!isGrouped(scores)) return NO_GROUPS;
    const unfit = checkGrades(scores.label);
    if (unfit !== null) return unfit;
    const weightOf = WEIGHTS[convention.weight!]!;
    const weights = new Float64Array(scores.group.count);
    const pairsOf = pairCounter(scores, groupedOrder(scores, arm));
    return perGroup(scores, weights, 'has rows of both classes', (group) => {
      const { right, positive, negative } = pairsOf(group);
      weights[group] = weightOf(positive, negative);
      return positive > 0 && negative > 0 ? right / (positive * negative) : Number.NaN;
    });
  },
};

/** The weight of a group's positive rows, of its negative ones, and of its pairs in the right order, ties counting half. */
interface Pairs {
  readonly right: number;
  readonly positive: number;
  readonly negative: number;
}

function pairCounter(
  { label, weight }: GroupedScores,
  { starts, rows, runEnds }: GroupedOrder,
): (group: number) => Pairs {
  // Rows are visited out of order: a byte each stays in the cache.
  const positiveRow = new Uint8Array(label.length);
  for (let row = 0; row < label.length; row++) positiveRow[row] = label[row]! > 0 ? 1 : 0;
  return (group) => {
    const to = starts[group + 1]!;
    let right = 0;
    let positive = 0;
    let negative = 0;
    for (let place = starts[group]!; place < to; ) {
      const end = runEnds[place]!;
      let positiveHere = 0;
      let negativeHere = 0;
      for (; place < end; place++) {
        const row = rows[place]!;
        const w = weight === null ? 1 : weight[row]!;
        if (positiveRow[row] === 1) positiveHere += w;
        else negativeHere += w;
      }
      right += negativeHere * (positive + positiveHere / 2);
      positive += positiveHere;
      negative += negativeHere;
    }
    return { right, positive, negative };
  };
}
