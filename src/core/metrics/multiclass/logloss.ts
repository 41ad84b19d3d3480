import { clip, EPSILON_NAMES, epsilonOf } from '../clipping.ts';
import { rowMean } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';
import { classScores, MULTICLASS } from './classes.ts';

/**
 * −ln of the probability of the true class, weighted mean over rows. As in scikit-learn all probabilities of a row are
 * clipped to [eps, 1 − eps] and then divided by their sum, which takes float32's rounding out. `clipped` counts rows
 * whose true class was.
 */
export const logloss: MetricDefinition = {
  ...MULTICLASS,
  name: 'logloss',
  title: 'log loss',
  direction: 'lower',
  needs: 'probabilities',
  conventions: { eps: EPSILON_NAMES },
  prepare(scores, arm, { convention }) {
    const { score, count } = classScores(scores, arm);
    const epsilon = epsilonOf(convention);
    let clipped = 0;
    const values = scores.label.map((truth, row) => {
      let sum = 0;
      for (let c = 0; c < count; c++) sum += clip(score[row * count + c]!, epsilon);
      const given = score[row * count + truth]!;
      const own = clip(given, epsilon);
      if (own !== given) clipped++;
      return -Math.log(own / sum);
    });
    return rowMean(values, clipped);
  },
};
