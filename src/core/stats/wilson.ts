import { normalQuantile } from './normal.ts';

/**
 * Wilson's score interval of a proportion (Wilson 1927), for one model on independent rows. Never outside [0, 1], and
 * of positive width at 0 and n. `wilson(81, 263, 0.95)` = [0.2553, 0.3662].
 *
 * `successes` from 0 to `n`, n at least 1. RangeError otherwise.
 */
export function wilson(
  successes: number,
  n: number,
  confidence: number,
): { readonly lower: number; readonly upper: number } {
  if (!(n >= 1 && successes >= 0 && successes <= n)) throw new RangeError(`${successes} of ${n} rows`);
  const z = normalQuantile((1 + confidence) / 2);
  const share = successes / n;
  const shrink = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / shrink;
  const reach = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / shrink;
  // At the ends the formula is exact and the rounding is not.
  return {
    lower: successes === 0 ? 0 : centre - reach,
    upper: successes === n ? 1 : centre + reach,
  };
}
