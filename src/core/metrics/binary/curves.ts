/** Metrics of the whole ranking, from the weight of either class at each distinct score. */
import { functional, oneClass, scoresOf } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';
import { type ClassSums, classSums } from '../score-levels.ts';

const CURVE = {
  direction: 'higher',
  tasks: ['binary'],
  needs: 'scores',
  grouped: false,
  at: 'none',
  defaultAt: null,
  conventions: {},
} as const satisfies Partial<MetricDefinition>;

function curve(
  name: string,
  title: string,
  of: (sums: ClassSums, at: number) => number,
  more: Partial<MetricDefinition> = {},
): MetricDefinition {
  return {
    ...CURVE,
    name,
    title,
    prepare(scores, arm, { at }) {
      const sums = classSums(scores.label, scoresOf(scores, arm));
      return functional(scores, (weight) => of(sums(weight), at ?? 1), oneClass(scores.label, title));
    },
    ...more,
  };
}

/** 2·AUC − 1, ties counting half. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.5. */
export const gini = curve('gini', 'Gini', ({ positive, negative, positives, negatives }) => {
  let below = 0;
  let pairs = 0;
  for (let i = 0; i < positive.length; i++) {
    pairs += positive[i]! * (below + negative[i]! / 2);
    below += negative[i]!;
  }
  return (2 * pairs) / (positives * negatives) - 1;
});

/** Kolmogorov–Smirnov: the largest TPR − FPR over all thresholds. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.5. */
export const ks = curve('ks', 'KS', ({ positive, negative, positives, negatives }) => {
  if (positives === 0 || negatives === 0) return Number.NaN;
  let [truePositive, falsePositive, best] = [0, 0, 0];
  for (let i = positive.length - 1; i >= 0; i--) {
    truePositive += positive[i]!;
    falsePositive += negative[i]!;
    best = Math.max(best, truePositive / positives - falsePositive / negatives);
  }
  return best;
});

/**
 * Area under the ROC curve up to a false-positive rate of `at`, the curve cut there by linear interpolation, and
 * standardised (McClish 1989) so that a constant model has 0.5 and a perfect one 1. scikit-learn's `max_fpr`.
 */
export const partialAuc = curve('pauc', 'partial AUC', standardisedArea, { at: 'fraction', defaultAt: 0.1 });

function standardisedArea({ positive, negative, positives, negatives }: ClassSums, most: number): number {
  if (positives === 0 || negatives === 0) return Number.NaN;
  let [x, y, area] = [0, 0, 0];
  let [truePositive, falsePositive] = [0, 0];
  for (let i = positive.length - 1; i >= 0 && x < most; i--) {
    truePositive += positive[i]!;
    falsePositive += negative[i]!;
    const nextX = falsePositive / negatives;
    const nextY = truePositive / positives;
    const share = nextX > most ? (most - x) / (nextX - x) : 1;
    const cutY = y + share * (nextY - y);
    area += (Math.min(nextX, most) - x) * ((y + cutY) / 2);
    [x, y] = [nextX, nextY];
  }
  const least = most ** 2 / 2;
  return (1 + (area - least) / (most - least)) / 2;
}

/**
 * Average precision Σ(Rₙ − Rₙ₋₁)Pₙ over distinct thresholds, a step function without interpolation; tied scores are
 * one threshold (scikit-learn's `average_precision_score`). Without positives undefined, 0 or 1.
 * Labels 0 0 1 1, scores .1 .4 .35 .8: 0.8333333333333333.
 */
export const averagePrecision: MetricDefinition = {
  ...CURVE,
  name: 'ap',
  title: 'average precision',
  conventions: { ties: ['one_threshold'], empty: ['undefined', 'zero', 'one'] },
  prepare(scores, arm, { convention }) {
    const sums = classSums(scores.label, scoresOf(scores, arm));
    const empty = { zero: 0, one: 1 }[convention.empty!] ?? Number.NaN;
    const reason = 'No row has label 1; average precision needs one.';
    return functional(scores, (weight) => stepArea(sums(weight), empty), reason);
  },
};

function stepArea({ positive, negative, positives }: ClassSums, empty: number): number {
  if (positives === 0) return empty;
  let [truePositive, all, area] = [0, 0, 0];
  for (let i = positive.length - 1; i >= 0; i--) {
    truePositive += positive[i]!;
    all += positive[i]! + negative[i]!;
    if (positive[i]! > 0) area += positive[i]! * (truePositive / all);
  }
  return area / positives;
}
