/** Groups by who is better on them. */
export interface WinTieLoss {
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
}

/**
 * Counts groups in which the candidate's value of a metric is better, equal, or worse. Groups that either side does not
 * define (NaN) are left out. `candidate` and `baseline`: one value per group, in one order.
 * Candidate .5 .7 NaN, baseline .5 .9 1, higher is better: 0 wins, 1 tie, 1 loss.
 */
export function winTieLoss(
  candidate: Float64Array,
  baseline: Float64Array,
  direction: 'higher' | 'lower',
): WinTieLoss {
  let higher = 0;
  let ties = 0;
  let lower = 0;
  for (let group = 0; group < candidate.length; group++) {
    const difference = candidate[group]! - baseline[group]!;
    if (difference > 0) higher++;
    else if (difference < 0) lower++;
    else if (difference === 0) ties++;
  }
  return direction === 'higher'
    ? { wins: higher, ties, losses: lower }
    : { wins: lower, ties, losses: higher };
}
