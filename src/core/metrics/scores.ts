/** What the statistics work on: one entry per holdout row, already checked (see check.ts). */
export interface Scores {
  /** binary: 0 or 1 · multiclass: the class, from 0 · ranking: a grade from 0 · regression: any finite number. */
  readonly label: Float64Array;
  /** Columns per row: more than 1 for multiclass, whose scores are row-major, `label.length` × `classes`. */
  readonly classes?: number;
  /** Dense codes of the item shown in each row, for metrics beyond accuracy; by code its id, which `ties=id_desc` goes by. */
  readonly item?: {
    readonly code: Int32Array;
    readonly count: number;
    readonly ids: readonly string[];
  } | null;
  readonly candidate: Float64Array;
  readonly baseline: Float64Array | null;
  /** Positive sample weights, or null for all ones. */
  readonly weight: Float64Array | null;
  /** Dense codes 0 … count − 1 by first appearance, or null when rows are independent. */
  readonly group: { readonly code: Int32Array; readonly count: number } | null;
}
