import { expect, it } from 'vitest';
import { argsort } from '../../../src/core/stats/argsort.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';
import { unsort } from '../../../src/core/stats/unsort.ts';

it('gives the worked example, and takes nothing', () => {
  expect([...unsort(Uint32Array.of(7, 2, 8, 0, 9, 1))]).toEqual([8, 9, 7]);
  expect(unsort(new Uint32Array(0))).toHaveLength(0);
});

it.each([1 << 14, (1 << 14) + 1, 50_000])('undoes an order of %d rows, over the edges of blocks', (rows) => {
  const random = seededRandom(5);
  const values = Float64Array.from({ length: rows }, () => random.uint32());
  const pairs = Uint32Array.from([...argsort(values)].flatMap((row) => [values[row]!, row]));
  expect(unsort(pairs)).toEqual(Uint32Array.from(values));
});
