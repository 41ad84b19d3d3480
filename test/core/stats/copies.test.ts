import { describe, expect, it } from 'vitest';
import { addCopies, drawCopies, LANE_BITS, LANE_MASK, LANES } from '../../../src/core/stats/copies.ts';

function lanes(units: number, seed: number, triple: number): number[][] {
  const copies = new Uint32Array(units);
  drawCopies(copies, seed, triple);
  return Array.from({ length: LANES }, (_, lane) =>
    Array.from(copies, (word) => (word >>> (LANE_BITS * lane)) & LANE_MASK),
  );
}

describe('drawCopies', () => {
  it('is the same to the bit everywhere', () => {
    expect(lanes(8, 1, 0)).toMatchInlineSnapshot(`
      [
        [
          0,
          0,
          1,
          2,
          2,
          0,
          2,
          1,
        ],
        [
          0,
          2,
          1,
          0,
          1,
          1,
          1,
          2,
        ],
        [
          0,
          1,
          0,
          6,
          1,
          3,
          0,
          2,
        ],
      ]
    `);
  });

  it('has the mean, variance and zeros of Poisson(1) in each lane, and lanes that know nothing of each other', () => {
    const n = 300_000;
    const drawn = lanes(n, 7, 3);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / n;
    for (const lane of drawn) {
      expect(Math.abs(mean(lane) - 1)).toBeLessThan(0.01);
      expect(Math.abs(mean(lane.map((x) => (x - 1) ** 2)) - 1)).toBeLessThan(0.02);
      expect(Math.abs(mean(lane.map((x) => (x === 0 ? 1 : 0))) - Math.exp(-1))).toBeLessThan(0.005);
    }
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      expect(Math.abs(mean(drawn[a]!.map((x, i) => (x - 1) * (drawn[b]![i]! - 1))))).toBeLessThan(0.01);
    }
  });

  it('gives other copies for another seed and another triple', () => {
    expect(lanes(50, 1, 1)).not.toEqual(lanes(50, 1, 0));
    expect(lanes(50, 2, 0)).not.toEqual(lanes(50, 1, 0));
    expect(lanes(50, 0, 1)).not.toEqual(lanes(50, 1, 0));
  });
});

describe('addCopies', () => {
  it('adds what drawCopies draws', () => {
    const copies = new Uint32Array(300);
    drawCopies(copies, 4, 2);
    const places = [copies.map((_, row) => row % 7), copies.map((_, row) => row % 11)] as const;
    const expected = [new Uint32Array(7), new Uint32Array(11)] as const;
    for (const side of [0, 1] as const)
      for (const [row, word] of copies.entries()) expected[side][places[side][row]!]! += word;
    const sums = [new Uint32Array(7), new Uint32Array(11)] as const;
    addCopies(sums, places, 4, 2);
    expect(sums).toEqual(expected);
  });
});
