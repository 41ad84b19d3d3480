/** How far predictions of a number, such as watch time or order value, are off. */
import { ofMeans, rowMean, scoresOf } from '../functional.ts';
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
    return ofMeans(scores, [squares], Math.sqrt, 'No row has weight.');
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
    // Labels far from 0 would lose their digits in a square.
    const centre = label.reduce((sum, truth) => sum + truth, 0) / label.length;
    const deviation = label.map((truth) => truth - centre);
    const explained = (error: number, mean: number, square: number) => {
      const spread = square - mean ** 2;
      return spread > ROUNDING * square ? 1 - error / spread : Number.NaN;
    };
    const reason = `Every row has label ${label[0]}, so that there is nothing to explain.`;
    return ofMeans(scores, [squares, deviation, deviation.map((one) => one ** 2)], explained, reason);
  },
};

/** A variance this small beside the mean square is that of equal values. */
const ROUNDING = 1e-12;
