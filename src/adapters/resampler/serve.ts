import { parentPort, workerData } from 'node:worker_threads';
import type { PairedValues, Resampler } from '../../core/stats/curve-bootstrap.ts';

/** A job that threads share, cut into chunks that whoever is free takes next. All memory is shared. */
export interface SharedJob {
  readonly job: Parameters<Resampler>[0];
  /** Triples of resamples in a chunk. */
  readonly chunk: number;
  readonly values: PairedValues;
  /** One number: the next chunk that nobody has taken. */
  readonly next: Int32Array;
  /** By chunk: 1 when its values stand in `values`. */
  readonly done: Int32Array;
}

/** Takes chunks until there are none left. */
export function takeChunks(shared: SharedJob, compute: Resampler): void {
  for (;;) {
    const chunk = Atomics.add(shared.next, 0, 1);
    if (chunk >= shared.done.length) return;
    computeChunk(shared, chunk, compute);
  }
}

export function computeChunk(
  { job, chunk, values, done }: SharedJob,
  index: number,
  compute: Resampler,
): void {
  const first = index * chunk;
  const triples = Math.min(chunk, job.triples - first);
  const part = compute({ ...job, firstTriple: job.firstTriple + first, triples });
  values.set(part, (values.length / job.triples) * first);
  Atomics.store(done, index, 1);
  Atomics.notify(done, index);
}

/** The whole of a worker's script. */
export function serveResamples(compute: Resampler): void {
  takeChunks(workerData as SharedJob, compute);
  parentPort?.close();
}
