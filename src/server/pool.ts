/** Worker threads with one session of the same model each. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Signature, Tensors } from '../ports.ts';
import type { Answer, Job, WorkerSetup } from './messages.ts';

export interface Ran {
  readonly results: Tensors;
  /** Inside ONNX Runtime, tensors included. */
  readonly seconds: number;
}

export interface Pool extends AsyncDisposable {
  readonly signature: Signature;
  /** Threads that have nothing to do. */
  idle(): number;
  /**
   * Runs on an idle thread, and takes the feeds' buffers with it. There must be one. Rejects with the engine's words.
   */
  run(feeds: Tensors, outputs: readonly string[], rows: number): Promise<Ran>;
}

interface Waiting {
  resolve(ran: Ran): void;
  reject(error: Error): void;
}

/** Starts the threads and waits until each has loaded the model. Rejects with the engine's words when it does not load. */
export async function openPool(size: number, entry: string, setup: WorkerSetup): Promise<Pool> {
  const workers = Array.from({ length: size }, () => new Worker(entry, { workerData: setup }));
  const closeAll = () => Promise.all(workers.map((worker) => worker.terminate()));
  let signature: Signature | undefined;
  try {
    for (const answer of await Promise.all(workers.map(firstAnswer))) signature ??= answer;
  } catch (error) {
    await closeAll();
    throw error;
  }
  return poolOf(workers, signature!);
}

async function firstAnswer(worker: Worker): Promise<Signature> {
  const [answer] = (await once(worker, 'message')) as [Answer];
  if (answer.kind === 'open') return answer.signature;
  throw new Error(answer.kind === 'broken' ? answer.words : 'The worker thread spoke out of turn.');
}

function poolOf(workers: readonly Worker[], signature: Signature): Pool {
  const free = [...workers];
  const waiting = new Map<number, Waiting>();
  let next = 0;
  for (const worker of workers) {
    worker.on('message', (answer: Answer) => {
      if (answer.kind !== 'done' && answer.kind !== 'failed') return;
      free.push(worker);
      const job = waiting.get(answer.id)!;
      waiting.delete(answer.id);
      if (answer.kind === 'done') job.resolve(answer);
      else job.reject(new Error(answer.words));
    });
  }
  return {
    signature,
    idle: () => free.length,
    run(feeds, outputs) {
      const job: Job = { id: next++, feeds, outputs };
      const buffers = [...feeds.values()].flatMap(({ data }) =>
        Array.isArray(data) ? [] : [data.buffer as ArrayBuffer],
      );
      return new Promise((resolve, reject) => {
        waiting.set(job.id, { resolve, reject });
        free.pop()!.postMessage(job, buffers);
      });
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
