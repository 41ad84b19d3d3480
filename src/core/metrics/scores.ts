/** What the statistics work on: one entry per holdout row, already checked (see check.ts). */
export interface Scores {
  /** 0 or 1. */
  readonly label: Float64Array;
  readonly candidate: Float64Array;
  readonly baseline: Float64Array | null;
  /** Positive sample weights, or null for all ones. */
  readonly weight: Float64Array | null;
  /** Dense codes 0 … count − 1 by first appearance, or null when rows are independent. */
  readonly group: { readonly code: Int32Array; readonly count: number } | null;
}
