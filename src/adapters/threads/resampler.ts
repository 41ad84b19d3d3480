import { Worker } from 'node:worker_threads';
import type { CurveJob, Resampler } from '../../core/stats/curve-bootstrap.ts';
import { computeChunk, type Prepare, type SharedJob, takeChunks } from './serve-resamples.ts';
import { sharedCodes, sharedDoubles, sharedWords } from './shared-arrays.ts';

/** Less work than this, in triples of resamples times rows, is done before a thread has started. */
const WORTH_A_THREAD = 2 ** 23;
/** Whoever comes last waits for no more than one of these. */
const CHUNKS = 100;
/** A thread that has taken a chunk and not answered for so long has died. */
const PATIENCE_MS = 60_000;

/**
 * Spreads the resamples of a bootstrap over `threads` threads, this one included, and waits for them. `worker` is a script that
 * calls `serveResamples` with the same `prepare`. Which thread makes a resample does not change it, so the values are
 * the same for any number of threads; those that never start, or fail, leave their share to this one.
 *
 * Threads start with the first job that is worth it and stay for all later ones; they do not keep the process alive.
 */
export function createResampler(worker: URL, threads: number, prepare: Prepare): Resampler {
  const others: Worker[] = [];
  return (job) => {
    const resample = prepare(job);
    const useful = Math.ceil((job.triples * job.arms[0].binOf.length) / WORTH_A_THREAD);
    while (others.length < Math.min(threads, useful) - 1) others.push(startThread(worker));
    if (others.length === 0) return resample(0, job.triples);
    const shared = share(job);
    for (const thread of others) thread.postMessage(shared);
    takeChunks(shared, resample);
    for (let chunk = 0; chunk < shared.done.length; chunk++) {
      if (Atomics.wait(shared.done, chunk, 0, PATIENCE_MS) === 'timed-out')
        computeChunk(shared, chunk, resample);
    }
    return shared.values;
  };
}

function startThread(worker: URL): Worker {
  const thread = new Worker(worker);
  // What it leaves undone is done here.
  thread.on('error', () => {});
  thread.unref();
  return thread;
}

function share(job: CurveJob): SharedJob {
  const chunk = Math.ceil(job.triples / CHUNKS);
  const [first, second] = job.arms;
  const arm = ({ binOf, cellOf, cells }: CurveJob['arms'][0]) => ({
    binOf: sharedWords(binOf),
    cellOf: sharedWords(cellOf),
    cells,
  });
  return {
    job: {
      ...job,
      arms: [arm(first), arm(second)],
      weight: job.weight && sharedDoubles(job.weight),
      unit: job.unit && sharedCodes(job.unit),
    },
    chunk,
    // Three resamples of two models each.
    values: new Float64Array(new SharedArrayBuffer(8 * 6 * job.triples)),
    next: new Int32Array(new SharedArrayBuffer(4)),
    done: new Int32Array(new SharedArrayBuffer(4 * Math.ceil(job.triples / chunk))),
  };
}
