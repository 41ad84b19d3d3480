import { argsort } from './argsort.ts';
import { drawPoissonCounts } from './poisson-counts.ts';
import { poissonTable } from './poisson-times.ts';
import { aucOrder, resampledAuc } from './resampled-auc.ts';
import type { Sampling } from './sampling.ts';

/** Which resamples to make. */
export interface Resamples {
  readonly resamples: number;
  readonly seed: number;
  /** Number of the first one, 0 unless threads share the work: resample i is the same whoever makes it. */
  readonly first?: number;
}

/**
 * Paired Poisson bootstrap of AUC(candidate) − AUC(baseline): one difference per resample, in their order. Rows, or
 * whole groups, are taken Poisson(1) times, the same for both models. NaN where a resample lost a class.
 * `label` 0 or 1, scores without NaN, weights positive; all of one length.
 *
 * Sorts once, then O(n) a resample.
 */
export function bootstrapAuc(
  label: Float64Array,
  candidate: Float64Array,
  baseline: Float64Array,
  weight: Sampling['weight'],
  group: Sampling['group'],
  { resamples, seed, first = 0 }: Resamples,
): Float64Array {
  // Any numbering of the rows will do; by the candidate's scores, both models read the copies nearly in a row.
  const unit = group?.code ?? ranks(argsort(candidate));
  const one = aucOrder(label, candidate, weight, unit);
  const other = aucOrder(label, baseline, weight, unit);
  const copies = new Uint8Array(group === null ? label.length : group.count);
  const sums = weight === null ? new Int32Array(label.length + 1) : new Float64Array(label.length + 1);
  const table = poissonTable();
  const differences = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    drawPoissonCounts(copies, table, seed, first + i);
    differences[i] = resampledAuc(one, copies, sums) - resampledAuc(other, copies, sums);
  }
  return differences;
}

/** By row, its position in `order`. */
function ranks(order: Uint32Array): Int32Array {
  const rank = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) rank[order[i]!] = i;
  return rank;
}
