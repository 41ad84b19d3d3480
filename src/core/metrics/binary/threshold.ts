/** Metrics of the decision that a threshold makes. */

import { sumRows } from '../../stats/row-sums.ts';
import { ofSums, oneClass, rowMean, scoresOf } from '../functional.ts';
import type { MetricDefinition, MetricOptions } from '../prepared.ts';
import { divide, ZERO_DIVISION } from '../zero-division.ts';

/** Weights of rows by truth and decision. */
interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/**
 * A score above `at` is a 1, and with `op=ge` one equal to it too. `gt` is what LightGBM, XGBoost and the `predict` of a
 * scikit-learn classifier do (argmax takes the first of equal probabilities).
 */
const THRESHOLD = {
  direction: 'higher',
  tasks: ['binary'],
  needs: 'probabilities',
  grouped: false,
  at: 'threshold',
  defaultAt: 0.5,
  conventions: { op: ['gt', 'ge'] },
} as const satisfies Partial<MetricDefinition>;

/** 1 where the decision is 1. */
function decisions(score: Float64Array, { at, convention }: MetricOptions): Float64Array {
  const inclusive = convention.op === 'ge';
  const decided = new Float64Array(score.length);
  for (let row = 0; row < score.length; row++) {
    if (score[row]! > at! || (inclusive && score[row] === at)) decided[row] = 1;
  }
  return decided;
}

/** Weighted share of rows that are decided rightly. */
export const accuracy: MetricDefinition = {
  ...THRESHOLD,
  name: 'accuracy',
  title: 'accuracy',
  prepare(scores, arm, options) {
    const right = decisions(scoresOf(scores, arm), options);
    for (let row = 0; row < right.length; row++) right[row] = right[row] === scores.label[row] ? 1 : 0;
    return rowMean(right);
  },
};

function ofConfusion(
  name: string,
  title: string,
  conventions: MetricDefinition['conventions'],
  of: (confusion: Confusion, convention: Readonly<Record<string, string>>) => number,
  reason: (label: Float64Array) => string,
  proportionOf?: (confusion: Confusion) => { readonly successes: number; readonly n: number },
): MetricDefinition {
  return {
    ...THRESHOLD,
    name,
    title,
    conventions: { ...THRESHOLD.conventions, ...conventions },
    prepare(scores, arm, options) {
      const decided = decisions(scoresOf(scores, arm), options);
      const cellOf = Uint8Array.from(scores.label, (truth, row) => 2 * truth + decided[row]!);
      const terms = [{ cellOf, cells: 4, value: null }];
      const confusion = ([tn, fp, fn, tp]: Float64Array): Confusion => ({
        tp: tp!,
        fp: fp!,
        fn: fn!,
        tn: tn!,
      });
      const value = ofSums(
        scores,
        terms,
        (sums) => of(confusion(sums), options.convention),
        reason(scores.label),
      );
      if (proportionOf === undefined || value.kind !== 'functional') return value;
      return { ...value, proportion: proportionOf(confusion(sumRows(terms, scores.label.length, null))) };
    },
  };
}

/** (TPR + TNR)/2; undefined with one class. */
export const balancedAccuracy = ofConfusion(
  'balanced_accuracy',
  'balanced accuracy',
  {},
  ({ tp, fp, fn, tn }) => (tp / (tp + fn) + tn / (tn + fp)) / 2,
  (label) => oneClass(label, 'balanced accuracy'),
);

/** tp/(tp + fp). */
export const precision = ofConfusion(
  'precision',
  'precision',
  ZERO_DIVISION,
  ({ tp, fp }, convention) => divide(tp, tp + fp, convention),
  () => 'No row is decided 1, so that precision is 0/0.',
  ({ tp, fp }) => ({ successes: tp, n: tp + fp }),
);

/** tp/(tp + fn). */
export const recall = ofConfusion(
  'recall',
  'recall',
  ZERO_DIVISION,
  ({ tp, fn }, convention) => divide(tp, tp + fn, convention),
  () => 'No row has label 1, so that recall is 0/0.',
  ({ tp, fn }) => ({ successes: tp, n: tp + fn }),
);

/** 2tp/(2tp + fp + fn). */
export const f1 = ofConfusion(
  'f1',
  'F1',
  ZERO_DIVISION,
  ({ tp, fp, fn }, convention) => divide(2 * tp, 2 * tp + fp + fn, convention),
  () => 'No row has label 1 or is decided 1, so that F1 is 0/0.',
);

/** Matthews' correlation of label and decision, (tp·tn − fp·fn)/√((tp+fp)(tp+fn)(tn+fp)(tn+fn)). */
export const mcc = ofConfusion(
  'mcc',
  "Matthews' correlation",
  ZERO_DIVISION,
  // Roots apart: the product of four counts of 10 million rows still fits, but not that of their squares.
  ({ tp, fp, fn, tn }, convention) =>
    divide(
      tp * tn - fp * fn,
      Math.sqrt(tp + fp) * Math.sqrt(tp + fn) * Math.sqrt(tn + fp) * Math.sqrt(tn + fn),
      convention,
    ),
  () => 'All labels or all decisions are the same, so that the correlation is 0/0.',
);
