import { expect } from 'vitest';

/** Fails unless `actual` is within `tolerance` of `expected`, relative to it (absolute when it is 0). */
export function expectClose(actual: number | null | undefined, expected: number, tolerance = 1e-14): void {
  expect(actual).toBeTypeOf('number');
  const error = Math.abs((actual as number) - expected) / (expected === 0 ? 1 : Math.abs(expected));
  expect(error, `${actual} against ${expected}`).toBeLessThanOrEqual(tolerance);
}
