import { expect, test } from 'vitest';
import { parseDuration, parseMemory, parsePercent } from '../../../src/core/policy/values.ts';

test.each([
  ['15ms', 0.015],
  ['0.5ms', 0.0005],
  ['250us', 0.00025],
  ['2s', 2],
  ['1.25s', 1.25],
])('%s is %d seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

test.each([
  ['64Mi', 67_108_864],
  ['2Gi', 2_147_483_648],
])('%s is %d bytes', (text, bytes) => expect(parseMemory(text)).toBe(bytes));

test.each([
  ['10%', 0.1],
  ['0.5%', 0.005],
  ['0.001%', 1e-5],
  ['250%', 2.5],
])('%s is the fraction %d', (text, fraction) => expect(parsePercent(text)).toBeCloseTo(fraction, 15));

test.each(['', '15', '15 ms', '0ms', '0.0s', '-1ms', '1e3ms', '15MS', '15m', 'ms', '1.ms', '1234567s'])(
  '%j is no duration',
  (text) => expect(() => parseDuration(text)).toThrow(RangeError),
);
test.each(['', '2', '2G', '2GB', '0Gi', '1.5Gi', '2 Gi', '-1Gi', '1234567Mi'])('%j is no memory', (text) =>
  expect(() => parseMemory(text)).toThrow(RangeError),
);
test.each(['', '10', '10 %', '0%', '0.000%', '0.0001%', '-1%', '%', '1e1%', '12345%'])(
  '%j is no percentage',
  (text) => expect(() => parsePercent(text)).toThrow(RangeError),
);
