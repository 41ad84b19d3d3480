import { seededRandom } from './random.ts';

/**
 * How often each unit (row, or group) counts in three bootstrap resamples at a time: three numbers of `LANE_BITS` bits in one
 * word, so that one look-up and one addition serve three resamples.
 */
export type Copies = Uint32Array;

export const LANES = 3;
export const LANE_BITS = 10;
export const LANE_MASK = (1 << LANE_BITS) - 1;
/** Words that can be added before a lane of at most `MOST_COPIES` each may overflow into the next. */
export const WORDS_PER_LANE = Math.floor(LANE_MASK / 6);

/**
 * How many of 1,024 draws are 0, 1, 2 …: Poisson(1), each count moved by at most 1.4 so that mean and variance are exactly 1
 * (the third central moment is 1.014). Whole numbers, so that a draw is the same on every platform.
 */
const COUNTS = [376, 378, 188, 63, 15, 3, 1] as const;

/** By 10 random bits. A byte each, so that the table leaves the cache to what is counted. */
const COPIES = Uint8Array.from(COUNTS.flatMap((count, number) => Array<number>(count).fill(number)));

/**
 * Fills `copies` for resamples 3·`triple` … 3·`triple` + 2 with independent Poisson(1) numbers, those of the first in the lowest
 * bits (Hanley & MacGibbon 2006; Chamandy et al. 2012). One seed and triple give one result on every platform, whichever
 * thread draws it.
 */
export function drawCopies(copies: Copies, seed: number, triple: number): void {
  let [a, b, c, d] = firstState(seed, triple);
  for (let i = 0; i < copies.length; i++) {
    const product = Math.imul(b, 5);
    const word = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    copies[i] =
      COPIES[word & LANE_MASK]! |
      (COPIES[(word >>> LANE_BITS) & LANE_MASK]! << LANE_BITS) |
      (COPIES[(word >>> (2 * LANE_BITS)) & LANE_MASK]! << (2 * LANE_BITS));
  }
}

/**
 * `drawCopies` for rows that are their own units, each row's copies added at once to `first` and `second` at its place there: in
 * one loop, the additions hide behind the generator.
 */
export function addCopies(
  [first, second]: readonly [Uint32Array, Uint32Array],
  [firstPlace, secondPlace]: readonly [Uint32Array, Uint32Array],
  seed: number,
  triple: number,
): void {
  let [a, b, c, d] = firstState(seed, triple);
  for (let row = 0; row < firstPlace.length; row++) {
    const product = Math.imul(b, 5);
    const word = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    const copies =
      COPIES[word & LANE_MASK]! |
      (COPIES[(word >>> LANE_BITS) & LANE_MASK]! << LANE_BITS) |
      (COPIES[(word >>> (2 * LANE_BITS)) & LANE_MASK]! << (2 * LANE_BITS));
    first[firstPlace[row]!]! += copies;
    second[secondPlace[row]!]! += copies;
  }
}

/** Of xoshiro128**, as in random.ts; in local variables it takes a third of the time of calls. */
function firstState(seed: number, triple: number): [number, number, number, number] {
  // Seed and triple are mixed unalike, so that triple 1 of seed 0 is not triple 0 of seed 1.
  const { uint32 } = seededRandom(Math.imul(seed, 0x85ebca6b) ^ triple);
  return [uint32() | 0, uint32() | 0, uint32() | 0, uint32() | 0];
}
