import { expect, it } from 'vitest';
import { percentile } from '../../../src/core/stats/percentile.ts';
import { expectClose } from './relative.ts';

it('interpolates between order statistics as numpy.percentile does', () => {
  expect(percentile([1, 2, 4, 8], 0.5)).toBe(3);
  expect(percentile(Float64Array.of(1, 2, 4, 8), 0.9)).toBeCloseTo(6.8, 12);
  const hundred = Float64Array.from({ length: 100 }, (_, i) => i + 1);
  expectClose(percentile(hundred, 0.99), 99.01);
});

it('reaches both ends, and one sample is every percentile', () => {
  expect(percentile([3, 5, 9], 0)).toBe(3);
  expect(percentile([3, 5, 9], 1)).toBe(9);
  expect(percentile([7], 0.99)).toBe(7);
});

it('refuses no samples and shares outside [0, 1]', () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError);
  expect(() => percentile([1], 95)).toThrow(RangeError);
  expect(() => percentile([1], NaN)).toThrow(RangeError);
});
