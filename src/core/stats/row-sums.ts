import type { Sampling } from './sampling.ts';

/** Sums over rows, one per cell, of `value`. */
export interface SumTerm {
  /** By row, from 0; null where all rows are in one cell. */
  readonly cellOf: Uint8Array | Uint16Array | Uint32Array | null;
  readonly cells: number;
  /** By row; null for ones. */
  readonly value: Float64Array | null;
}

/** A statistic that is a function of a few sums over rows. */
export interface RowSums {
  readonly terms: readonly SumTerm[];
  /** `sums`: of the cells of the first term, then of the second, and so on. NaN where undefined. */
  of(sums: Float64Array): number;
}

/** How many rows there are: their weight. */
export const COUNT: SumTerm = { cellOf: null, cells: 1, value: null };

export function sumOf(value: Float64Array): SumTerm {
  return { cellOf: null, cells: 1, value };
}

export function widthOf(terms: readonly SumTerm[]): number {
  return terms.reduce((width, { cells }) => width + cells, 0);
}

/** Weighted sums over all `rows` rows. */
export function sumRows(terms: readonly SumTerm[], rows: number, weight: Float64Array | null): Float64Array {
  return sumByPart(terms, weight, { code: new Int32Array(rows), count: 1 });
}

/** Weighted sums by part of the rows, such as a group: cell c of all terms together, of part p, at c·count + p. */
export function sumByPart(
  terms: readonly SumTerm[],
  weight: Float64Array | null,
  { code, count }: NonNullable<Sampling['group']>,
): Float64Array {
  const sums = new Float64Array(count * widthOf(terms));
  let offset = 0;
  for (const { cellOf, cells, value } of terms) {
    for (let row = 0; row < code.length; row++) {
      const w = weight === null ? 1 : weight[row]!;
      const place = offset + code[row]! + (cellOf === null ? 0 : count * cellOf[row]!);
      sums[place]! += value === null ? w : w * value[row]!;
    }
    offset += count * cells;
  }
  return sums;
}
