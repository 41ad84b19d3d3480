import { sortDescending } from './sort-ranges.ts';

/** Low bits of a double that a number in single precision leaves zero. */
const SPARE_BITS = 29;
const MOST_ROWS = 2 ** SPARE_BITS;
const ROW = MOST_ROWS - 1;
/** Where the low half of a double stands among 32-bit words. */
const LOW = new Uint8Array(Uint32Array.of(1).buffer)[0]! === 1 ? 0 : 1;

/**
 * The order that `sortRangesDescending` makes, sooner, for what a model gives in single precision: the number
 * of its row takes the spare bits of a score, so that one array is moved about instead of two, and no two keys are equal.
 * `starts`: of the groups; `next`: a copy, which is used up. Null where a value is no finite float32, or rows are too many.
 */
export function packedOrder(
  values: Float64Array,
  code: Int32Array,
  starts: Uint32Array,
  next: Uint32Array,
): { readonly keys: Float64Array; readonly rows: Uint32Array } | null {
  const n = values.length;
  if (n > MOST_ROWS) return null;
  const keys = new Float64Array(n);
  const words = new Uint32Array(keys.buffer);
  for (let row = 0; row < n; row++) {
    const value = values[row]!;
    if (Math.fround(value) !== value || Math.abs(value) === Number.POSITIVE_INFINITY) return null;
    const place = next[code[row]!]!++;
    // Without the sign of −0.
    keys[place] = value + 0;
    // Of equal scores the earlier row is the greater key.
    words[2 * place + LOW]! |= value < 0 ? row : ROW - row;
  }
  for (let g = 0; g + 1 < starts.length; g++) sortDescending(keys, starts[g]!, starts[g + 1]!);
  const rows = new Uint32Array(n);
  for (let place = 0; place < n; place++) {
    const packed = words[2 * place + LOW]! & ROW;
    rows[place] = keys[place]! < 0 ? packed : ROW - packed;
    words[2 * place + LOW]! &= ~ROW;
  }
  return { keys, rows };
}
