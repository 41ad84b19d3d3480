import type { Arm } from '../documents/benchmark.ts';
import { logRatioInterval } from '../stats/log-ratio-interval.ts';
import { percentile } from '../stats/percentile.ts';
import { confidenceAt, type Look } from './looks.ts';
import { undisturbed } from './undisturbed.ts';

/** Seconds per call of one launch; `control` is a second session of the baseline. */
export interface LaunchTimes {
  readonly candidate: Float64Array;
  readonly baseline: Float64Array | null;
  readonly control: Float64Array | null;
}

/**
 * Calls of each model that a launch needs for a ratio of the percentile: what proves anything with one call above it
 * (early-stopping.ts), and ten times that for p99, whose few calls are the machine's more than the model's.
 */
export const PERCENTILES = [
  { metric: 'p50', p: 0.5, calls: 11 },
  { metric: 'p95', p: 0.95, calls: 130 },
  { metric: 'p99', p: 0.99, calls: 6620 },
] as const;

/** Calls that every launch makes where time allows: enough for p95. */
export const MINIMUM_CALLS = 130;

export type MeasuredArm = Omit<Arm, 'batch' | 'threads' | 'candidateInterval' | 'baselineInterval'>;

type Pair = readonly [over: Float64Array, under: Float64Array];

/** The calls of one launch, sorted, so that no look sorts them again. */
export interface SortedLaunch extends LaunchTimes {
  /** What ratios are taken from: the calls of undisturbed rounds, of candidate and baseline, and of control and baseline. */
  readonly pairs: { readonly candidate: Pair; readonly control: Pair | null } | null;
}

/** `turn`: timed calls in a row. Each pair has the third session as its witness. */
export function sortLaunch({ candidate, baseline, control }: LaunchTimes, turn: number): SortedLaunch {
  const pair = (over: Float64Array, under: Float64Array, witness: Float64Array | null): Pair =>
    witness ? undisturbed([over, under], witness, turn, MINIMUM_CALLS) : [over.toSorted(), under.toSorted()];
  return {
    candidate: candidate.toSorted(),
    baseline: baseline?.toSorted() ?? null,
    control: control?.toSorted() ?? null,
    pairs: baseline && {
      candidate: pair(candidate, baseline, control),
      control: control && pair(control, baseline, candidate),
    },
  };
}

/**
 * Percentiles of all calls together, and the ratio candidate / baseline: per launch the ratio of the percentiles, over
 * launches their trimmed geometric mean with a t interval. Calls within a launch are autocorrelated and share its placement
 * in memory, so launches, not calls, are the repetitions (Kalibera & Jones 2013).
 *
 * `launches`: from `sortLaunch`, not empty, each with at least one call per model. `share`: the look's (looks.ts).
 */
export function latencyArms(
  launches: readonly SortedLaunch[],
  confidence: number,
  share: Look['share'] = 1,
): MeasuredArm[] {
  const candidate = merged(launches.map((launch) => launch.candidate))!;
  const baseline = merged(launches.map((launch) => launch.baseline));
  const fewest = Math.min(
    ...launches.map(({ candidate, pairs }) => (pairs ? pairs.candidate[0].length : candidate.length)),
  );
  return PERCENTILES.map(({ metric, p, calls }) => {
    const ratioOf = (over: 'candidate' | 'control') => {
      const ratios = launches.flatMap((launch) => {
        const pair = launch.pairs?.[over];
        return pair ? [percentile(pair[0], p) / percentile(pair[1], p)] : [];
      });
      if (ratios.length === 0) return null;
      const { ratio, interval, standardError } = logRatioInterval(ratios, confidenceAt(share, confidence));
      return { ratio, standardError, interval: interval && { ...interval, confidence } };
    };
    const enough = fewest >= calls;
    const compared = enough ? ratioOf('candidate') : null;
    const control = enough ? ratioOf('control') : null;
    return {
      metric,
      candidate: percentile(candidate, p),
      baseline: baseline && percentile(baseline, p),
      ratio: compared?.ratio ?? null,
      interval: compared?.interval ?? null,
      standardError: compared?.standardError ?? null,
      share,
      control: control && { ratio: control.ratio, interval: control.interval },
      samples: candidate.length,
      launches: launches.length,
      ...(!enough &&
        baseline && {
          reason: `a launch made ${fewest} calls of each model undisturbed, and a ratio of ${metric} needs ${calls}`,
        }),
    };
  });
}

/** All calls in one ascending array; null when a launch has none. */
export function merged(parts: readonly (Float64Array | null)[]): Float64Array | null {
  const all = new Float64Array(parts.reduce((sum, part) => sum + (part?.length ?? 0), 0));
  let at = 0;
  for (const part of parts) {
    if (part === null) return null;
    all.set(part, at);
    at += part.length;
  }
  return all.sort();
}
