import { orderKeys } from './order-key.ts';
import { sortKeys } from './radix.ts';

/** Rows by ascending value, and where the values change. */
export interface SortedRows {
  /** Rows of equal values keep their order; −0 equals 0. */
  readonly order: Uint32Array;
  /** By position: 1 where a value differs from the one before it, and at position 0. */
  readonly begins: Uint8Array;
}

/**
 * Sorts rows by value; no NaN. `sortRows([0.5, 0.1, 0.5])`: order 1 0 2, begins 1 1 0.
 *
 * A radix sort of the values rounded to float32, O(n), then the doubles that share a float32 among themselves: none
 * when scores came from float32, a few each in other scores, O(n log n) when all crowd within one step of float32.
 */
export function sortRows(values: Float64Array): SortedRows {
  const { keys, exact } = orderKeys(values);
  const sorted = sortKeys(keys, null);
  const order = new Uint32Array(values.length);
  const begins = new Uint8Array(values.length);
  for (let i = 0; i < order.length; i++) {
    order[i] = sorted[2 * i + 1]!;
    begins[i] = i > 0 && sorted[2 * i] === sorted[2 * i - 2] ? 0 : 1;
  }
  if (!exact) sortWithinRuns(values, order, begins);
  return { order, begins };
}

/**
 * As `sortRows`, with the labels, 0 or 1: `key, 2·row + label, …` side by side, where neighbours have one key when their values
 * are equal.
 */
export function sortLabelled(values: Float64Array, label: Float64Array): Uint32Array {
  const { keys, exact } = orderKeys(values);
  if (exact) return sortKeys(keys, label);
  const { order, begins } = sortRows(values);
  const pairs = new Uint32Array(2 * order.length);
  for (let i = 0, run = 0; i < order.length; i++) {
    run += begins[i]!;
    pairs[2 * i] = run;
    pairs[2 * i + 1] = 2 * order[i]! + label[order[i]!]!;
  }
  return pairs;
}

/** The order of `sortRows` alone. `argsort([0.5, 0.1, 0.9])` = 1 0 2. */
export function argsort(values: Float64Array): Uint32Array {
  return sortRows(values).order;
}

/** Longer runs that are out of order go to the library's sort. */
const LONG_RUN = 32;

/** Sorts each run of one key by its values, stably, and marks where those change. */
function sortWithinRuns(values: Float64Array, order: Uint32Array, begins: Uint8Array): void {
  const n = order.length;
  const sorted = new Float64Array(n);
  for (let i = 0; i < n; i++) sorted[i] = values[order[i]!]!;
  for (let start = 0, end = 0; start < n; start = end) {
    for (end = start + 1; end < n && begins[end] === 0; ) end++;
    if (end - start > LONG_RUN && !ascends(sorted, start, end)) {
      order.subarray(start, end).sort((a, b) => values[a]! - values[b]!);
      for (let i = start; i < end; i++) sorted[i] = values[order[i]!]!;
    }
    // Insertion, which only looks once at what is in order.
    for (let i = start + 1; i < end; i++) {
      const value = sorted[i]!;
      const row = order[i]!;
      let place = i;
      for (; place > start && sorted[place - 1]! > value; place--) {
        sorted[place] = sorted[place - 1]!;
        order[place] = order[place - 1]!;
      }
      sorted[place] = value;
      order[place] = row;
    }
  }
  for (let i = 1; i < n; i++) begins[i] = sorted[i] === sorted[i - 1] ? 0 : 1;
}

function ascends(values: Float64Array, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (values[i - 1]! > values[i]!) return false;
  return true;
}
