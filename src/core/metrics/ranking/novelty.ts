import type { MetricDefinition } from '../prepared.ts';
import { EXPOSED, exposureByItem, type ItemScores, overExposure } from './exposure.ts';

/**
 * Mean self-information, in bits, of what stands among the first k: −log₂ of an item's share of the holdout's rows, weighted
 * (Zhou et al. 2010; Vargas & Castells 2011). The popularity is that of the whole holdout, in resamples too.
 * An item on half of the rows is worth 1 bit, one on an eighth 3.
 */
export const novelty: MetricDefinition = {
  ...EXPOSED,
  name: 'novelty',
  title: 'novelty',
  prepare: (scores, arm, options) =>
    overExposure(scores, arm, options, (exposure, known) => {
      const bits = selfInformation(known);
      return (times) => {
        let sum = 0;
        let total = 0;
        exposureByItem(exposure, times).forEach((shown, item) => {
          if (shown === 0) return;
          sum += shown * bits[item]!;
          total += shown;
        });
        return sum / total;
      };
    }),
};

function selfInformation({ item, weight }: ItemScores): Float64Array {
  const rows = new Float64Array(item.count);
  let total = 0;
  for (let row = 0; row < item.code.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    rows[item.code[row]!]! += w;
    total += w;
  }
  return rows.map((count) => -Math.log2(count / total));
}
