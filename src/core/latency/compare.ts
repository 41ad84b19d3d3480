/** Candidate against baseline at one percentile: what the launches prove. The benchmark stops by it, the gate judges by it. */
import type { Arm } from '../documents/benchmark.ts';
import type { Interval } from '../documents/common.ts';
import { degreesOfFreedom } from '../stats/log-ratio-interval.ts';
import { studentSurvival } from '../stats/student.ts';

/** A slowdown below this share of the baseline is nothing, whatever the policy says. */
export const SMALLEST_SHARE = 0.02;

const ROUNDING = 1e-12;

export interface Noise {
  /** How the baseline differs from itself; null where that was not measured. */
  readonly control: { readonly ratio: number; readonly interval: Interval } | null;
  /** How many times slower noise alone may make a model look. */
  readonly most: number;
}

export interface Comparison {
  readonly status: 'pass' | 'fail' | 'inconclusive';
  /** One-sided p-value of a ratio above the limit, its share of the error counted in; null without an interval. */
  readonly p: number | null;
  /** Null when the machine is quiet enough for the limit. */
  readonly noise: Noise | null;
}

/**
 * How much slower, as a share, is no regression: what the policy allows, or where that is less, what counts as nothing
 * (`floor` seconds, and 2 %). `allowedShare(0.05, 20e-6, 100e-6)` = 0.2.
 */
export function allowedShare(allowed: number, floor: number, baseline: number | null): number {
  const nothing = baseline === null || !(baseline > 0) ? 0 : floor / baseline;
  return Math.max(allowed, SMALLEST_SHARE, nothing);
}

/**
 * `allowed`: from `allowedShare`. `interval` of the arm must be sound. Where the machine is too noisy, an arm is proved slower,
 * or no slower, when it is so by more than the noise can explain; otherwise everything stays open.
 */
export function compareArm(
  arm: Pick<Arm, 'ratio' | 'control' | 'standardError' | 'share' | 'launches'>,
  interval: Interval,
  allowed: number,
): Comparison {
  const limit = 1 + allowed;
  const noise = noiseOf(arm.control, allowed);
  const p = pValue(arm, interval, limit);
  const most = noise?.most ?? 1;
  const isKnown = noise === null || noise.control !== null;
  if (interval.lower > limit * most) return { status: 'fail', p, noise };
  if (isKnown && interval.upper * most <= limit + ROUNDING) return { status: 'pass', p, noise };
  return { status: 'inconclusive', p, noise };
}

/**
 * A second session of the baseline against the first should have a ratio of 1: too noisy when the interval is wider than
 * `allowed`, or lies wholly more than half of it away from 1.
 */
function noiseOf(control: Arm['control'], allowed: number): Noise | null {
  if (!control?.interval) return { control: null, most: 1 };
  const { lower, upper } = control.interval;
  const tolerance = 1 + allowed / 2;
  const apart = lower > tolerance || upper < 1 / tolerance;
  if (!apart && upper - lower <= allowed + ROUNDING) return null;
  return {
    control: { ratio: control.ratio, interval: control.interval },
    most: Math.max(upper, 1 / lower),
  };
}

/** Without the standard error, from the interval alone: significant at its level or not at all. */
function pValue(
  { ratio, standardError, share = 1, launches }: Parameters<typeof compareArm>[0],
  interval: Interval,
  limit: number,
): number {
  if (ratio === null || standardError === null || standardError === undefined || standardError === 0)
    return interval.lower > limit ? (1 - interval.confidence) / 2 : 1;
  return Math.min(
    1,
    studentSurvival(Math.log(ratio / limit) / standardError, degreesOfFreedom(launches)) / share,
  );
}
