import { sumOf } from '../../stats/row-sums.ts';
import { ofSums, scoresOf } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';

/**
 * Clicks over predicted clicks, Σwy / Σwp: 1 is calibrated on the whole, above 1 the model says too little. Undefined
 * when every score is 0. Labels 0 1, scores .2 .6: 1.25.
 */
export const copc: MetricDefinition = {
  name: 'copc',
  title: 'clicks over predicted clicks',
  direction: { target: 1 },
  tasks: ['binary'],
  needs: 'probabilities',
  grouped: false,
  at: 'none',
  defaultAt: null,
  conventions: {},
  prepare(scores, arm) {
    return ofSums(
      scores,
      [sumOf(scores.label), sumOf(scoresOf(scores, arm))],
      ([clicks, predicted]) => (predicted === 0 ? Number.NaN : clicks! / predicted!),
      'Every score is 0, so that there are no predicted clicks to divide by.',
    );
  },
};
