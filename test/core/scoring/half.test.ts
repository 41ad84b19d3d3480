import { expect, test } from 'vitest';
import { fromHalf, toHalf } from '../../../src/core/scoring/half.ts';

// IEEE 754-2019, table 3.5 and section 4.3.1: each value, its bits.
test.each([
  [0, 0x0000],
  [-0, 0x8000],
  [1, 0x3c00],
  [-2, 0xc000],
  [65504, 0x7bff],
  [65519.99, 0x7bff],
  [65520, 0x7c00],
  [Number.POSITIVE_INFINITY, 0x7c00],
  [Number.NEGATIVE_INFINITY, 0xfc00],
  [Number.NaN, 0x7e00],
  [2 ** -14, 0x0400],
  [2 ** -24, 0x0001],
  [2 ** -25, 0x0000],
  [2 ** -25 * 1.0001, 0x0001],
  [2 ** -14 - 2 ** -26, 0x0400],
  [1 + 2 ** -11, 0x3c00],
  [1 + 3 * 2 ** -11, 0x3c02],
  [2 - 2 ** -12, 0x4000],
  [0.1, 0x2e66],
])('%f is %i', (value, bits) => {
  expect(toHalf(value)).toBe(bits);
});

test('every half comes back from its number', () => {
  for (let bits = 0; bits < 65536; bits++) {
    const value = fromHalf(bits);
    if (Number.isNaN(value)) expect((bits & 0x7fff) > 0x7c00).toBe(true);
    else if (toHalf(value) !== bits) expect(toHalf(value)).toBe(bits);
  }
});
