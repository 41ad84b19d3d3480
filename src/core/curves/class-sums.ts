import type { SortedRows } from '../stats/argsort.ts';

/** Weight of either class at each distinct score, ascending. */
export interface ClassSums {
  readonly positive: Float64Array;
  readonly negative: Float64Array;
  readonly positives: number;
  readonly negatives: number;
}

/** One pass over sorted rows. `label` 0 or 1. Labels 0 1 1, scores .5 .5 .9: positive 1 1, negative 1 0. */
export function classSums(
  label: Float64Array,
  { order, begins }: SortedRows,
  weight: Float64Array | null,
): ClassSums {
  let levels = 0;
  for (let i = 0; i < begins.length; i++) levels += begins[i]!;
  const positive = new Float64Array(levels);
  const negative = new Float64Array(levels);
  for (let i = 0, level = -1; i < order.length; i++) {
    level += begins[i]!;
    const row = order[i]!;
    const sums = label[row] === 1 ? positive : negative;
    sums[level]! += weight === null ? 1 : weight[row]!;
  }
  return { positive, negative, positives: sum(positive), negatives: sum(negative) };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}
