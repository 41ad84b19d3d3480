/** How noisy the machine was, in two numbers. */
import { percentile } from '../stats/percentile.ts';
import type { LaunchTimes } from './arms.ts';

/**
 * Standard deviation over launches of log(p95 of the baseline's second session / p95 of its first): how far two equal
 * models lie apart in one launch, as a share. Null for fewer than two launches with a control.
 *
 * `launches`: from `sortLaunch`.
 */
export function noiseScore(launches: readonly LaunchTimes[]): number | null {
  const logs = launches.flatMap(({ baseline, control }) =>
    baseline && control ? [Math.log(percentile(control, 0.95) / percentile(baseline, 0.95))] : [],
  );
  if (logs.length < 2) return null;
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1));
}

/**
 * How much slower the last third of the launches' calls was than the first, by their medians: the largest share of any
 * launch, signed. Times in the order they were made, at least three per launch.
 */
export function driftOf(launches: readonly Float64Array[]): number {
  const drifts = launches.map((calls) => {
    const third = Math.floor(calls.length / 3);
    if (third === 0) return 0;
    const median = (part: Float64Array) => percentile(part.toSorted(), 0.5);
    return median(calls.subarray(calls.length - third)) / median(calls.subarray(0, third)) - 1;
  });
  return drifts.reduce((worst, drift) => (Math.abs(drift) > Math.abs(worst) ? drift : worst), 0);
}
