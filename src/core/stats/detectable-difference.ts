import { studentQuantile } from './student.ts';

const POWER = 0.8;

/**
 * The smallest difference that a two-sided test at 1 − `confidence` finds with 80 % power:
 * (q at (1 + confidence)/2 + q at 0.8)·SE, with q of Student's t with `degrees`, infinite for the normal.
 * The negligible chance of significance in the wrong direction is left out.
 * `detectableDifference(1, 0.95, Infinity)` = 2.801585218112968.
 */
export function detectableDifference(standardError: number, confidence: number, degrees: number): number {
  return (studentQuantile((1 + confidence) / 2, degrees) + studentQuantile(POWER, degrees)) * standardError;
}
