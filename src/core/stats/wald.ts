/** What an estimated difference and its standard error say: interval, p-value, smallest detectable difference. */
import type { Interval } from '../documents/common.ts';
import { detectableDifference } from './detectable-difference.ts';
import { studentQuantile, studentSurvival } from './student.ts';

/** A difference with its standard error, as a statistic hands it over. */
export interface Estimate {
  readonly delta: number;
  /** Null when these data cannot give one; `reason` then says why. */
  readonly standardError: number | null;
  /** Degrees of freedom of the reference distribution; infinite for the normal. */
  readonly degrees: number;
  /** Such as `DeLong` or `paired t, clustered`. */
  readonly method: string;
  readonly reason: string | null;
}

export interface Inference {
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly p: number | null;
  readonly mde: number | null;
  readonly reason: string | null;
}

/** A standard error this small beside the difference is rounding, not information. */
const DEGENERATE = 1e-10;

/**
 * Wald interval `delta` ± q·SE at `confidence`, q of Student's t with `degrees`, and the two-sided p of delta = 0.
 * delta 2, SE 1, infinite degrees, 0.95: interval [0.0400, 3.9600], p 0.0455, mde 2.8016.
 *
 * Two models that score alike have SE 0 and delta 0: interval [0, 0], p 1. With SE 0 and another delta (such as a
 * perfect model against a constant one) the data say nothing about the spread: all null, with a reason.
 */
export function wald(estimate: Estimate, confidence: number): Inference {
  const { delta, standardError, degrees, method, reason } = estimate;
  if (standardError === null) return { standardError, interval: null, p: null, mde: null, reason };
  if (standardError <= DEGENERATE * Math.abs(delta) && delta !== 0) {
    return { standardError: null, interval: null, p: null, mde: null, reason: NO_SPREAD };
  }
  const reach = studentQuantile((1 + confidence) / 2, degrees) * standardError;
  return {
    standardError,
    interval: { lower: delta - reach, upper: delta + reach, confidence, method },
    p: delta === 0 ? 1 : 2 * studentSurvival(Math.abs(delta) / standardError, degrees),
    mde: detectableDifference(standardError, confidence, degrees),
    reason,
  };
}

const NO_SPREAD =
  'The difference is the same in every row, so its spread cannot be estimated; more varied rows are needed.';
