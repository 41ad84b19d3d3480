/** How far scores moved from baseline to candidate, in units of the score. */
export interface ScoreShift {
  /** Weighted mean of |candidate − baseline|; NaN without rows. */
  readonly mean: number;
  /** The greatest |candidate − baseline|, whatever its weight; 0 without rows. */
  readonly max: number;
}

/** `weight` null: all ones. Candidate .6 .4, baseline .4 .3: mean .15, max .2. */
export function scoreShift(
  candidate: Float64Array,
  baseline: Float64Array,
  weight: Float64Array | null,
): ScoreShift {
  let sum = 0;
  let total = 0;
  let max = 0;
  for (let row = 0; row < candidate.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    const shift = Math.abs(candidate[row]! - baseline[row]!);
    sum += w * shift;
    total += w;
    if (shift > max) max = shift;
  }
  return { mean: sum / total, max };
}
