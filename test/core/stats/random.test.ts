import { expect, it } from 'vitest';
import { type Random, seededRandom, xoshiro128 } from '../../../src/core/stats/random.ts';

const take = (random: Random, count: number) => Array.from({ length: count }, () => random.uint32());

it('is xoshiro128** to the bit', () => {
  // From the authors' C code, state 1 2 3 4.
  expect(take(xoshiro128(1, 2, 3, 4), 10)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ]);
});

it('is seeded the same everywhere', () => {
  // From an implementation with whole numbers of any size, in Python.
  expect(take(seededRandom(0), 3)).toEqual([3809008728, 1133695204, 53579671]);
  expect(take(seededRandom(1), 3)).toEqual([2442144158, 3238099751, 3819917871]);
  expect(seededRandom(42).uniform()).toBe(0.6606157208001621);
});

it('spreads uniform numbers evenly', () => {
  const random = seededRandom(7);
  const buckets = new Array<number>(16).fill(0);
  for (let i = 0; i < 16_000; i++) buckets[Math.floor(random.uniform() * 16)]!++;
  const chiSquare = buckets.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
  expect(chiSquare).toBeLessThan(37.7); // 0.999 quantile, 15 degrees
});
