const value = new Float32Array(1);
const bits = new Int32Array(value.buffer);

/** The key of 0; −0 has the one below. */
export const ZERO_KEY = 0x80000000;

/**
 * A whole number that orders as the float32 nearest to `x` does, 0 … 2³² − 1. Rounding never swaps two doubles, so
 * after a sort by key only doubles of one key remain to be compared. `orderKey(0)` = 2³¹, `orderKey(-0)` = 2³¹ − 1.
 */
export function orderKey(x: number): number {
  value[0] = x;
  const word = bits[0]!;
  // Negative floats descend in their bits, so all bits turn; of the others only the sign.
  return (word ^ ((word >> 31) | ZERO_KEY)) >>> 0;
}
