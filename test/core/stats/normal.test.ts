import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile, normalSurvival } from '../../../src/core/stats/normal.ts';
import { expectClose } from './relative.ts';

// mpmath 1.3, 50 digits: erfc(x/√2)/2.
const SURVIVAL = [
  [-8, 0.9999999999999993],
  [-3, 0.9986501019683699],
  [-1, 0.8413447460685429],
  [0, 0.5],
  [0.1, 0.460172162722971],
  [1, 0.15865525393145705],
  [1.5, 0.06680720126885807],
  [1.96, 0.024997895148220435],
  [3, 0.0013498980316300946],
  [6, 9.86587645037698e-10],
  [10, 7.619853024160525e-24],
  [20, 2.7536241186062337e-89],
  [37, 5.725571222524577e-300],
] as const;

// mpmath 1.3, 50 digits: root of erfc(−x/√2)/2 = p. The first is SciPy 1.17.
const QUANTILE = [
  [1e-300, -37.0470962993612],
  [1e-20, -9.262340089798407],
  [1e-5, -4.264890793922825],
  [0.005, -2.575829303548901],
  [0.025, -1.9599639845400543],
  [0.1, -1.2815515655446004],
  [0.25, -0.6744897501960817],
  [0.4, -0.2533471031357997],
  [0.5, 0],
  [0.5000001, 2.506628273311648e-7],
  [0.8, 0.8416212335729144],
  [0.95, 1.6448536269514722],
  [0.975, 1.9599639845400538],
  [0.9995, 3.290526731491926],
] as const;

describe('normal distribution', () => {
  it.each(SURVIVAL)('P(Z > %d)', (x, expected) => {
    expectClose(normalSurvival(x), expected);
    expectClose(normalCdf(-x), expected);
  });

  it.each(QUANTILE)('quantile at %d', (p, expected) => expectClose(normalQuantile(p), expected, 2e-15));

  it('gives the worked examples', () => {
    expectClose(normalCdf(1.96), 0.9750021048517795);
    expectClose(normalSurvival(10), 7.619853024160525e-24);
    expectClose(normalQuantile(0.975), 1.959963984540054);
  });

  it('is exact at the ends and NaN outside', () => {
    expect(normalSurvival(Infinity)).toBe(0);
    expect(normalSurvival(-Infinity)).toBe(1);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    for (const p of [-0.1, 1.1, NaN]) expect(normalQuantile(p)).toBeNaN();
    expect(normalSurvival(NaN)).toBeNaN();
  });

  it('joins its two methods without a step', () => {
    expectClose(normalSurvival(1.5 - 1e-12), normalSurvival(1.5), 1e-11);
    expectClose(normalQuantile(0.0668), normalQuantile(0.0668 + 1e-13), 1e-12);
  });
});
