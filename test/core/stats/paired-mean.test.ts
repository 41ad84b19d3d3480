import { describe, expect, it } from 'vitest';
import { pairedMean } from '../../../src/core/stats/paired-mean.ts';
import type { Sampling } from '../../../src/core/stats/sampling.ts';
import { wald } from '../../../src/core/stats/wald.ts';
import { expectClose } from './relative.ts';

const rows: Sampling = { weight: null, group: null };
const groups = (...codes: number[]) => ({ code: Int32Array.from(codes), count: Math.max(...codes) + 1 });

describe('pairedMean', () => {
  it('gives the worked examples', () => {
    const differences = Float64Array.of(1, 2, 3, 4);
    const alone = pairedMean(differences, 2.5, rows);
    expectClose(alone.standardError, 0.6454972243679028);
    expect(alone).toMatchObject({ degrees: 3, method: 'paired t, skewness-corrected', reason: null });
    const clustered = pairedMean(differences, 2.5, { weight: null, group: groups(0, 0, 1, 1) });
    expect(clustered).toMatchObject({
      standardError: 1,
      degrees: 1,
      method: 'paired t, skewness-corrected, clustered',
    });
  });

  it('is the paired t test of SciPy', () => {
    // scipy.stats.ttest_1samp, SciPy 1.17.
    const differences = Float64Array.of(0.3, -0.1, 0.2, 0.4, 0.05, -0.2, 0.6, 0.1);
    const mean = differences.reduce((sum, d) => sum + d, 0) / 8;
    const { standardError, p, interval } = wald(
      { ...pairedMean(differences, mean, rows), skewness: 0 },
      0.95,
    );
    expectClose(standardError, 0.09303297226559747);
    expectClose(p, 0.11257445524391779, 1e-13);
    expectClose(interval?.lower, -0.05123802241699066, 1e-12);
    expectClose(interval?.upper, 0.3887380224169907, 1e-12);
  });

  it('does not care about the scale of weights, nor about groups of one row', () => {
    const differences = Float64Array.of(1, 5, 2, 2, 7);
    const weight = Float64Array.of(1, 2, 0.5, 1, 3);
    const delta = (1 + 10 + 1 + 2 + 21) / 7.5;
    const { standardError } = pairedMean(differences, delta, { weight, group: null });
    const scaled = pairedMean(differences, delta, { weight: weight.map((w) => w * 8), group: null });
    const single = pairedMean(differences, delta, { weight, group: groups(0, 1, 2, 3, 4) });
    expectClose(scaled.standardError, standardError!);
    expectClose(single.standardError, standardError!);
  });

  it('is the linearised ratio of group totals', () => {
    // Groups total (Σwd, Σw) = (4, 3), (9, 2), (2, 5); R = 1.5; residuals −0.5, 6, −5.5 of Σw = 10.
    const differences = Float64Array.of(1, 2, 4.5, 0.5, 0.3);
    const weight = Float64Array.of(2, 1, 2, 2.5, 2.5);
    const { standardError } = pairedMean(differences, 1.5, { weight, group: groups(0, 0, 1, 2, 2) });
    expectClose(standardError, Math.sqrt(1.5 * (0.25 + 36 + 30.25)) / 10);
  });

  it('has no error to give for one row or one group', () => {
    const one = pairedMean(Float64Array.of(1), 1, rows);
    expect(one).toMatchObject({ standardError: null, reason: 'An interval needs two rows; there is 1.' });
    const group = pairedMean(Float64Array.of(1, 2), 1.5, { weight: null, group: groups(0, 0) });
    expect(group).toMatchObject({ standardError: null, reason: expect.stringMatching(/two groups/) });
  });
});
