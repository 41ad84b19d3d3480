/** The parts of the method that are small: looks, noise, drift, histograms, bootstrap, profiles, budgets. */
import { describe, expect, it } from 'vitest';
import { isSteady } from '../../../src/adapters/onnxruntime/timing.ts';
import { clientCounts } from '../../../src/commands/footprint.ts';
import { blockBootstrap } from '../../../src/core/latency/block-bootstrap.ts';
import { compareBudget } from '../../../src/core/latency/budget.ts';
import { allowedShare } from '../../../src/core/latency/compare.ts';
import { histogramOf } from '../../../src/core/latency/histogram.ts';
import { looksOf } from '../../../src/core/latency/looks.ts';
import { driftOf, noiseScore } from '../../../src/core/latency/noise.ts';
import { percentileIntervals } from '../../../src/core/latency/percentile-interval.ts';
import { compareProfiles } from '../../../src/core/latency/profile.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

const times = (...values: number[]) => Float64Array.from(values);

describe('looks', () => {
  it.each([
    [7, [4, 7, 14, 21]],
    [5, [3, 5, 10, 15]],
    [3, [3, 6, 9]],
    [1, [1, 2, 3]],
  ])('of %i launches', (launches, expected) => {
    const looks = looksOf(launches, true);
    expect(looks.map((look) => look.launches)).toEqual(expected);
    expect(looks.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1);
  });

  it('are one where nothing waits for the numbers', () => {
    expect(looksOf(7, false)).toEqual([{ launches: 7, share: 1 }]);
  });
});

describe('warm-up', () => {
  it('is over when three windows have been no faster than those before', () => {
    expect(isSteady([9, 5, 5.1, 5, 5])).toBe(true);
    expect(isSteady([9, 5, 5.1, 5])).toBe(false);
    expect(isSteady([9, 5.2, 5.1, 5, 4.9])).toBe(false);
    expect(isSteady([5, 5, 5])).toBe(false);
  });

  it('does not wait for a neighbour to be quiet', () => {
    expect(isSteady([5, 6.5, 5.2, 8])).toBe(true);
  });
});

describe('limits', () => {
  it('are what the policy allows, or what counts as nothing', () => {
    expect(allowedShare(0.1, 20e-6, 1e-3)).toBeCloseTo(0.1, 12);
    expect(allowedShare(0.05, 20e-6, 100e-6)).toBeCloseTo(0.2, 12);
    expect(allowedShare(0.01, 20e-6, 1)).toBeCloseTo(0.02, 12);
  });

  it('of a budget hold for what is proved', () => {
    const interval = { lower: 1, upper: 2, confidence: 0.98, method: '' };
    expect([2, 1.5, 0.9].map((most) => compareBudget(interval, most))).toEqual([
      'pass',
      'inconclusive',
      'fail',
    ]);
    expect(compareBudget(null, 5)).toBe('inconclusive');
  });
});

describe('noise', () => {
  it('is the spread of the control over launches', () => {
    const launch = (factor: number) => ({
      candidate: times(1),
      baseline: times(1, 1),
      control: times(factor, factor),
    });
    expect(noiseScore([launch(Math.E), launch(1 / Math.E)])).toBeCloseTo(Math.SQRT2, 12);
    expect(noiseScore([launch(2)])).toBeNull();
  });

  it('finds a launch that slows down', () => {
    expect(driftOf([times(1, 1, 1), times(1, 2, 1.5)])).toBeCloseTo(0.5, 12);
    expect(driftOf([times(1)])).toBe(0);
  });
});

describe('histogram', () => {
  it('holds every call once', () => {
    const random = seededRandom(3);
    const sorted = Float64Array.from(
      { length: 5000 },
      () => 1e-5 * Math.exp(random.uniform() ** 8 * 6),
    ).sort();
    const { edges, candidate, baseline, control } = histogramOf([
      { candidate: sorted, baseline: sorted.map((each) => each * 1.1), control: sorted },
    ]);
    expect(edges.length).toBe(candidate.length + 1);
    expect(edges.length).toBeLessThanOrEqual(61);
    expect(edges).toEqual(edges.toSorted((a, b) => a - b));
    for (const counts of [candidate, baseline!, control!])
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5000);
    expect(control).toEqual(candidate);
  });

  it('has one bin for times that are all equal', () => {
    const { edges, candidate } = histogramOf([{ candidate: times(2, 2), baseline: null, control: null }]);
    expect([edges.length, candidate]).toEqual([2, [2]]);
  });
});

describe('block bootstrap', () => {
  const random = seededRandom(5);
  const independent = Float64Array.from({ length: 20_000 }, () => 1 + random.uniform());
  /** The same times, in bursts of a thousand. */
  const bursts = Float64Array.from({ length: 20_000 }, (_, i) => independent[Math.floor(i / 1000) * 1000]!);

  it('agrees with order statistics on independent calls', () => {
    const [{ lower, upper }] = blockBootstrap([independent], [0.5], 0.99) as [
      { lower: number; upper: number },
    ];
    const reach = 2.33 / (2 * Math.sqrt(20_000));
    expect(lower).toBeCloseTo(1.5 - reach, 2);
    expect(upper).toBeCloseTo(1.5 + reach, 2);
  });

  it('is far wider when calls hang together', () => {
    const width = (calls: Float64Array) => {
      const [p50] = percentileIntervals([calls]);
      return p50!.upper - p50!.lower;
    };
    expect(width(bursts)).toBeGreaterThan(5 * width(independent));
  });
});

describe('profiles', () => {
  const ran = (...operators: [string, number][]) => ({
    nodes: operators.length,
    operators: operators.map(([operator, seconds]) => ({ operator, seconds })),
  });

  it('names the operators whose share changed most, and what only one optimiser made', () => {
    const profile = compareProfiles(
      {
        written: ran(['Gemm', 4], ['Relu', 1], ['Softmax', 5]),
        optimized: ran(['FusedGemm', 4], ['Softmax', 6]),
      },
      { written: ran(['Gemm', 4], ['Softmax', 1]), optimized: ran(['Gemm', 9], ['Softmax', 1]) },
    );
    expect(profile.candidate).toEqual({ nodes: 2, written: 3, made: ['FusedGemm'] });
    expect(profile.baseline!.made).toEqual([]);
    expect(profile.operators).toEqual([
      { operator: 'Gemm', candidate: 0, baseline: 0.9 },
      { operator: 'Softmax', candidate: 0.6, baseline: 0.1 },
      { operator: 'FusedGemm', candidate: 0.4, baseline: 0 },
    ]);
  });
});

describe('clients', () => {
  it('double up to the most', () => {
    expect([0, 1, 2, 6, 8].map(clientCounts)).toEqual([[], [1], [1, 2], [1, 2, 4, 6], [1, 2, 4, 8]]);
  });
});
