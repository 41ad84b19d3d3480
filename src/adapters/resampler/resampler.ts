import { Worker } from 'node:worker_threads';
import type { Compute, Job, Rows } from './serve.ts';

/** Fewer resamples × units than this are done before a thread has started. */
const WORTH_A_THREAD = 2 ** 22;

/**
 * Spreads the resamples of a bootstrap over worker threads. `worker` is a script that calls `serveResamples` with the same
 * `compute`. Which thread makes a resample does not change it, so the result is the same for any number of threads.
 * An error in a thread rejects, and ends the others.
 */
export function createResampler(worker: URL, threads: number, compute: Compute) {
  return async (rows: Rows, resamples: number, seed: number): Promise<Float64Array> => {
    const useful = Math.ceil((resamples * rows.label.length) / WORTH_A_THREAD);
    const count = Math.max(1, Math.min(threads, useful, resamples));
    if (count === 1) return compute(rows, { first: 0, resamples, seed });
    const shared = share(rows);
    const jobs = Array.from({ length: count }, (_, i): Job => {
      const first = Math.floor((i * resamples) / count);
      const next = Math.floor(((i + 1) * resamples) / count);
      return { rows: shared, range: { first, resamples: next - first, seed } };
    });
    const workers = jobs.map((workerData) => new Worker(worker, { workerData }));
    try {
      const parts = await Promise.all(workers.map(answerOf));
      const all = new Float64Array(resamples);
      for (const [i, part] of parts.entries()) all.set(part, jobs[i]!.range.first);
      return all;
    } finally {
      await Promise.all(workers.map((thread) => thread.terminate()));
    }
  };
}

function answerOf(worker: Worker): Promise<Float64Array> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A resampling thread ended with code ${code}.`)));
  });
}

/** One copy that all threads read, instead of one for each. */
function share(rows: Rows): Rows {
  const doubles = (values: Float64Array) => {
    const copy = new Float64Array(new SharedArrayBuffer(values.byteLength));
    copy.set(values);
    return copy;
  };
  const codes = (values: Int32Array) => {
    const copy = new Int32Array(new SharedArrayBuffer(values.byteLength));
    copy.set(values);
    return copy;
  };
  return {
    label: doubles(rows.label),
    candidate: doubles(rows.candidate),
    baseline: doubles(rows.baseline),
    weight: rows.weight && doubles(rows.weight),
    group: rows.group && { ...rows.group, code: codes(rows.group.code) },
  };
}
