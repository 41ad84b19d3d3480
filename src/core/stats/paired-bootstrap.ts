/** What resampling says about a difference between two models that no formula covers. */
import { detectableDifference } from './detectable-difference.ts';
import { normalCdf } from './normal.ts';
import { percentile } from './percentile.ts';
import { drawTimes, poissonTable } from './poisson-times.ts';
import { seededRandom } from './random.ts';
import type { Sampling } from './sampling.ts';
import { studentQuantile, studentSurvival } from './student.ts';
import type { Inference } from './wald.ts';

export interface BootstrapOptions {
  readonly confidence: number;
  /** Lowest 32 bits count. */
  readonly seed: number;
  /** At least 100: fewer cannot bound 95 %. */
  readonly resamples: number;
}

/** More undefined resamples than this share, and what is left no longer stands for all. */
const MOST_UNDEFINED = 0.01;
/**
 * Paired bootstrap of `difference`, a function of how often each row counts (null: once), over rows or, where there are
 * groups, over whole groups; both models see the same resample.
 *
 * Copies are Poisson(1), each unit on its own (Chamandy et al. 2012): unlike multinomial counts they are drawn in row
 * order at any size, and their variance of 1, not (n − 1)/n, takes nothing off the spread of few units. Metrics are
 * ratios, so that the total, which varies, cancels.
 *
 * Interval by percentiles, with Student's t in place of the normal distribution for few units (Hesterberg 2015). BCa
 * held the truth less often than it promises, in `npm run bench:statistics`. The two-sided p inverts the same bounds. Undefined resamples drop out and are
 * counted in the method; above 1 % there is no interval. Memory: one number per row and per resample.
 */
export function pairedBootstrap(
  difference: (times: Float64Array | null) => number,
  rows: number,
  group: Sampling['group'],
  options: BootstrapOptions,
): Inference {
  const { confidence, resamples } = options;
  const unit = group === null ? 'rows' : 'groups';
  const units = group === null ? rows : group.count;
  const delta = difference(null);
  if (units < 2) return nothing(`An interval needs two ${unit}; there is ${units}.`);
  const spread = spreader(rows, group);
  const drawn = resample((times) => difference(spread(times)), units, options);
  const values = drawn.filter((value) => !Number.isNaN(value)).sort();
  const undefinedCount = resamples - values.length;
  if (undefinedCount > MOST_UNDEFINED * resamples) {
    return nothing(
      `The metric is undefined in ${undefinedCount} of ${resamples} resamples, so that it has no interval; more rows or groups are needed.`,
    );
  }
  const at = (z: number) => percentile(values, normalCdf(z));
  const reach = studentQuantile((1 + confidence) / 2, units - 1);
  const [lower, upper] = [at(-reach), at(reach)];
  const standardError = deviation(values);
  if (standardError === 0 && delta !== 0) {
    return nothing('The difference is the same in every resample, so its spread cannot be estimated.');
  }
  const missing = undefinedCount === 0 ? '' : `, ${undefinedCount} undefined`;
  return {
    standardError,
    interval: {
      lower,
      upper,
      confidence,
      method: `paired bootstrap, percentile, over ${unit} (${resamples}${missing})`,
    },
    p: standardError === 0 ? 1 : pOfZero(at, values.length, units - 1),
    mde: detectableDifference(standardError, confidence, units - 1),
    reason: null,
  };
}

/** `statistic` of every resample, in order; the same for one seed, whatever the platform. */
export function resample(
  statistic: (times: Float64Array) => number,
  units: number,
  { seed, resamples }: Pick<BootstrapOptions, 'seed' | 'resamples'>,
): Float64Array {
  const random = seededRandom(seed);
  const table = poissonTable();
  const times = new Float64Array(units);
  const values = new Float64Array(resamples);
  for (let index = 0; index < resamples; index++) {
    drawTimes(times, table, random);
    values[index] = statistic(times);
  }
  return values;
}

/** From copies of units to copies of rows, in one buffer that the next call overwrites. */
function spreader(rows: number, group: Sampling['group']): (times: Float64Array) => Float64Array {
  if (group === null) return (times) => times;
  const { code } = group;
  const ofRows = new Float64Array(rows);
  return (times) => {
    for (let row = 0; row < rows; row++) ofRows[row] = times[code[row]!]!;
    return ofRows;
  };
}

function deviation(values: Float64Array): number {
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

function nothing(reason: string): Inference {
  return { standardError: null, interval: null, p: null, mde: null, reason };
}
