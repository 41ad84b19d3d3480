import { parentPort, workerData } from 'node:worker_threads';
import type { MetricResult } from '../../core/documents/evaluation.ts';
import type { SliceJob } from '../../core/scoring/measure-slices.ts';

/** A job whose entries whoever is free takes next. All memory is shared. */
export interface SharedJob {
  readonly job: SliceJob;
  /** One number: the next entry that nobody has taken. */
  readonly next: Int32Array;
}

export type MeasureEntry = (job: SliceJob, entry: number) => MetricResult[];

export interface Measured {
  readonly entry: number;
  readonly results: MetricResult[];
}

/** Takes entries until there are none left. */
export function takeEntries(
  { job, next }: SharedJob,
  measure: MeasureEntry,
  done: (measured: Measured) => void,
): void {
  for (;;) {
    const entry = Atomics.add(next, 0, 1);
    if (entry >= job.entries.length) return;
    done({ entry, results: measure(job, entry) });
  }
}

/** The whole of a worker's script. */
export function serveSlices(measure: MeasureEntry): void {
  takeEntries(workerData as SharedJob, measure, (measured) => parentPort?.postMessage(measured));
}
