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
  /** Skewness of the estimate's own distribution, such as γ/√n of a mean; absent: none. */
  readonly skewness?: number;
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
 * Interval `delta` ± q·SE at `confidence`, q of Student's t with `degrees`, and the two-sided p of delta = 0.
 * delta 2, SE 1, infinite degrees, 0.95: interval [0.0400, 3.9600], p 0.0455, mde 2.8016.
 *
 * With a skewness the ratio T = (delta − truth)/SE is first transformed to one that has none (Johnson 1978, Modified t tests
 * and confidence intervals for asymmetrical populations, with the cubic term that makes it monotone, known as Hall's, 1992): a mean of skewed differences is too small just where its standard error is, so that plain t
 * bounds are broken too often on one side. A bound is only ever moved away from delta by it, and p only raised: in small samples the
 * skewness is itself uncertain, and the nearer bound that it would allow is broken far out in the tail, where many slices
 * look. delta 2, SE 1, skewness 0.1: [0.0400, 4.1234].
 *
 * Two models that score alike have SE 0 and delta 0: interval [0, 0], p 1. With SE 0 and another delta (such as a
 * perfect model against a constant one) the data say nothing about the spread: all null, with a reason.
 */
export function wald(estimate: Estimate, confidence: number): Inference {
  const { delta, standardError, degrees, skewness = 0, method, reason } = estimate;
  if (standardError === null) return { standardError, interval: null, p: null, mde: null, reason };
  if (standardError <= DEGENERATE * Math.abs(delta) && delta !== 0) {
    return { standardError: null, interval: null, p: null, mde: null, reason: NO_SPREAD };
  }
  const reach = studentQuantile((1 + confidence) / 2, degrees);
  return {
    standardError,
    interval: {
      lower: delta - standardError * Math.max(reach, skewed(reach, skewness)),
      upper: delta - standardError * Math.min(-reach, skewed(-reach, skewness)),
      confidence,
      method,
    },
    p: standardError === 0 ? 1 : 2 * studentSurvival(surest(delta / standardError, skewness), degrees),
    mde: detectableDifference(standardError, confidence, degrees),
    reason,
  };
}

/** The smaller of |T| and |g(T)|; 0 where g turns the sign. */
function surest(ratio: number, skewness: number): number {
  const turned = Math.sign(ratio) * straightened(ratio, skewness);
  return Math.min(Math.abs(ratio), Math.max(0, turned));
}

/** Hall's g(T) = T + aT²/3 + a²T³/27 + a/6 with skewness a; monotone. */
function straightened(ratio: number, a: number): number {
  return ratio + (a * ratio ** 2) / 3 + (a ** 2 * ratio ** 3) / 27 + a / 6;
}

/** The inverse of g. */
function skewed(quantile: number, a: number): number {
  // Below this the cube root loses more digits than the correction has.
  if (Math.abs(a) < 1e-6) return quantile;
  return (3 / a) * (Math.cbrt(1 + a * (quantile - a / 6)) - 1);
}

const NO_SPREAD =
  'The difference is the same in every row, so its spread cannot be estimated; more varied rows are needed.';
