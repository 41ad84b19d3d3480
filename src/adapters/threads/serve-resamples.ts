import { parentPort } from 'node:worker_threads';
import type { CurveJob, PairedValues, PartialResampler } from '../../core/stats/curve-bootstrap.ts';

/** A job that threads share, cut into chunks that whoever is free takes next. All memory is shared. */
export interface SharedJob {
  readonly job: CurveJob;
  /** Triples of resamples in a chunk. */
  readonly chunk: number;
  readonly values: PairedValues;
  /** One number: the next chunk that nobody has taken. */
  readonly next: Int32Array;
  /** By chunk: 1 when its values stand in `values`. */
  readonly done: Int32Array;
}

export type Prepare = (job: CurveJob) => PartialResampler;

/** Takes chunks until there are none left. */
export function takeChunks(shared: SharedJob, resample: PartialResampler): void {
  for (;;) {
    const chunk = Atomics.add(shared.next, 0, 1);
    if (chunk >= shared.done.length) return;
    computeChunk(shared, chunk, resample);
  }
}

export function computeChunk(
  { job, chunk, values, done }: SharedJob,
  index: number,
  resample: PartialResampler,
): void {
  const first = index * chunk;
  const triples = Math.min(chunk, job.triples - first);
  values.set(resample(first, triples), (values.length / job.triples) * first);
  Atomics.store(done, index, 1);
  Atomics.notify(done, index);
}

/** The whole of a worker's script. */
export function serveResamples(prepare: Prepare): void {
  parentPort?.on('message', (shared: SharedJob) => takeChunks(shared, prepare(shared.job)));
}
