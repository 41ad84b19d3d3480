import type { Interval } from '../documents/common.ts';

/**
 * A percentile against an absolute bound, by what the calls prove about it and not by the raw percentile: within
 * when the proved upper end is, over when the proved lower end is. `interval`: from percentile-interval.ts.
 */
export function compareBudget(
  interval: Interval | null | undefined,
  most: number,
): 'pass' | 'fail' | 'inconclusive' {
  if (!interval) return 'inconclusive';
  if (interval.upper <= most) return 'pass';
  return interval.lower > most ? 'fail' : 'inconclusive';
}
