import type { MetricDefinition } from '../prepared.ts';
import { EXPOSED, exposureByItem, overExposure } from './exposure.ts';

/**
 * Shannon entropy, in bits, of what stands among the first k: −Σ p·log₂ p, p an item's share of all places. 0 when one item has
 * them all, log₂ n when n items share them equally. RecBole's `shannonentropy` is this in nats, over the number of items that are shown.
 * Exposures 2 1 1 0: 1.5.
 */
export const exposureEntropy: MetricDefinition = {
  ...EXPOSED,
  name: 'exposure_entropy',
  title: 'entropy of exposure',
  prepare: (scores, arm, options) =>
    overExposure(scores, arm, options, (exposure) => (times) => entropy(exposureByItem(exposure, times))),
};

function entropy(values: Float64Array): number {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return Number.NaN;
  let bits = 0;
  for (const value of values) if (value > 0) bits -= (value / total) * Math.log2(value / total);
  return bits;
}
