import { describe, expect, it } from 'vitest';
import { latencyArms, sortLaunch } from '../../../src/core/latency/arms.ts';

/** Every time as often as makes p99 measurable. */
const TIMES = 6620;
const calls = (times: number[]) =>
  Float64Array.from({ length: times.length * TIMES }, (_, i) => times[i % times.length]!);
const launch = (candidate: number[], baseline: number[] | null, control: number[] | null = null) =>
  sortLaunch(
    {
      candidate: calls(candidate),
      baseline: baseline && calls(baseline),
      control: control && calls(control),
    },
    7,
  );

describe('latencyArms', () => {
  it('takes percentiles of all calls and ratios by launch', () => {
    // Launch 2 ran on a machine twice as slow; the ratio is 1.5 in both.
    const arms = latencyArms([launch([3, 3, 3], [2, 2, 2]), launch([6, 6, 6], [4, 4, 4])], 0.95);
    expect(arms.map(({ metric }) => metric)).toEqual(['p50', 'p95', 'p99']);
    expect(arms[0]).toMatchObject({
      candidate: 4.5,
      baseline: 3,
      samples: 6 * TIMES,
      launches: 2,
      control: null,
    });
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
    // In whose first launch a burst is left out.
    const burst = Array.from({ length: 40 }, (_, call) => (call < 10 ? 9 : 1));
    const ratios = (x: number[][], y: number[][], control = [burst, [2], [2]]) =>
      latencyArms(
        x.map((times, i) => launch(times, y[i]!, control[i])),
        0.95,
      ).map(({ ratio }) => ratio!);
    const there = ratios(a, b);
    ratios(b, a).forEach((ratio, i) => {
      expect(ratio * there[i]!).toBeCloseTo(1, 12);
    });
    const scaled = (x: number[][]) => x.map((times) => times.map((time) => time * 3));
    ratios(scaled(a), scaled(b), scaled([burst, [2], [2]])).forEach((ratio, i) => {
      expect(ratio).toBeCloseTo(there[i]!, 12);
    });
  });

  it('has no ratio from calls that are too few for it, and says so', () => {
    const times = (seconds: number) => new Float64Array(130).fill(seconds);
    const few = sortLaunch({ candidate: times(2), baseline: times(1), control: null }, 7);
    const [p50, p95, p99] = latencyArms([few, few], 0.95);
    expect([p50!.ratio, p95!.ratio, p99!.ratio]).toEqual([2, 2, null]);
    expect(p99!.reason).toBe(
      'a launch made 130 calls of each model undisturbed, and a ratio of p99 needs 6620',
    );
    expect(p95!.reason).toBeUndefined();
  });

  it('counts for p99 what is left of a disturbed launch', () => {
    const steady = new Float64Array(TIMES).fill(1);
    const burst = steady.map((seconds, call) => (call < 70 ? 9 * seconds : seconds));
    const disturbed = sortLaunch({ candidate: burst, baseline: burst, control: burst }, 7);
    const [, p95, p99] = latencyArms([disturbed, disturbed], 0.95);
    expect(p95).toMatchObject({ ratio: 1, control: { ratio: 1 }, samples: 2 * TIMES });
    // Ten disturbed turns of seven calls, and the one after them.
    expect(p99!.reason).toBe(
      'a launch made 6543 calls of each model undisturbed, and a ratio of p99 needs 6620',
    );
  });

  it('widens its interval where the look has a share of the error only', () => {
    const launches = [launch([2], [2]), launch([3], [2]), launch([2], [3])];
    const widthAt = (share: number) => {
      const { lower, upper, confidence } = latencyArms(launches, 0.95, share)[0]!.interval!;
      expect(confidence).toBe(0.95);
      return Math.log(upper / lower);
    };
    // t with 2 degrees of freedom: 6.2053 at 1 − 0.05/2 two-sided, 4.3027 at 0.95.
    expect(widthAt(0.5) / widthAt(1)).toBeCloseTo(6.2053 / 4.3027, 3);
  });

  it('does not care about the order of launches', () => {
    const launches = [launch([2, 5], [2, 3]), launch([3, 4], [2, 9]), launch([2, 2], [3, 4])];
    expect(latencyArms(launches.toReversed(), 0.95)[1]!.ratio).toBeCloseTo(
      latencyArms(launches, 0.95)[1]!.ratio!,
      12,
    );
  });
});
