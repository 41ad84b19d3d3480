import { parentPort, workerData } from 'node:worker_threads';

/** What a paired bootstrap draws from: one entry per row. */
export interface Rows {
  readonly label: Float64Array;
  readonly candidate: Float64Array;
  readonly baseline: Float64Array;
  readonly weight: Float64Array | null;
  readonly group: { readonly code: Int32Array; readonly count: number } | null;
}

/** Resamples `first` … `first + resamples − 1` of a seed. */
export interface Range {
  readonly first: number;
  readonly resamples: number;
  readonly seed: number;
}

/** The differences of those resamples. A resample depends on its number and the seed alone. */
export type Compute = (rows: Rows, range: Range) => Float64Array;

export interface Job {
  readonly rows: Rows;
  readonly range: Range;
}

/** The whole of a worker's script: does the job it was started with, and answers. */
export function serveResamples(compute: Compute): void {
  const { rows, range } = workerData as Job;
  parentPort!.postMessage(compute(rows, range));
}
