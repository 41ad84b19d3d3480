/** Metrics of the whole ranking, from the weight of either class at each distinct score. */
import { CURVES, type CurveName } from '../../stats/curve-areas.ts';
import { cellSums, levelCells } from '../../stats/level-cells.ts';
import { functional, oneClass } from '../functional.ts';
import type { Arm, MetricDefinition, Prepared, Undefined } from '../prepared.ts';
import type { Scores } from '../scores.ts';
import { sortedRows } from '../sorted-rows.ts';

const CURVE = {
  direction: 'higher',
  tasks: ['binary'],
  needs: 'scores',
  grouped: false,
  at: 'none',
  defaultAt: null,
  conventions: {},
} as const satisfies Partial<MetricDefinition>;

/** A number of a curve; resampled in one pass over the rows, without sorting them again. */
export function curveMetric(
  scores: Scores,
  arm: Arm,
  curve: CurveName,
  at: number,
  reason: string,
): Prepared | Undefined {
  const cells = levelCells(scores.label, sortedRows(scores, arm));
  const value = (weight: Float64Array | null) => CURVES[curve](cellSums(cells, weight), at);
  return functional(scores, value, reason, { by: 'curve', curve, at, cells });
}

/** 2·AUC − 1, ties counting half. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.5. */
export const gini: MetricDefinition = {
  ...CURVE,
  name: 'gini',
  title: 'Gini',
  prepare({ label }) {
    if (label.includes(0) && label.includes(1)) return { kind: 'auc', gini: true };
    return { kind: 'undefined', reason: oneClass(label, 'Gini') };
  },
};

/** Kolmogorov–Smirnov: the largest TPR − FPR over all thresholds. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.5. */
export const ks: MetricDefinition = {
  ...CURVE,
  name: 'ks',
  title: 'KS',
  prepare: (scores, arm) => curveMetric(scores, arm, 'ks', 0, oneClass(scores.label, 'KS')),
};

/**
 * Area under the ROC curve up to a false-positive rate of `at`, the curve cut there by linear interpolation, and
 * standardised (McClish 1989) so that a constant model has 0.5 and a perfect one 1. scikit-learn's `max_fpr`.
 */
export const partialAuc: MetricDefinition = {
  ...CURVE,
  name: 'pauc',
  title: 'partial AUC',
  at: 'fraction',
  defaultAt: 0.1,
  prepare: (scores, arm, { at }) =>
    curveMetric(scores, arm, 'pauc', at!, oneClass(scores.label, 'partial AUC')),
};

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
    const empty = { zero: 0, one: 1 }[convention.empty!] ?? Number.NaN;
    return curveMetric(scores, arm, 'ap', empty, 'No row has label 1; average precision needs one.');
  },
};
