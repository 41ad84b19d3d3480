import { seededRandom } from './random.ts';

/** Sums this close, relative to the largest possible one, are equal: their terms were only added in another order. */
const ROUNDING = 1e-12;

/**
 * Two-sided p-value of Fisher's randomization test of paired differences: if neither model is better, each unit's
 * difference could as well have had the other sign (Fisher 1935; Smucker, Allan & Carterette 2007 for queries).
 * The share of sign patterns whose |sum| reaches the observed one: of all 2ⁿ when that is at most `resamples`, else
 * (1 + hits)/(1 + resamples) over random ones, which keeps the test valid. Zeros cannot change and do not count.
 *
 * `differences` no NaN, multiplied by their weights. `fisherRandomizationP(Float64Array.of(1, 2, 3), 1000, 1)` = 0.25.
 */
export function fisherRandomizationP(differences: Float64Array, resamples: number, seed: number): number {
  const moving = differences.filter((difference) => difference !== 0);
  const observed = Math.abs(moving.reduce((sum, difference) => sum + difference, 0));
  const largest = moving.reduce((sum, difference) => sum + Math.abs(difference), 0);
  const reached = observed - ROUNDING * largest;
  const exact = moving.length < 31 && 2 ** moving.length <= resamples;
  if (exact) return enumerate(moving, reached);
  const { uint32 } = seededRandom(seed);
  let hits = 0;
  for (let index = 0; index < resamples; index++) {
    let sum = 0;
    let word = 0;
    for (let unit = 0; unit < moving.length; unit++) {
      // A bit of a word for each unit; 32 units later the next word.
      word = unit % 32 === 0 ? uint32() : word >>> 1;
      sum += (word & 1) === 1 ? moving[unit]! : -moving[unit]!;
    }
    if (Math.abs(sum) >= reached) hits++;
  }
  return (1 + hits) / (1 + resamples);
}

function enumerate(moving: Float64Array, reached: number): number {
  const patterns = 2 ** moving.length;
  let hits = 0;
  for (let pattern = 0; pattern < patterns; pattern++) {
    let sum = 0;
    for (let unit = 0; unit < moving.length; unit++) {
      sum += ((pattern >>> unit) & 1) === 1 ? moving[unit]! : -moving[unit]!;
    }
    if (Math.abs(sum) >= reached) hits++;
  }
  return hits / patterns;
}
