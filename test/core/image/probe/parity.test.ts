import { describe, expect, it } from 'vitest';
import { type Answered, aucOf, gapsOf, reorderedPairs } from '../../../../src/core/image/probe/parity.ts';
import type { Tensor } from '../../../../src/core/scoring/types.ts';

const floats = (...values: number[]): Tensor => ({
  type: 'float64',
  shape: [values.length, 1],
  data: Float64Array.from(values),
});
const answer = (offline: Tensor, served: Tensor | null, more: Partial<Answered> = {}): Answered => ({
  encoding: 'json',
  batch: offline.shape[0]!,
  first: 0,
  rows: offline.shape[0]!,
  offline: new Map([['p', offline]]),
  served: served && new Map([['p', served]]),
  ...more,
});

describe('gaps', () => {
  it('are the largest over all values, with the place of the worst', () => {
    const gaps = gapsOf([
      answer(floats(1, 2), floats(1, 2)),
      answer(floats(0, 100), floats(0.25, 101), { encoding: 'binary', first: 10 }),
    ]);
    expect(gaps).toEqual({
      maxAbs: 1,
      maxRel: 0.01,
      // 0.25 / (1 + 10 · 0), which is more than 1 / (1 + 10 · 100).
      maxScaled: 0.25,
      unequal: 0,
      worst: { output: 'p', row: 10, encoding: 'binary', batch: 2, served: 0.25, offline: 0 },
      cases: [
        { encoding: 'json', batch: 2, rows: 2, maxScaled: 0 },
        { encoding: 'binary', batch: 2, rows: 2, maxScaled: 0.25 },
      ],
    });
  });

  it.each<[string, Tensor, Tensor | null, number]>([
    ['NaN on both sides', floats(Number.NaN), floats(Number.NaN), 0],
    ['NaN on one', floats(1, Number.NaN), floats(1, 0), 1],
    ['infinities of other signs', floats(Number.POSITIVE_INFINITY), floats(Number.NEGATIVE_INFINITY), 1],
    [
      'other text',
      { type: 'string', shape: [2], data: ['a', 'b'] },
      { type: 'string', shape: [2], data: ['a', 'c'] },
      1,
    ],
    [
      'whole numbers beyond 2^53',
      { type: 'int64', shape: [1], data: BigInt64Array.of(2n ** 53n) },
      { type: 'int64', shape: [1], data: BigInt64Array.of(2n ** 53n + 1n) },
      1,
    ],
    ['another shape', floats(1, 2), { ...floats(1, 2), shape: [1, 2] }, 2],
    ['no answer', floats(1, 2, 3), null, 3],
  ])('count what no gap describes: %s', (_, offline, served, unequal) => {
    expect(gapsOf([answer(offline, served)]).unequal).toBe(unequal);
  });

  it('read half floats as numbers', () => {
    const half = (bits: number): Tensor => ({ type: 'float16', shape: [1], data: Uint16Array.of(bits) });
    // 1 and the next half float, 1 + 2^-10.
    expect(gapsOf([answer(half(0x3c00), half(0x3c01))]).maxAbs).toBe(2 ** -10);
  });
});

describe('the order of rows', () => {
  it('counts neighbours that are turned around, and no ties', () => {
    expect(reorderedPairs([0.1, 0.2, 0.3], [1, 2, 3])).toBe(0);
    expect(reorderedPairs([0.1, 0.2, 0.3], [1, 3, 2])).toBe(1);
    expect(reorderedPairs([0.2, 0.2], [3, 1])).toBe(0);
    expect(reorderedPairs([0.1, 0.2], [1, 1])).toBe(0);
  });

  it('gives the AUC, ties counting half', () => {
    expect(aucOf([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBe(0.75);
    expect(aucOf([1, 1, 1, 1], [0, 1, 0, 1])).toBe(0.5);
    expect(aucOf([1, 2], [1, 1])).toBeNull();
  });
});
