import { clip, countClipped, EPSILON_NAMES, epsilonOf } from '../clipping.ts';
import { ofMeans, oneClass, rowMean, scoresOf } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';

const LOSS = {
  tasks: ['binary'],
  needs: 'probabilities',
  grouped: false,
  at: 'none',
  defaultAt: null,
  conventions: { eps: EPSILON_NAMES },
} as const satisfies Partial<MetricDefinition>;

/** −(y ln p + (1 − y) ln(1 − p)), weighted mean over rows, natural logarithm, p clipped to [eps, 1 − eps]. */
export const logloss: MetricDefinition = {
  ...LOSS,
  name: 'logloss',
  title: 'log loss',
  direction: 'lower',
  prepare(scores, arm, { convention }) {
    const p = scoresOf(scores, arm);
    const epsilon = epsilonOf(convention);
    return rowMean(losses(scores.label, p, epsilon), countClipped(p, epsilon));
  },
};

/**
 * Normalised entropy: log loss over that of always saying the base rate of these very rows (He et al. 2014).
 * Below 1 the model knows something. Undefined with one class. Labels 0 1, scores .25 .75: 0.4150374992788438.
 */
export const ne = entropyRatio('ne', 'normalised entropy', 'lower', (ratio) => ratio);

/** Relative information gain, 1 − ne: D² of the log loss. */
export const rig = entropyRatio('rig', 'relative information gain', 'higher', (ratio) => 1 - ratio);

function entropyRatio(
  name: string,
  title: string,
  direction: 'higher' | 'lower',
  of: (ratio: number) => number,
): MetricDefinition {
  return {
    ...LOSS,
    name,
    title,
    direction,
    prepare(scores, arm, { convention }) {
      const { label } = scores;
      const p = scoresOf(scores, arm);
      const epsilon = epsilonOf(convention);
      const values = losses(label, p, epsilon);
      const ratio = (rate: number, loss: number) =>
        of(loss / (-rate * Math.log(rate) - (1 - rate) * Math.log1p(-rate)));
      const prepared = ofMeans(scores, [label, values], ratio, oneClass(label, title));
      return prepared.kind === 'functional' ? { ...prepared, clipped: countClipped(p, epsilon) } : prepared;
    },
  };
}

function losses(label: Float64Array, p: Float64Array, epsilon: number): Float64Array {
  const values = new Float64Array(label.length);
  for (let row = 0; row < values.length; row++) {
    const clipped = clip(p[row]!, epsilon);
    values[row] = label[row] === 1 ? -Math.log(clipped) : -Math.log1p(-clipped);
  }
  return values;
}
