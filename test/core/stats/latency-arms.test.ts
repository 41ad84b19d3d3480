import { describe, expect, it } from 'vitest';
import { latencyArms } from '../../../src/core/stats/latency-arms.ts';

const launch = (candidate: number[], baseline: number[] | null, control: number[] | null = null) => ({
  candidate: Float64Array.from(candidate),
  baseline: baseline && Float64Array.from(baseline),
  control: control && Float64Array.from(control),
});

describe('latencyArms', () => {
  it('takes percentiles of all calls and ratios by launch', () => {
    // Launch 2 ran on a machine twice as slow; the ratio is 1.5 in both.
    const arms = latencyArms([launch([3, 3, 3], [2, 2, 2]), launch([6, 6, 6], [4, 4, 4])], 0.95);
    expect(arms.map(({ metric }) => metric)).toEqual(['p50', 'p95', 'p99']);
    expect(arms[0]).toMatchObject({ candidate: 4.5, baseline: 3, samples: 6, launches: 2, control: null });
    expect(arms[0]!.ratio).toBeCloseTo(1.5, 12);
    expect(arms[0]!.interval!.lower).toBeCloseTo(1.5, 12);
  });

  it('has no ratio without a baseline', () => {
    const [p50] = latencyArms([launch([2, 1, 3], null)], 0.95);
    expect(p50).toMatchObject({ candidate: 2, baseline: null, ratio: null, interval: null });
  });

  it('has a ratio but no interval from a single launch', () => {
    const [p50] = latencyArms([launch([2], [1], [1])], 0.95);
    expect(p50).toMatchObject({ ratio: 2, interval: null, control: { ratio: 1, interval: null } });
  });

  it('inverts the ratio when the arms are swapped, and keeps it when time is scaled', () => {
    const a = [
      [1, 2, 3, 9],
      [2, 2, 4, 8],
      [1, 3, 3, 3],
    ];
    const b = [
      [2, 3, 3, 5],
      [3, 3, 5, 9],
      [2, 2, 4, 6],
    ];
    const ratios = (x: number[][], y: number[][]) =>
      latencyArms(
        x.map((times, i) => launch(times, y[i]!)),
        0.95,
      ).map(({ ratio }) => ratio!);
    const there = ratios(a, b);
    ratios(b, a).forEach((ratio, i) => {
      expect(ratio * there[i]!).toBeCloseTo(1, 12);
    });
    const scaled = (x: number[][]) => x.map((times) => times.map((time) => time * 3));
    ratios(scaled(a), scaled(b)).forEach((ratio, i) => {
      expect(ratio).toBeCloseTo(there[i]!, 12);
    });
  });
});
