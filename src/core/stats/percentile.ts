/**
 * The value below which the share `p` of `sorted` lies, by linear interpolation between order statistics:
 * position h = (n − 1)·p from 0 (Hyndman & Fan 1996, type 7; the default of R and NumPy).
 * `percentile([1, 2, 4, 8], 0.5)` = 3.
 *
 * `sorted` ascending, not empty; 0 ≤ p ≤ 1. RangeError otherwise.
 */
export function percentile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0 || !(p >= 0 && p <= 1)) {
    throw new RangeError(`percentile ${p} of ${sorted.length} samples`);
  }
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}
