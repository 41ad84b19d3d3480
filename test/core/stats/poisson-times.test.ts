import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { drawTimes, poissonTable } from '../../../src/core/stats/poisson-times.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

it('has mean and variance 1, and the frequencies of Poisson(1)', () => {
  const table = poissonTable();
  const moment = (power: number) => table.reduce((sum, copies) => sum + copies ** power, 0) / 65_536;
  expect([moment(1), moment(2)]).toEqual([1, 2]);
  let factorial = 1;
  for (let copies = 0; copies < 9; copies++) {
    if (copies > 0) factorial *= copies;
    const count = table.reduce((sum, one) => sum + (one === copies ? 1 : 0), 0);
    expect(Math.abs(count - 65_536 / Math.E / factorial)).toBeLessThan(1.5);
  }
});

it('draws the same copies to the bit everywhere', () => {
  // SHA-256 of three resamples of 1,001 units as bytes, from an implementation in Python.
  const random = seededRandom(7);
  const table = poissonTable();
  const hash = createHash('sha256');
  const times = new Float64Array(1001);
  const sums = [];
  for (let index = 0; index < 3; index++) {
    drawTimes(times, table, random);
    hash.update(Uint8Array.from(times));
    sums.push(times.reduce((sum, copies) => sum + copies, 0));
  }
  expect(sums).toEqual([1022, 1004, 977]);
  expect(hash.digest('hex')).toBe('fe7fea5fc1c8383457fe7c302c8883490fae2ff8dab1a086785be636004742c4');
});
