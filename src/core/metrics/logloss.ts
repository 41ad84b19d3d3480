import type { Metric } from './metric.ts';
import { compareRowMeans } from './row-mean.ts';

/** Of float64, as scikit-learn 1.2 and later clip. A certain and wrong score costs 36.04. */
const EPSILON = Number.EPSILON;

/** −(y ln p + (1 − y) ln(1 − p)), weighted mean over rows, natural logarithm, p clipped to [eps, 1 − eps]. */
export const logloss: Metric = {
  id: 'logloss',
  title: 'log loss',
  direction: 'lower',
  convention: 'eps=2.2e-16',
  needs: 'probabilities',
  compute: (scores, confidence) => compareRowMeans(scores, confidence, rowLoss),
};

function rowLoss(label: number, score: number): number {
  const p = Math.min(Math.max(score, EPSILON), 1 - EPSILON);
  return label === 1 ? -Math.log(p) : -Math.log1p(-p);
}
