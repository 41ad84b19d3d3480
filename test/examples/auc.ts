/** An AUC of the tests' own, so that the example's figures do not rest on the code that they are an example of. */

export interface Auc {
  readonly auc: number;
  /** Per group: the sum of its rows' influences on the AUC, so that differences of models can be paired. */
  readonly influence: Float64Array;
}

/**
 * AUC with ties at ½, and each group's part in its error: Obuchowski (1997), Biometrics 53, 567–578.
 * `group` holds codes 0 … groups − 1.
 */
export function groupedAuc(
  score: ArrayLike<number>,
  label: ArrayLike<number>,
  group: ArrayLike<number>,
  groups: number,
): Auc {
  const order = Uint32Array.from({ length: score.length }, (_, i) => i).sort((a, b) => score[a]! - score[b]!);
  let positives = 0;
  for (let i = 0; i < label.length; i++) positives += label[i]!;
  const negatives = score.length - positives;
  // Share of the other class that each row is on the right side of.
  const placement = new Float64Array(score.length);
  let below = 0;
  let positivesBelow = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let tied = 0;
    for (; end < order.length && score[order[end]!] === score[order[start]!]; end++)
      tied += label[order[end]!]!;
    const tiedNegatives = end - start - tied;
    for (let i = start; i < end; i++) {
      placement[order[i]!] = label[order[i]!]
        ? (below + tiedNegatives / 2) / negatives
        : 1 - (positivesBelow + tied / 2) / positives;
    }
    below += tiedNegatives;
    positivesBelow += tied;
    start = end;
  }
  let auc = 0;
  for (let i = 0; i < placement.length; i++) if (label[i]) auc += placement[i]! / positives;
  const influence = new Float64Array(groups);
  for (let i = 0; i < placement.length; i++) {
    influence[group[i]!]! += (placement[i]! - auc) / (label[i] ? positives : negatives);
  }
  return { auc, influence };
}

/** Standard error of a sum over independent groups with mean 0. */
export function standardError(influence: ArrayLike<number>): number {
  const groups = influence.length;
  let sum = 0;
  for (let i = 0; i < groups; i++) sum += influence[i]! * influence[i]!;
  return Math.sqrt((sum * groups) / (groups - 1));
}
