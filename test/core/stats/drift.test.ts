import { expect, test } from 'vitest';
import { kolmogorovSmirnovByChance } from '../../../src/core/stats/kolmogorov-smirnov.ts';
import { normalCdf } from '../../../src/core/stats/normal.ts';
import { populationStability, stabilityByChance } from '../../../src/core/stats/population-stability.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

test('the worked examples', () => {
  expect(populationStability({ baseline: [50, 50], candidate: [70, 30] })).toBeCloseTo(0.1659, 4);
  const ten = Array.from({ length: 10 }, () => 100);
  // 16.919 is the 95 % quantile of chi-square with 9 degrees of freedom (SciPy).
  expect(stabilityByChance({ baseline: ten, candidate: ten }, 0.05)).toBeCloseTo(0.002 * 16.919, 4);
  expect(kolmogorovSmirnovByChance(100, 100, 0.05)).toBeCloseTo(0.1921, 4);
});

test('bins that neither has do not matter, a bin that one has is finite, and the order of samples is nothing', () => {
  const baseline = [40, 0, 60, 0];
  const candidate = [40, 0, 0, 60];
  const psi = populationStability({ baseline, candidate });
  expect(psi).toBe(populationStability({ baseline: [40, 60, 0], candidate: [40, 0, 60] }));
  expect(Number.isFinite(psi)).toBe(true);
  expect(populationStability({ baseline: candidate, candidate: baseline })).toBeCloseTo(psi, 12);
  expect(populationStability({ baseline, candidate: baseline })).toBe(0);
});

test('normal values that are shifted: near the square of the shift, over deciles', () => {
  const shares = (shift: number) =>
    Array.from({ length: 10 }, (_, i) => {
      const edge = [-1.2816, -0.8416, -0.5244, -0.2533, 0, 0.2533, 0.5244, 0.8416, 1.2816];
      const upTo = (j: number) => (j < 0 ? 0 : j > 8 ? 1 : normalCdf(edge[j]! - shift));
      return Math.round(1e9 * (upTo(i) - upTo(i - 1)));
    });
  for (const shift of [0.3162, 0.5]) {
    const psi = populationStability({ baseline: shares(0), candidate: shares(shift) });
    expect(psi).toBeLessThan(shift ** 2);
    expect(psi).toBeGreaterThan(0.9 * shift ** 2);
  }
});

test('two samples of one population pass the limit of chance as rarely as it says', () => {
  const { uniform } = seededRandom(4);
  const draw = (n: number) => {
    const counts = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < n; i++) counts[Math.floor(uniform() * 10)]!++;
    return counts;
  };
  let beyond = 0;
  for (let round = 0; round < 2000; round++) {
    const both = { baseline: draw(500), candidate: draw(300) };
    if (populationStability(both) > stabilityByChance(both, 0.05)) beyond++;
  }
  // 5 % of 2,000, with three standard errors.
  expect(beyond).toBeGreaterThan(70);
  expect(beyond).toBeLessThan(130);
});
