import type { Interval } from '../documents/common.ts';
import { studentQuantile } from './student.ts';

/** Of seven repetitions the highest and the lowest do not count, of fourteen two each: one that met with an accident says nothing. */
const TRIMMED = 1 / 7;

const trimmedFrom = (n: number) => Math.floor(n * TRIMMED + 1e-9);

/** Of the t interval over `n` repetitions. */
export const degreesOfFreedom = (n: number): number => n - 2 * trimmedFrom(n) - 1;

/**
 * Geometric mean of ratios from independent repetitions (one per launch of a benchmark), with a t interval on the
 * logarithm: a trimmed mean, its error from the winsorized variance (Tukey & McLaughlin 1963; Yuen 1974). Below seven
 * ratios nothing is trimmed. The interval is null for fewer than two.
 * `logRatioInterval([1, 1.1, 1.21], 0.95)` = ratio 1.1, interval [0.8681, 1.3938].
 *
 * `ratios`: positive and finite, not empty. RangeError otherwise.
 */
export function logRatioInterval(
  ratios: readonly number[],
  confidence: number,
): {
  readonly ratio: number;
  readonly interval: Interval | null;
  /** Of the logarithm of `ratio`. */
  readonly standardError: number | null;
} {
  const n = ratios.length;
  if (n === 0 || !ratios.every((ratio) => ratio > 0 && ratio < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`ratios must be positive and at least one: ${ratios.slice(0, 10).join(', ')}`);
  }
  const logs = ratios.map(Math.log).sort((a, b) => a - b);
  const trimmed = trimmedFrom(n);
  const mean = meanOf(logs.slice(trimmed, n - trimmed));
  const ratio = Math.exp(mean);
  if (n === 1) return { ratio, interval: null, standardError: null };
  const winsorized = logs.map((_, i) => logs[Math.min(Math.max(i, trimmed), n - 1 - trimmed)]!);
  const center = meanOf(winsorized);
  const variance = winsorized.reduce((sum, log) => sum + (log - center) ** 2, 0) / (n - 1);
  const standardError = Math.sqrt(variance / n) / (1 - (2 * trimmed) / n);
  const reach = studentQuantile((1 + confidence) / 2, degreesOfFreedom(n)) * standardError;
  return {
    ratio,
    standardError,
    interval: {
      lower: Math.exp(mean - reach),
      upper: Math.exp(mean + reach),
      confidence,
      method: 't on trimmed log ratios over launches',
    },
  };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
