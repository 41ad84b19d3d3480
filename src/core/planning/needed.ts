/** How many rows a margin needs, from the standard error that was measured. */
import type { MetricResult } from '../documents/evaluation.ts';
import type { Policy } from '../policy/schema.ts';
import { type Plan, rowsNeeded } from '../stats/power.ts';
import { studentQuantile } from '../stats/student.ts';
import { EITHER_SIDE } from '../stats/target-distance.ts';
import { POWER } from './prior.ts';

type Measured = Pick<MetricResult, 'n' | 'standardError' | 'interval' | 'mde'>;

/** To plan a margin with; null without a spread. */
export function planOf(measured: Measured, margin: number, mode: Policy['mode']): Plan | null {
  const { standardError, interval } = measured;
  if (!standardError || interval === null) return null;
  return {
    margin,
    standardError,
    // Point mode compares the bare difference: no interval stands between it and the margin.
    confidence: mode === 'point' ? 0 : interval.confidence,
    degrees: degreesOf(measured, interval.confidence),
    eitherSide: interval.method.endsWith(EITHER_SIDE),
  };
}

/** Rows with which an equal model passes with a chance of 80 %; null where that cannot be told, or no holdout is so large. */
export function rowsForMargin(
  measured: Measured,
  margin: number | null,
  mode: Policy['mode'],
): number | null {
  const plan = margin === null || measured.n === 0 ? null : planOf(measured, margin, mode);
  if (plan === null) return null;
  const rows = rowsNeeded(plan, measured.n, POWER);
  return Number.isSafeInteger(rows) ? rows : null;
}

/** Of Student's t that the measurement used: mde = (q at (1 + confidence)/2 + q at 0.8)·SE tells them. */
function degreesOf({ standardError, mde }: Measured, confidence: number): number {
  if (!standardError || mde === null) return Number.POSITIVE_INFINITY;
  const steps = (degrees: number) =>
    studentQuantile((1 + confidence) / 2, degrees) + studentQuantile(POWER, degrees);
  const wanted = mde / standardError;
  if (wanted <= steps(MANY)) return Number.POSITIVE_INFINITY;
  // By the logarithm.
  let [low, high] = [0, Math.log(MANY)];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (steps(Math.exp(middle)) > wanted) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}

/** Degrees of freedom from which Student's t is the normal distribution, for planning. */
const MANY = 1e5;
