import { seededRandom } from './random.ts';

/**
 * Fills `counts` with independent Poisson(1) numbers, the copies of each unit in one bootstrap resample (Hanley &
 * MacGibbon 2006; Chamandy et al. 2012). The same `seed` and `resample` give the same counts on every platform,
 * whichever thread draws them. Two units share a random word, each half of which is looked up in `table` (`poissonTable`).
 */
export function drawPoissonCounts(
  counts: Uint8Array,
  table: Uint8Array,
  seed: number,
  resample: number,
): void {
  // Seed and resample are mixed unalike, so that resample 1 of seed 0 is not resample 0 of seed 1.
  const { uint32 } = seededRandom(Math.imul(seed, 0x85ebca6b) ^ resample);
  // xoshiro128** as in random.ts, with its state in local variables: three times as fast as calls.
  let [a, b, c, d] = [uint32() | 0, uint32() | 0, uint32() | 0, uint32() | 0];
  for (let i = 0; i < counts.length; i += 2) {
    const product = Math.imul(b, 5);
    const word = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    counts[i] = table[word & 0xffff]!;
    // Beyond the last place of an odd length nothing is written.
    counts[i + 1] = table[word >>> 16]!;
  }
}
