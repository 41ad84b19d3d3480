import type { Metric } from './metric.ts';
import { compareRowMeans } from './row-mean.ts';

/**
 * Weighted share of rows whose class is predicted. A score of exactly 0.5 predicts 0, as the `predict` of a
 * scikit-learn classifier does (argmax takes the first of equal probabilities), LightGBM and XGBoost too.
 */
export const accuracy: Metric = {
  id: 'accuracy',
  title: 'accuracy',
  direction: 'higher',
  convention: 'threshold>0.5',
  needs: 'probabilities',
  compute: (scores, confidence) => compareRowMeans(scores, confidence, isRight),
};

function isRight(label: number, score: number): number {
  return (score > 0.5 ? 1 : 0) === label ? 1 : 0;
}
