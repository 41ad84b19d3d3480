import { rowMean, scoresOf } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';

/** Mean (p − y)² (Brier 1950; scikit-learn's `brier_score_loss`). */
export const brier: MetricDefinition = {
  name: 'brier',
  title: 'Brier score',
  direction: 'lower',
  tasks: ['binary'],
  needs: 'probabilities',
  grouped: false,
  at: 'none',
  defaultAt: null,
  conventions: {},
  prepare(scores, arm) {
    const p = scoresOf(scores, arm);
    return rowMean(scores.label.map((truth, row) => (p[row]! - truth) ** 2));
  },
};
