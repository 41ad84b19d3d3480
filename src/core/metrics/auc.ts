import { delong } from '../stats/delong.ts';
import { classWeights, placements } from '../stats/placements.ts';
import { candidateAlone, compared, type Metric, undefinedBecause } from './metric.ts';

/**
 * Area under the ROC curve: the probability that a positive row is scored above a negative one, ties counting half,
 * pairs weighted by the product of their weights (scikit-learn's `roc_auc_score`). Undefined with one class.
 */
export const auc: Metric = {
  id: 'auc',
  title: 'AUC',
  direction: 'higher',
  convention: 'ties=half',
  needs: 'scores',
  compute(scores, confidence) {
    const { label, candidate, baseline, weight } = scores;
    const { positive, negative } = classWeights(label, weight);
    if (positive === 0 || negative === 0) {
      const only = label.length === 0 ? 'There are no rows' : `Every row has label ${positive === 0 ? 0 : 1}`;
      return undefinedBecause(`${only}; AUC needs both classes.`);
    }
    if (baseline === null) return candidateAlone(placements(label, candidate, weight).auc);
    const both = delong(label, candidate, baseline, scores);
    return compared(both.candidate, both.baseline, both, confidence);
  },
};
