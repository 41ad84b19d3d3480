import type { Interval } from '../documents/common.ts';
import { normalQuantile } from './normal.ts';
import { studentQuantile, studentSurvival } from './student.ts';

/** A gain of the candidate, signed so that up is better, with its two-sided interval signed alike. */
export interface GainEstimate {
  readonly gain: number;
  readonly interval: Pick<Interval, 'lower' | 'upper' | 'confidence'>;
  /** As in a `MetricResult`. */
  readonly standardError: number | null;
}

/** Sides of an interval this close, relative to its width, make it a symmetric one. */
const SYMMETRIC = 1e-9;

/**
 * One-sided p-value of "the candidate loses `margin` or more": small means proved not worse. At most
 * (1 − confidence)/2 exactly when the interval's lower bound is at least −margin, so that verdicts by interval and by p agree.
 * Its complement, `inferiorityP`, is that of "the candidate loses no more than `margin`": small means proved worse.
 *
 * A symmetric interval is gain ± q·SE: q tells the degrees of freedom, and p is Student's. Any other came from a bootstrap, and each of its
 * sides is taken as that of a normal distribution of its own width. gain 0, SE 1, interval ±1.96 at 0.95, margin 2: 0.02275.
 */
export function nonInferiorityP(estimate: GainEstimate, margin: number): number {
  return tail(estimate, margin, 1);
}

/** See `nonInferiorityP`. */
export function inferiorityP(estimate: GainEstimate, margin: number): number {
  return tail(estimate, margin, -1);
}

function tail({ gain, interval, standardError }: GainEstimate, margin: number, side: 1 | -1): number {
  const { lower, upper, confidence } = interval;
  const distance = gain + margin;
  const reach = distance >= 0 ? gain - lower : upper - gain;
  if (reach <= 0) return distance * side >= 0 && (distance !== 0 || side === 1) ? 0 : 1;
  const level = (1 + confidence) / 2;
  const symmetric = Math.abs(upper - gain - (gain - lower)) <= SYMMETRIC * (upper - lower);
  const degrees =
    symmetric && standardError ? degreesOf(reach / standardError, level) : Number.POSITIVE_INFINITY;
  const quantile = studentQuantile(level, degrees);
  return studentSurvival(side * quantile * (distance / reach), degrees);
}

/** The degrees of freedom at which Student's quantile is `quantile`; infinite where that of the normal is as large. */
function degreesOf(quantile: number, level: number): number {
  if (quantile <= normalQuantile(level) * (1 + SYMMETRIC)) return Number.POSITIVE_INFINITY;
  let [low, high] = [0, 40];
  // By the logarithm: from 1 degree to 10¹⁷.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (studentQuantile(level, Math.exp(middle)) > quantile) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}
