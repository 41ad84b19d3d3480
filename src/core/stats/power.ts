/** What a holdout can be expected to decide, before the models are compared on it. */
import { studentQuantile, studentSurvival } from './student.ts';

export interface Plan {
  /** The most that may be lost. */
  readonly margin: number;
  /** Of the difference, on the holdout that is planned with. */
  readonly standardError: number;
  /** Of the verdict's two-sided interval. */
  readonly confidence: number;
  /** Infinite by default: many independent rows or groups. */
  readonly degrees?: number;
  /** Whether the interval reaches as far to one side of 0 as to the other (`EITHER_SIDE`): to pass, the difference must be small either way. */
  readonly eitherSide?: boolean;
}

/**
 * The chance that the verdict is a pass, P(gain − q·SE ≥ −margin), for a candidate whose true gain is `gain` (negative: worse).
 * margin and SE equal, gain 0: 0.1685; margin 2.8016·SE: 0.8; gain −margin: 0.025.
 */
export function passPower(plan: Plan, gain: number): number {
  const notWorse = shifted(plan, (plan.margin + gain) / plan.standardError);
  if (!plan.eitherSide) return notWorse;
  return Math.max(0, notWorse + shifted(plan, (plan.margin - gain) / plan.standardError) - 1);
}

/** The chance that the verdict is "proved worse", P(gain + q·SE < −margin), for a candidate whose true gain is `gain`. */
export function failPower(plan: Plan, gain: number): number {
  return shifted(plan, -(gain + plan.margin) / plan.standardError);
}

/**
 * Rows that a holdout of the same kind needs for a pass with chance `power`, from the standard error on `rows` of them: it shrinks as the root of
 * the rows (or groups). `gain`: the candidate's true gain, 0 for one that is as good. Infinite when gain ≤ −margin.
 * 10,000 rows of SE 0.002, margin 0.002, power 0.8: 78,489.
 */
export function rowsNeeded(plan: Plan, rows: number, power: number, gain = 0): number {
  const room = gain + plan.margin;
  if (room <= 0) return Number.POSITIVE_INFINITY;
  const degrees = plan.degrees ?? Number.POSITIVE_INFINITY;
  const sure = plan.eitherSide ? (1 + power) / 2 : power;
  const steps = studentQuantile((1 + plan.confidence) / 2, degrees) + studentQuantile(sure, degrees);
  return Math.ceil(rows * ((steps * plan.standardError) / room) ** 2);
}

/** P(T > q − shift): a shifted t stands for the noncentral one, as in `detectableDifference`. */
function shifted({ confidence, degrees = Number.POSITIVE_INFINITY }: Plan, shift: number): number {
  return studentSurvival(studentQuantile((1 + confidence) / 2, degrees) - shift, degrees);
}
