import type { Interval } from '../documents/common.ts';
import { merged, PERCENTILES } from './arms.ts';
import { blockBootstrap } from './block-bootstrap.ts';
import { CONFIDENCE, percentileBounds } from './early-stopping.ts';

/**
 * The interval that the calls prove for each percentile of one model, in the order of `PERCENTILES`: order statistics by
 * MLPerf's early-stopping rule, widened by a block bootstrap where calls hang together (a burst slows many in a row).
 * Each end holds with 99 %. Null where there are too few calls.
 *
 * `launches`: seconds per call in the order they were made, not empty.
 */
export function percentileIntervals(launches: readonly Float64Array[]): (Interval | null)[] {
  const sorted = merged(launches)!;
  const blocks = blockBootstrap(
    launches,
    PERCENTILES.map(({ p }) => p),
    CONFIDENCE,
  );
  return PERCENTILES.map(({ p }, i) => {
    const { lower, upper } = percentileBounds(sorted, p);
    if (lower === null || upper === null) return null;
    return {
      lower: Math.min(lower, blocks[i]!.lower),
      upper: Math.max(upper, blocks[i]!.upper),
      confidence: 2 * CONFIDENCE - 1,
      method: 'early stopping (binomial), widened by block bootstrap',
    };
  });
}
