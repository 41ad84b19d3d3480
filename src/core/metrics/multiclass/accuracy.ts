import { rowMean } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';
import { classScores, MULTICLASS, predictions } from './classes.ts';

/** Share of rows whose class has the highest score; of equal scores the first class is predicted. */
export const accuracy: MetricDefinition = {
  ...MULTICLASS,
  name: 'accuracy',
  title: 'accuracy',
  conventions: { ties: ['first'] },
  prepare(scores, arm) {
    const predicted = predictions(classScores(scores, arm));
    return rowMean(scores.label.map((truth, row) => (truth === predicted[row] ? 1 : 0)));
  },
};

/**
 * Share of rows whose class is among the `at` highest scores. Among equal scores the first class goes ahead, as in
 * `accuracy`; or the last, as in scikit-learn's `top_k_accuracy_score`.
 */
export const top: MetricDefinition = {
  ...MULTICLASS,
  name: 'top',
  title: 'top-k accuracy',
  at: 'count',
  conventions: { ties: ['first', 'last'] },
  prepare(scores, arm, { at, convention }) {
    const { score, count } = classScores(scores, arm);
    const last = convention.ties === 'last';
    const values = scores.label.map((truth, row) => {
      const own = score[row * count + truth]!;
      let ahead = 0;
      for (let c = 0; c < count; c++) {
        const other = score[row * count + c]!;
        if (other > own || (other === own && (last ? c > truth : c < truth))) ahead++;
      }
      return ahead < at! ? 1 : 0;
    });
    return rowMean(values);
  },
};
