/** How the rows were drawn, as far as variances care. */
export interface Sampling {
  /** Positive, or null for all ones. */
  readonly weight: Float64Array | null;
  /** Rows of one code depend on each other; codes are dense from 0. Null: every row is independent. */
  readonly group: { readonly code: Int32Array; readonly count: number } | null;
}
