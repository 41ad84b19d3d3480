import type { Random } from './random.ts';

/**
 * How many of 65,536 draws are 0, 1, 2 … : Poisson(1), each count moved by at most 1.4 so that mean and variance are
 * exactly 1 (the third central moment is 1.0006). Whole numbers, so that a draw is the same on every platform.
 */
const COUNTS = [24109, 24109, 12056, 4018, 1005, 200, 33, 5, 1] as const;

/** The table that turns 16 random bits into a number of copies. 64 KiB, made once per bootstrap. */
export function poissonTable(): Uint8Array {
  const table = new Uint8Array(65_536);
  let start = 0;
  for (const [copies, count] of COUNTS.entries()) {
    table.fill(copies, start, start + count);
    start += count;
  }
  return table;
}

/**
 * Fills `times` with the copies of each unit in one resample. Two units per random word, the low half first; the next
 * resample starts on a fresh word.
 */
export function drawTimes(times: Float64Array, table: Uint8Array, random: Random): void {
  const { length } = times;
  for (let unit = 0; unit < length; unit += 2) {
    const word = random.uint32();
    times[unit] = table[word & 0xffff]!;
    if (unit + 1 < length) times[unit + 1] = table[word >>> 16]!;
  }
}
