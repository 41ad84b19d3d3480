import type { Interval } from '../documents/common.ts';
import { studentQuantile } from './student.ts';

/**
 * Geometric mean of ratios from independent repetitions (one per launch of a benchmark), with a t interval on the
 * logarithm, n − 1 degrees of freedom. The interval is null for fewer than two ratios.
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
  const logs = ratios.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / n;
  const ratio = Math.exp(mean);
  if (n === 1) return { ratio, interval: null, standardError: null };
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (n - 1);
  const standardError = Math.sqrt(variance / n);
  const reach = studentQuantile((1 + confidence) / 2, n - 1) * standardError;
  return {
    ratio,
    standardError,
    interval: {
      lower: Math.exp(mean - reach),
      upper: Math.exp(mean + reach),
      confidence,
      method: 't on log ratio over launches',
    },
  };
}
