import { NO_ROWS, oneClass } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';
import { curveMetric } from './curves.ts';

/**
 * Area under the ROC curve: the probability that a positive row is scored above a negative one, ties counting half,
 * pairs weighted by the product of their weights (scikit-learn's `roc_auc_score`). With one class undefined, or 1 as
 * LightGBM has it. Its interval is DeLong's, or with `interval=bootstrap` one by resampling, which leans on no normal
 * distribution.
 */
export const auc: MetricDefinition = {
  name: 'auc',
  title: 'AUC',
  direction: 'higher',
  tasks: ['binary'],
  needs: 'scores',
  grouped: false,
  at: 'none',
  defaultAt: null,
  conventions: { ties: ['half'], one_class: ['undefined', 'one'], interval: ['delong', 'bootstrap'] },
  prepare(scores, arm, { convention }) {
    const { label } = scores;
    if (label.length === 0) return NO_ROWS;
    if (label.includes(0) && label.includes(1)) {
      return convention.interval === 'delong'
        ? { kind: 'auc' }
        : curveMetric(scores, arm, 'auc', 0, oneClass(label, 'AUC'));
    }
    if (convention.one_class === 'one') return { kind: 'functional', value: () => 1 };
    return { kind: 'undefined', reason: oneClass(label, 'AUC') };
  },
};
