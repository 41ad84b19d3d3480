import { describe, expect, it } from 'vitest';
import { argsort, sortRows } from '../../../src/core/stats/argsort.ts';
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
      0,
      -0,
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
    ['a few doubles close together', (x: number) => 0.25 + Math.floor(x * 3) * 1e-12],
    ['decimals that are no float32', (x: number) => Math.round(x * 1000) / 1000],
    ['signed, beyond float32', (x: number) => (x - 0.5) * 10 ** (x * 600 - 300)],
    ['pairs within a float32 step', (x: number) => Math.fround(x) + (x > 0.5 ? 1e-12 : 0)],
  ])('agrees with a comparator sort on %s', (_, make) => {
    const random = seededRandom(3);
    const values = Float64Array.from({ length: 5000 }, () => make(random.uniform()));
    expect([...argsort(values)]).toEqual(plainly(values));
  });
});

describe('sortRows', () => {
  it('gives the worked example', () => {
    const { order, begins } = sortRows(Float64Array.of(0.5, 0.1, 0.5));
    expect([[...order], [...begins]]).toEqual([
      [1, 0, 2],
      [1, 1, 0],
    ]);
  });

  it('takes nothing, one value, and values all equal', () => {
    expect(sortRows(new Float64Array(0)).begins).toHaveLength(0);
    expect([...sortRows(Float64Array.of(-7)).begins]).toEqual([1]);
    expect([...sortRows(new Float64Array(50).fill(0.1)).begins]).toEqual([1, ...Array(49).fill(0)]);
  });

  it('puts both zeros in one run, whether or not all values are float32', () => {
    const places = (...values: number[]) => [...sortRows(Float64Array.from(values)).begins];
    expect(places(0, -0, 1, -0)).toEqual([1, 0, 0, 1]);
    expect(places(0, -0, 0.1, -0)).toEqual([1, 0, 0, 1]);
    expect(places(-0, 0, -5e-324, 5e-324)).toEqual([1, 1, 0, 1]);
    expect(places(0, -5e-324)).toEqual([1, 1]);
  });

  it.each([
    ['float32 scores', (x: number) => Math.fround(Math.floor(x * 700) / 700)],
    ['doubles', (x: number) => Math.floor(x * 700) / 700],
    ['two doubles that are one float32', (x: number) => (x < 0.5 ? 0.25 : 0.25 + 1e-13)],
  ])('marks where %s change', (_, make) => {
    const random = seededRandom(4);
    const values = Float64Array.from({ length: 3000 }, () => make(random.uniform()));
    const { order, begins } = sortRows(values);
    const expected = Array.from(order, (row, i) => (i > 0 && values[row] === values[order[i - 1]!] ? 0 : 1));
    expect([...begins]).toEqual(expected);
  });
});
