import { describe, expect, it } from 'vitest';
import { packedOrder } from '../../../../src/core/metrics/ranking/packed-order.ts';
import { sortRangesDescending } from '../../../../src/core/metrics/ranking/sort-ranges.ts';
import { seededRandom } from '../../../../src/core/stats/random.ts';

/** Groups of these sizes, whose rows are mixed. */
function grouped(sizes: readonly number[], score: () => number) {
  const { uint32 } = seededRandom(3);
  const code = Int32Array.from(sizes.flatMap((size, g) => Array.from({ length: size }, () => g)));
  for (let i = code.length - 1; i > 0; i--) {
    const j = uint32() % (i + 1);
    [code[i], code[j]] = [code[j]!, code[i]!];
  }
  let end = 0;
  const starts = Uint32Array.from([0, ...sizes.map((size) => (end += size))]);
  return { code, starts, values: Float64Array.from(code, score) };
}

const pack = ({ values, code, starts }: ReturnType<typeof grouped>) =>
  packedOrder(values, code, starts, starts.slice());

const { uniform, uint32 } = seededRandom(8);
const SCORES: Readonly<Record<string, () => number>> = {
  'of any size': () => Math.fround((uniform() - 0.5) * 10 ** (uniform() * 70 - 40)),
  'that tie': () => Math.fround((uint32() % 5) - 2) / 4,
  'that are zero, also less than zero': () => [0, -0, 1e-45, -1e-45][uint32() % 4]!,
  'at the ends': () =>
    [3.4028234663852886e38, -3.4028234663852886e38, 1.401298464324817e-45, 0][uint32() % 4]!,
};

describe('rows in the spare bits of their scores', () => {
  it.each(Object.entries(SCORES))('stand in the order of a stable sort: scores %s', (_, score) => {
    const { code, starts, values } = grouped([7, 0, 1, 48, 49, 300, 2, 25], () => Math.fround(score()));
    const next = starts.slice();
    const rows = new Uint32Array(code.length);
    const keys = new Float64Array(code.length);
    code.forEach((g, row) => {
      const place = next[g]!++;
      rows[place] = row;
      keys[place] = values[row]! + 0;
    });
    sortRangesDescending(keys, rows, starts, 300);
    expect(pack({ code, starts, values })).toEqual({ keys, rows });
  });

  it.each([0.1, Number.POSITIVE_INFINITY, 1e300])('have no room in %d', (value) => {
    expect(pack(grouped([3, 4], () => value))).toBeNull();
  });
});
