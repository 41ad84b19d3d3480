import { Worker } from 'node:worker_threads';
import type { SliceJob, SliceMeter } from '../../core/scoring/measure-slices.ts';
import { type Measured, type MeasureEntry, takeEntries } from './serve-slices.ts';
import { shareJob } from './share-slices.ts';

/** Fewer rows than this in all slices together are measured before a thread has started. */
const WORTH_A_THREAD = 2 ** 20;

/**
 * Measures slices in up to `threads` threads, this one included: the others begin at once, and this one helps when it has
 * nothing else to do. `worker` is a script that calls `serveSlices` with the same `measure`. An entry's results do not depend on
 * the thread; what a thread leaves undone, because it does not start or fails, is done here.
 */
export function createSliceMeter(worker: URL, threads: number, measure: MeasureEntry): SliceMeter {
  return (job) => {
    const useful = rowsIn(job) < WORTH_A_THREAD ? 1 : job.entries.length;
    const others = Math.min(threads, useful) - 1;
    const made = new Map<number, Measured['results']>();
    const keep = ({ entry, results }: Measured) => made.set(entry, results);
    const shared = others > 0 ? shareJob(job) : { job, next: new Int32Array(1) };
    const running = Array.from({ length: others }, () => {
      const thread = new Worker(worker, { workerData: shared });
      thread.on('message', keep);
      thread.on('error', () => {});
      thread.unref();
      return { thread, ended: new Promise((ended) => thread.once('exit', ended)) };
    });
    return async () => {
      for (const { thread } of running) thread.ref();
      takeEntries({ ...shared, job }, measure, keep);
      await Promise.all(running.map(({ ended }) => ended));
      return job.entries.map((_, entry) => made.get(entry) ?? measure(job, entry));
    };
  };
}

const rowsIn = ({ entries }: SliceJob) => entries.flat().reduce((sum, { rows }) => sum + rows.length, 0);
