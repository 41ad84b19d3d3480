import { describe, expect, test } from 'vitest';
import {
  decimalsFor,
  formatBytes,
  formatCount,
  formatDelta,
  formatDuration,
  formatPercent,
  formatPercentDelta,
  formatScore,
  plural,
  shortDigest,
} from '../../../src/core/report/format.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [119_617, '119,617'],
  [1_234_567_890, '1,234,567,890'],
])('count %d is %s', (count, text) => expect(formatCount(count)).toBe(text));

test.each([
  [0, '0 rows'],
  [1, '1 row'],
  [4932, '4,932 rows'],
])('%d of a noun is %s', (count, text) => expect(plural(count, 'row')).toBe(text));

test.each([
  [0.92388, 4, '0.9239'],
  [-0.5, 2, '−0.50'],
  [0, 4, '0.0000'],
  [12_345.678, 1, '12,345.7'],
  [3.14e-7, 4, '3.1e−7'],
  [2.5e18, 2, '2.50e18'],
  [Number.NaN, 4, 'NaN'],
  [Number.POSITIVE_INFINITY, 4, '∞'],
  [Number.NEGATIVE_INFINITY, 4, '−∞'],
])('score %d with %d decimals is %s', (value, decimals, text) =>
  expect(formatScore(value, decimals)).toBe(text),
);

test.each([
  [0.0275, '+0.0275'],
  [-0.0213, '−0.0213'],
  [0, '0.0000'],
  [-0.00001, '0.0000'],
  [0.00001, '0.0000'],
])('difference %d is %s', (value, text) => expect(formatDelta(value)).toBe(text));

test.each([
  [0.0213, '2.1%', '+2.1%'],
  [-0.0213, '−2.1%', '−2.1%'],
  [0, '0.0%', '0.0%'],
  [0.00001, '0.0%', '0.0%'],
  [12.5, '1,250.0%', '+1,250.0%'],
])('fraction %d is %s, as a change %s', (fraction, text, change) => {
  expect(formatPercent(fraction)).toBe(text);
  expect(formatPercentDelta(fraction)).toBe(change);
});

test.each([
  [1.42e-5, '14.2 µs'],
  [1.52e-3, '1.52 ms'],
  [2.305, '2.31 s'],
  [999.96e-6, '1.00 ms'],
  [999.4e-6, '999 µs'],
  [4.2e-8, '0.0420 µs'],
  [75, '75.0 s'],
  [4000, '4,000 s'],
  [0, '0 µs'],
])('%d seconds are %s', (seconds, text) => expect(formatDuration(seconds)).toBe(text));

test.each([
  [0, '0 B'],
  [812, '812 B'],
  [1024, '1.00 KiB'],
  [219_431, '214 KiB'],
  [1024 ** 2 - 1, '1.00 MiB'],
  [3.5 * 1024 ** 4, '3.50 TiB'],
])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test('a short digest keeps its algorithm and twelve digits', () => {
  expect(shortDigest(`sha256:${'0123456789abcdef'.repeat(4)}`)).toBe('sha256:0123456789ab');
});

describe('decimals', () => {
  test('are two significant digits of the margin', () => {
    expect(decimalsFor(0.002, null, null)).toBe(4);
    expect(decimalsFor(0.01, null, null)).toBe(3);
    expect(decimalsFor(0.1, null, null)).toBe(2);
    expect(decimalsFor(25, null, null)).toBe(0);
  });

  test('follow a narrow interval as far as four', () => {
    expect(decimalsFor(0.01, { lower: -0.005, upper: 0.001 }, -0.002)).toBe(4);
    expect(decimalsFor(0.01, { lower: -0.00002, upper: 0.00001 }, 0)).toBe(4);
    expect(decimalsFor(0.5, { lower: 0.011, upper: 0.057 }, 0.034)).toBe(3);
    expect(decimalsFor(0.002, { lower: -0.03, upper: 0.03 }, 0)).toBe(4);
    expect(decimalsFor(0.002, { lower: -0.0015, upper: -0.0005 }, -0.001)).toBe(4);
  });

  test('come from the interval when there is no margin, and are four without either', () => {
    expect(decimalsFor(null, { lower: -0.001, upper: 0.001 }, 0)).toBe(4);
    expect(decimalsFor(0, { lower: -0.0001, upper: 0.0001 }, 0)).toBe(5);
    expect(decimalsFor(null, null, null)).toBe(4);
  });

  test('grow until a miss by a hair is seen to be one', () => {
    expect(decimalsFor(0.002, { lower: -0.00204, upper: 0.001 }, -0.0005)).toBe(5);
    expect(decimalsFor(0.002, null, 0.0020004)).toBe(7);
    expect(decimalsFor(0.002, null, -0.002)).toBe(4);
  });
});
