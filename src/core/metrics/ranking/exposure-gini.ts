import type { MetricDefinition } from '../prepared.ts';
import { EXPOSED, exposureByItem, overExposure } from './exposure.ts';

/**
 * Gini index of how often the items of the catalogue stand among the first k: 0 when all are shown equally often, 1 − 1/n when
 * only one of n is. Σᵢ(2i − n − 1)xᵢ / (n·Σx), x ascending (RecBole's `giniindex`). Items that are never shown count.
 * A call also sorts the items.
 * Exposures 3 1 0 0: (1 · 1 + 3 · 3)/(4 · 4) = .625.
 */
export const exposureGini: MetricDefinition = {
  ...EXPOSED,
  name: 'exposure_gini',
  title: 'Gini index of exposure',
  direction: 'lower',
  prepare: (scores, arm, options) =>
    overExposure(scores, arm, options, (exposure) => (times) => gini(exposureByItem(exposure, times))),
};

function gini(values: Float64Array): number {
  const n = values.length;
  let moment = 0;
  let total = 0;
  values.sort().forEach((value, index) => {
    moment += (2 * (index + 1) - n - 1) * value;
    total += value;
  });
  return moment / (n * total);
}
