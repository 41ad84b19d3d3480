/** What curves over all thresholds come to, from the weight of either class at each level of score. */

/**
 * `sums` by cell (see `LevelCells`): of level l, ascending, the negatives' weight at 2l and the positives' at 2l + 1.
 * `at`: what else the curve takes, such as the false-positive rate that it ends at. NaN where undefined.
 */
type Curve = (sums: Float64Array, at: number) => number;

/** (Σ pairs in the right order + ½ ties)/(mn). Labels 0 0 1 1, scores .1 .4 .35 .8: .75. */
function rocArea(sums: Float64Array): number {
  let [below, positives, twiceWins] = [0, 0, 0];
  for (let i = 0; i < sums.length; i += 2) {
    const negative = sums[i]!;
    const positive = sums[i + 1]!;
    twiceWins += positive * (2 * below + negative);
    below += negative;
    positives += positive;
  }
  return twiceWins / 2 / (positives * below);
}

/** Kolmogorov–Smirnov: the largest TPR − FPR over all thresholds. Labels 0 0 1 1, scores .1 .4 .35 .8: 0.5. */
function largestGap(sums: Float64Array): number {
  const [negatives, positives] = totals(sums);
  if (positives === 0 || negatives === 0) return Number.NaN;
  let [truePositive, falsePositive, best] = [0, 0, 0];
  for (let i = sums.length - 2; i >= 0; i -= 2) {
    falsePositive += sums[i]!;
    truePositive += sums[i + 1]!;
    best = Math.max(best, truePositive / positives - falsePositive / negatives);
  }
  return best;
}

/**
 * Area under the ROC curve up to a false-positive rate of `most`, the curve cut there by linear interpolation, and
 * standardised (McClish 1989) so that a constant model has 0.5 and a perfect one 1.
 */
function standardisedArea(sums: Float64Array, most: number): number {
  const [negatives, positives] = totals(sums);
  if (positives === 0 || negatives === 0) return Number.NaN;
  let [x, y, area] = [0, 0, 0];
  let [truePositive, falsePositive] = [0, 0];
  for (let i = sums.length - 2; i >= 0 && x < most; i -= 2) {
    falsePositive += sums[i]!;
    truePositive += sums[i + 1]!;
    const nextX = falsePositive / negatives;
    const nextY = truePositive / positives;
    const share = nextX > most ? (most - x) / (nextX - x) : 1;
    const cutY = y + share * (nextY - y);
    area += (Math.min(nextX, most) - x) * ((y + cutY) / 2);
    [x, y] = [nextX, nextY];
  }
  const least = most ** 2 / 2;
  return (1 + (area - least) / (most - least)) / 2;
}

/** Σ(Rₙ − Rₙ₋₁)Pₙ over distinct thresholds; `empty` without positives. Labels 0 0 1 1, scores .1 .4 .35 .8: .8333. */
function stepArea(sums: Float64Array, empty: number): number {
  let [positives, all, area] = [0, 0, 0];
  for (let i = sums.length - 2; i >= 0; i -= 2) {
    const positive = sums[i + 1]!;
    positives += positive;
    all += positive + sums[i]!;
    if (positive > 0) area += positive * (positives / all);
  }
  return positives === 0 ? empty : area / positives;
}

function totals(sums: Float64Array): readonly [negatives: number, positives: number] {
  let [negatives, positives] = [0, 0];
  for (let i = 0; i < sums.length; i += 2) {
    negatives += sums[i]!;
    positives += sums[i + 1]!;
  }
  return [negatives, positives];
}

export const CURVES = {
  auc: rocArea,
  ks: largestGap,
  pauc: standardisedArea,
  ap: stepArea,
} as const satisfies Readonly<Record<string, Curve>>;
export type CurveName = keyof typeof CURVES;
