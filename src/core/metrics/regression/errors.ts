/** How far predictions of a number, such as watch time or order value, are off. */
import { functional, rowMean, scoresOf, weightedMean } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';

export const REGRESSION = {
  direction: 'lower',
  tasks: ['regression'],
  needs: 'scores',
  grouped: false,
  at: 'none',
  defaultAt: null,
  conventions: {},
} as const satisfies Partial<MetricDefinition>;

/** Root of the mean squared error. */
export const rmse: MetricDefinition = {
  ...REGRESSION,
  name: 'rmse',
  title: 'RMSE',
  prepare(scores, arm) {
    const score = scoresOf(scores, arm);
    const squares = scores.label.map((truth, row) => (score[row]! - truth) ** 2);
    return functional(scores, (weight) => Math.sqrt(weightedMean(squares, weight)), 'No row has weight.');
  },
};

/** Mean absolute error. */
export const mae: MetricDefinition = {
  ...REGRESSION,
  name: 'mae',
  title: 'MAE',
  prepare(scores, arm) {
    const score = scoresOf(scores, arm);
    return rowMean(scores.label.map((truth, row) => Math.abs(score[row]! - truth)));
  },
};

/**
 * Mean absolute error relative to the label, a fraction. A label of 0 makes it undefined, or with `zero=eps`
 * is taken as 2.2e-16, as scikit-learn does.
 */
export const mape: MetricDefinition = {
  ...REGRESSION,
  name: 'mape',
  title: 'MAPE',
  conventions: { zero: ['undefined', 'eps'] },
  prepare(scores, arm, { convention }) {
    const { label } = scores;
    if (convention.zero === 'undefined' && label.includes(0)) {
      const zeros = label.reduce((count, truth) => (truth === 0 ? count + 1 : count), 0);
      const reason = `${zeros} of ${label.length} rows have label 0; an error relative to 0 has no size.`;
      return { kind: 'undefined', reason };
    }
    const score = scoresOf(scores, arm);
    const values = label.map(
      (truth, row) => Math.abs(score[row]! - truth) / Math.max(Math.abs(truth), Number.EPSILON),
    );
    return rowMean(values);
  },
};

/** 1 − Σw(y − p)²/Σw(y − ȳ)². Undefined when all labels are the same. */
export const r2: MetricDefinition = {
  ...REGRESSION,
  name: 'r2',
  title: 'R²',
  direction: 'higher',
  prepare(scores, arm) {
    const { label } = scores;
    const score = scoresOf(scores, arm);
    const squares = label.map((truth, row) => (score[row]! - truth) ** 2);
    const explained = (weight: Float64Array | null) => {
      const spread = spreadOf(label, weight);
      return spread > 0 ? 1 - weightedMean(squares, weight) / spread : Number.NaN;
    };
    return functional(
      scores,
      explained,
      `Every row has label ${label[0]}, so that there is nothing to explain.`,
    );
  },
};

/** Weighted variance, exactly 0 for equal values. */
function spreadOf(values: Float64Array, weight: Float64Array | null): number {
  let [sum, total, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < values.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    if (w === 0) continue;
    const value = values[row]!;
    sum += w * value;
    total += w;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (!(most > least)) return 0;
  const mean = sum / total;
  let squares = 0;
  for (let row = 0; row < values.length; row++)
    squares += (weight === null ? 1 : weight[row]!) * (values[row]! - mean) ** 2;
  return squares / total;
}
