import type { SortedRows } from './argsort.ts';

/**
 * Rows by level of score and class, so that a curve of any resample takes one walk over rows and one over levels. Levels are
 * the distinct scores, ascending, those next to each other without a positive row taken as one: no curve tells them apart.
 * The negative rows of level l are cell 2l, its positive ones cell 2l + 1.
 */
export interface LevelCells {
  /** By row. */
  readonly cellOf: Uint32Array;
  /** Twice the number of levels. */
  readonly cells: number;
}

/** O(n). Labels 0 0 1 1, scores .1 .4 .35 .8: levels {.1}, {.35}, {.4}, {.8}; cells 0 4 3 7, of 8. */
export function levelCells(label: Float64Array, { order, begins }: SortedRows): LevelCells {
  const n = order.length;
  const cellOf = new Uint32Array(n);
  let level = -1;
  let pure = false;
  for (let start = 0, end = 0; start < n; start = end) {
    let positives = 0;
    do if (label[order[end]!] === 1) positives++;
    while (++end < n && begins[end] === 0);
    if (!(pure && positives === 0)) level++;
    pure = positives === 0;
    for (let i = start; i < end; i++) {
      const row = order[i]!;
      cellOf[row] = 2 * level + (label[row] === 1 ? 1 : 0);
    }
  }
  return { cellOf, cells: 2 * (level + 1) };
}

/** Sums of `weight` (null: ones) by cell. */
export function cellSums({ cellOf, cells }: LevelCells, weight: Float64Array | null): Float64Array {
  const sums = new Float64Array(cells);
  if (weight === null) for (let row = 0; row < cellOf.length; row++) sums[cellOf[row]!]!++;
  else for (let row = 0; row < cellOf.length; row++) sums[cellOf[row]!]! += weight[row]!;
  return sums;
}
