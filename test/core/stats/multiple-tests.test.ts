import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../../src/core/stats/benjamini-hochberg.ts';
import { holm, holmLevels } from '../../../src/core/stats/holm.ts';
import { expectClose } from './relative.ts';

const PS = [0.01, 0.04, 0.03, 0.005, 0.55, 0.04];
const expectAll = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual.length).toBe(expected.length);
  for (const [i, value] of expected.entries()) expectClose(actual[i], value, 1e-13);
};

describe('holm', () => {
  it('gives the worked examples', () => {
    expectAll(holm([0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]);
    expectAll(holm(PS), [0.05, 0.12, 0.12, 0.03, 0.55, 0.12]);
    expectAll(holm([0.9, 0.8]), [1, 1]);
    expect([holm([]), holm([0.02])]).toEqual([[], [0.02]]);
  });

  it('has bounds that agree with its decisions', () => {
    expect(holmLevels([0.001, 0.5, 0.4], 0.05)).toEqual([null, 0.025, 0.025]);
    expect(holmLevels([0.001, 0.002], 0.05)).toEqual([0.025, 0.025]);
    expect(holmLevels([0.5], 0.05)).toEqual([0.05]);
  });
});

describe('benjaminiHochberg', () => {
  it('rejects only 0.01 of 0.04, 0.2 and 0.01 at 0.05', () => {
    expect(benjaminiHochberg([0.04, 0.2, 0.01]).map((p) => p <= 0.05)).toEqual([false, false, true]);
  });

  it('equals SciPy', () => {
    // scipy.stats.false_discovery_control
    expectAll(benjaminiHochberg([0.04, 0.2, 0.01]), [0.06, 0.2, 0.03]);
    expectAll(benjaminiHochberg(PS), [0.03, 0.048, 0.048, 0.03, 0.55, 0.048]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
