import { describe, expect, it } from 'vitest';
import { fisherRandomizationP } from '../../../src/core/stats/fisher-randomization.ts';

const SAMPLE = Float64Array.of(0.3, -0.1, 0.2, 0.4, 0.05, -0.2, 0.6, 0.1);

describe('fisherRandomizationP', () => {
  it('counts every pattern of few groups, as SciPy does', () => {
    expect(fisherRandomizationP(Float64Array.of(1, 2, 3), 1000, 1)).toBe(0.25);
    expect(fisherRandomizationP(SAMPLE, 256, 1)).toBe(0.1328125); // scipy.stats.permutation_test
    expect(fisherRandomizationP(Float64Array.of(...SAMPLE, 0, 0), 256, 1)).toBe(0.1328125);
  });

  it('draws patterns of many groups, which agree with all patterns', () => {
    const resamples = 255;
    const many = Array.from({ length: 40 }, (_, seed) => fisherRandomizationP(SAMPLE, resamples, seed));
    const mean = many.reduce((sum, p) => sum + p, 0) / many.length;
    // Five standard errors; the 1 added to both counts moves it by (1 − p)/256.
    const error = Math.sqrt((0.1328 * 0.8672) / (40 * resamples));
    expect(Math.abs(mean - 0.1328 - 0.8672 / 256)).toBeLessThan(5 * error);
    expect(new Set(many).size).toBeGreaterThan(5);
    expect(fisherRandomizationP(SAMPLE, resamples, 3)).toBe(many[3]);
  });

  it('uses a fresh sign for each group beyond the bits of a word', () => {
    // Groups 0 … 31 cancel groups 32 … 63 whenever signs repeat every 32; no pattern would reach the sum.
    const values = Float64Array.from({ length: 64 }, (_, i) => (i < 32 ? 1 : -1));
    values[0] = 3;
    expect(fisherRandomizationP(values, 2000, 1)).toBeGreaterThan(0.7);
  });

  it('is 1 where nothing differs, and never 0', () => {
    expect(fisherRandomizationP(new Float64Array(50), 100, 1)).toBe(1);
    expect(fisherRandomizationP(new Float64Array(0), 100, 1)).toBe(1);
    expect(fisherRandomizationP(new Float64Array(200).fill(1), 999, 1)).toBe(0.001);
  });
});
