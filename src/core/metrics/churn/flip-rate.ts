/**
 * Weighted share of rows that the two models put on different sides of a threshold; above it means strictly above (TFMA's
 * boolean flip rates, both directions together). `weight` null: all ones. NaN without rows.
 * Candidate .6 .4, baseline .4 .3, threshold .5: .5.
 */
export function flipRate(
  candidate: Float64Array,
  baseline: Float64Array,
  weight: Float64Array | null,
  threshold: number,
): number {
  let flipped = 0;
  let total = 0;
  for (let row = 0; row < candidate.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    total += w;
    if (candidate[row]! > threshold !== baseline[row]! > threshold) flipped += w;
  }
  return flipped / total;
}
