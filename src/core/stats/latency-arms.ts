import type { Arm } from '../documents/benchmark.ts';
import { logRatioInterval } from './log-ratio-interval.ts';
import { percentile } from './percentile.ts';

/** Seconds per call of one launch; `control` is a second session of the baseline. */
export interface LaunchTimes {
  readonly candidate: Float64Array;
  readonly baseline: Float64Array | null;
  readonly control: Float64Array | null;
}

const PERCENTILES = [
  ['p50', 0.5],
  ['p95', 0.95],
  ['p99', 0.99],
] as const;

/**
 * Percentiles of all calls together, and the ratio candidate / baseline: per launch the ratio of the percentiles, over
 * launches their geometric mean with a t interval. Calls within a launch are autocorrelated and share its placement in
 * memory, so launches, not calls, are the repetitions (Kalibera & Jones 2013).
 *
 * `launches`: not empty, each with at least one call per model.
 */
export function latencyArms(
  launches: readonly LaunchTimes[],
  confidence: number,
): Omit<Arm, 'batch' | 'threads'>[] {
  const sorted = launches.map(({ candidate, baseline, control }) => ({
    candidate: candidate.toSorted(),
    baseline: baseline?.toSorted() ?? null,
    control: control?.toSorted() ?? null,
  }));
  const candidate = merged(sorted.map((launch) => launch.candidate))!;
  const baseline = merged(sorted.map((launch) => launch.baseline));
  return PERCENTILES.map(([metric, p]) => {
    const ratioOf = (over: 'candidate' | 'control') => {
      const ratios = sorted.flatMap((launch) => {
        const above = launch[over];
        return above && launch.baseline ? [percentile(above, p) / percentile(launch.baseline, p)] : [];
      });
      return ratios.length > 0 ? logRatioInterval(ratios, confidence) : null;
    };
    const compared = baseline && ratioOf('candidate');
    return {
      metric,
      candidate: percentile(candidate, p),
      baseline: baseline && percentile(baseline, p),
      ratio: compared?.ratio ?? null,
      interval: compared?.interval ?? null,
      control: ratioOf('control'),
      samples: candidate.length,
      launches: launches.length,
    };
  });
}

/** All calls in one ascending array; null when a launch has none. */
function merged(parts: readonly (Float64Array | null)[]): Float64Array | null {
  const all = new Float64Array(parts.reduce((sum, part) => sum + (part?.length ?? 0), 0));
  let at = 0;
  for (const part of parts) {
    if (part === null) return null;
    all.set(part, at);
    at += part.length;
  }
  return all.sort();
}
