import { expect, it } from 'vitest';
import { argsort } from '../../../src/core/stats/argsort.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import { unsort } from '../../../src/core/stats/unsort.ts';

it('gives the worked example, and takes nothing', () => {
  expect([...unsort(Uint32Array.of(2, 0, 1), Uint32Array.of(7, 8, 9))]).toEqual([8, 9, 7]);
  expect(unsort(new Uint32Array(0), new Uint32Array(0))).toHaveLength(0);
});

it.each([1 << 14, (1 << 14) + 1, 50_000])('undoes an order of %d rows, over the edges of blocks', (rows) => {
  const random = seededRandom(5);
  const values = Float64Array.from({ length: rows }, () => random.uint32());
  const order = argsort(values);
  const sorted = Uint32Array.from(order, (row) => values[row]!);
  expect(unsort(order, sorted)).toEqual(Uint32Array.from(values));
});
