import { describe, expect, it } from 'vitest';
import { argsort } from '../../../src/core/stats/argsort.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

const plainly = (values: Float64Array) =>
  Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);

describe('argsort', () => {
  it('gives the worked example', () => {
    expect([...argsort(Float64Array.of(0.5, 0.1, 0.9))]).toEqual([1, 0, 2]);
  });

  it('takes nothing, one value, and equal values in their order', () => {
    expect([...argsort(new Float64Array(0))]).toEqual([]);
    expect([...argsort(Float64Array.of(3))]).toEqual([0]);
    expect([...argsort(Float64Array.of(2, 1, 2, 1, 2))]).toEqual([1, 3, 0, 2, 4]);
  });

  it('orders signs, infinities, denormals and both zeros', () => {
    const values = Float64Array.of(0, -1, Infinity, 5e-324, -Infinity, -0, 1e300, -5e-324, 1);
    expect(Array.from(argsort(values), (i) => values[i])).toEqual([
      -Infinity,
      -1,
      -5e-324,
      -0,
      0,
      5e-324,
      1,
      1e300,
      Infinity,
    ]);
  });

  it('reads a view from its own start', () => {
    const view = Float64Array.of(9, 9, 3, 1, 2).subarray(2);
    expect([...argsort(view)]).toEqual([1, 2, 0]);
  });

  it.each([
    ['doubles', (x: number) => (x - 0.5) * 1e3],
    ['float32 scores', Math.fround],
    ['many ties', (x: number) => Math.floor(x * 50) / 50],
    ['close together', (x: number) => 0.25 + x * 1e-13],
  ])('agrees with a comparator sort on %s', (_, make) => {
    const random = seededRandom(3);
    const values = Float64Array.from({ length: 5000 }, () => make(random.uniform()));
    expect([...argsort(values)]).toEqual(plainly(values));
  });
});
