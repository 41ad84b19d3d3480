/** What is expected of a model pair before any scores exist. */
export interface AucPrior {
  /** Expected AUC of both models. */
  readonly auc: number;
  readonly positives: number;
  readonly negatives: number;
  /**
   * Between the AUC estimates of the two models over holdouts, from 0 (unrelated models) to 1 (the same model).
   * 0 gives the largest standard error.
   */
  readonly correlation: number;
}

/**
 * Standard error of one AUC from its size and the class counts alone (Hanley & McNeil 1982): scores of exponential
 * form have Q₁ = A/(2 − A) and Q₂ = 2A²/(1 + A), and
 * Var = (A(1 − A) + (m − 1)(Q₁ − A²) + (n − 1)(Q₂ − A²))/(mn). `hanleyMcneil(0.8, 50, 50)` = 0.0445.
 */
export function hanleyMcneil(auc: number, positives: number, negatives: number): number {
  const q1 = auc / (2 - auc);
  const q2 = (2 * auc * auc) / (1 + auc);
  const variance = auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc);
  return Math.sqrt(variance / (positives * negatives));
}

/** Standard error of the difference of two such AUCs on the same rows: SE·√(2(1 − r)) (Hanley & McNeil 1983). */
export function aucDifferenceError({ auc, positives, negatives, correlation }: AucPrior): number {
  return hanleyMcneil(auc, positives, negatives) * Math.sqrt(2 * (1 - correlation));
}
