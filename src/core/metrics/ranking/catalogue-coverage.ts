import type { MetricDefinition } from '../prepared.ts';
import { EXPOSED, overExposure } from './exposure.ts';

/**
 * Share of the catalogue, all items that the holdout has, that stands among the first k of at least one list (Ge et al.
 * 2010, catalogue coverage). With ties, the expected share: an item is missed with probability Π(1 − chance), lists being
 * independent. Row weights do not matter.
 * Lists a b | a c of four items a b c d, k 1: 1/4.
 */
export const catalogueCoverage: MetricDefinition = {
  ...EXPOSED,
  name: 'coverage',
  title: 'catalogue coverage',
  prepare: (scores, arm, options) =>
    overExposure(scores, arm, options, ({ row, item, chance, items }) => (times) => {
      const missed = new Float64Array(items).fill(1);
      for (let i = 0; i < row.length; i++) {
        missed[item[i]!]! *= (1 - chance[i]!) ** (times === null ? 1 : times[row[i]!]!);
      }
      let sum = 0;
      for (const chanceOfMiss of missed) sum += 1 - chanceOfMiss;
      return sum / items;
    }),
};
