/** What resampling says about a difference between two models that no formula covers. */
import { drawCopies, LANE_BITS, LANE_MASK, LANES } from './copies.ts';
import type { PairedValues, Resampler } from './curve-bootstrap.ts';
import { detectableDifference } from './detectable-difference.ts';
import { normalCdf } from './normal.ts';
import { percentile } from './percentile.ts';
import type { Sampling } from './sampling.ts';
import { studentQuantile, studentSurvival } from './student.ts';
import type { Inference } from './wald.ts';

export interface BootstrapOptions {
  readonly confidence: number;
  /** Lowest 32 bits count. */
  readonly seed: number;
  /** At least 100: fewer cannot bound 95 %. */
  readonly resamples: number;
  /** Resamples curves, perhaps in threads; absent: here. The same values either way. */
  readonly resampler?: Resampler;
}

/** What was resampled. */
export interface Units {
  readonly kind: 'rows' | 'groups';
  readonly count: number;
}

/** More undefined resamples than this share, and what is left no longer stands for all. */
const MOST_UNDEFINED = 0.01;

/** Differences of the resamples that define both, sorted, and how many do not. */
export interface Spread {
  readonly sorted: Float64Array;
  readonly undefinedCount: number;
}

/** `of(candidate, baseline)` of every resample. */
export function spreadOf(
  values: PairedValues,
  resamples: number,
  of: (candidate: number, baseline: number) => number,
): Spread {
  const drawn = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) drawn[i] = of(values[2 * i]!, values[2 * i + 1]!);
  const sorted = drawn.filter((value) => !Number.isNaN(value)).sort();
  return { sorted, undefinedCount: resamples - sorted.length };
}

/** Level of a bound, as a quantile of the normal distribution, to the bound. */
export function boundsOf({ sorted }: Spread): (z: number) => number {
  return (z) => percentile(sorted, centred(normalCdf(z), sorted.length));
}

/** `percentile` takes order statistic k of n for (k − 1)/(n − 1); of a resample it stands for k/(n + 1) (Davison & Hinkley 1997). */
function centred(p: number, n: number): number {
  return Math.min(1, Math.max(0, (p * (n + 1) - 1) / (n - 1)));
}

/**
 * Percentile interval of `delta`, from the differences in paired resamples: over rows or, where there are groups, over
 * whole groups, both models in the same resample.
 *
 * Copies are Poisson(1), each unit on its own (Chamandy et al. 2012): unlike multinomial counts they are drawn in row
 * order at any size, and their variance of 1, not (n − 1)/n, takes nothing off the spread of few units. Metrics are
 * ratios, so that the total, which varies, cancels.
 *
 * Student's t stands in place of the normal distribution for few units (Hesterberg 2015). BCa held the truth less often
 * than it promises, in `npm run bench:statistics`. The two-sided p inverts the same bounds. Undefined resamples drop out
 * and are counted in the method; above 1 % there is no interval.
 */
export function percentileInference(
  delta: number,
  spread: Spread,
  units: Units,
  { confidence, resamples }: BootstrapOptions,
): Inference {
  const { kind, count } = units;
  const lacking = whyNoInterval(spread, units, resamples);
  if (lacking !== null) return nothing(lacking);
  const at = boundsOf(spread);
  const reach = studentQuantile((1 + confidence) / 2, count - 1);
  const standardError = standardDeviation(spread.sorted);
  if (standardError === 0 && delta !== 0) {
    return nothing('The difference is the same in every resample, so its spread cannot be estimated.');
  }
  const missing = spread.undefinedCount === 0 ? '' : `, ${spread.undefinedCount} undefined`;
  return {
    standardError,
    interval: {
      lower: at(-reach),
      upper: at(reach),
      confidence,
      method: `paired bootstrap, percentile, over ${kind} (${resamples}${missing})`,
    },
    p: standardError === 0 ? 1 : pOfZero(at, spread.sorted.length, count - 1),
    mde: detectableDifference(standardError, confidence, count - 1),
    reason: null,
  };
}

/** Why so few units or resamples give no interval, or null. */
export function whyNoInterval(
  { undefinedCount }: Spread,
  { kind, count }: Units,
  resamples: number,
): string | null {
  if (count < 2) return `An interval needs two ${kind}; there is ${count}.`;
  if (undefinedCount <= MOST_UNDEFINED * resamples) return null;
  return `The metric is undefined in ${undefinedCount} of ${resamples} resamples, so that it has no interval; more rows or groups are needed.`;
}

/**
 * Values of any pair of statistics in every resample; `value(times)`, with `times` one number per row, is linear in the
 * rows at best. The same for one seed, whatever the platform.
 */
export function resampleRows(
  [candidate, baseline]: readonly [(times: Float64Array) => number, (times: Float64Array) => number],
  rows: number,
  group: Sampling['group'],
  { seed, resamples }: Pick<BootstrapOptions, 'seed' | 'resamples'>,
): PairedValues {
  const copies = new Uint32Array(group?.count ?? rows);
  const times = new Float64Array(rows);
  const values = new Float64Array(2 * resamples);
  for (let resample = 0; resample < resamples; resample++) {
    const lane = resample % LANES;
    if (lane === 0) drawCopies(copies, seed, resample / LANES);
    for (let row = 0; row < rows; row++) {
      times[row] = (copies[group === null ? row : group.code[row]!]! >>> (LANE_BITS * lane)) & LANE_MASK;
    }
    values[2 * resample] = candidate(times);
    values[2 * resample + 1] = baseline(times);
  }
  return values;
}

/** Of `values`, sorted. */
export function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  // Equal values may leave a rounding error in their mean.
  return values[0] === values.at(-1) ? 0 : Math.sqrt(squares / (values.length - 1));
}

/** Twice the tail beyond the level whose bound is 0, by bisection; never below what so many resamples can show. */
function pOfZero(at: (z: number) => number, resamples: number, degrees: number): number {
  let [low, high] = [-40, 40];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (at(middle) < 0) low = middle;
    else high = middle;
  }
  return Math.min(1, Math.max(2 * studentSurvival(Math.abs(low), degrees), 2 / (resamples + 1)));
}

export function nothing(reason: string): Inference {
  return { standardError: null, interval: null, p: null, mde: null, reason };
}
