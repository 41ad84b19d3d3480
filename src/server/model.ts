/** One version of a model: loaded, warmed up and answering. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isCarried } from '../adapters/onnxruntime/feeds.ts';
import { randomInputs } from '../core/scoring/random-inputs.ts';
import type { Signature } from '../ports.ts';
import { openPool, type Pool } from './pool.ts';
import { createQueue, type Queue, type QueueOptions } from './queue.ts';
import { openSession } from './session.ts';
import { rowsAreAlone, rowsAreOpen } from './sharing.ts';
import { SHORT, timeGoesByRows, withShortCalls } from './short-calls.ts';

export interface ModelFile {
  readonly name: string;
  /** A whole number from 1, as text. */
  readonly version: string;
  readonly path: string;
}

export interface ServedModel extends AsyncDisposable {
  readonly name: string;
  readonly version: string;
  readonly digest: `sha256:${string}`;
  readonly signature: Signature;
  readonly loadSeconds: number;
  readonly queue: Queue;
}

export interface LoadOptions extends QueueOptions {
  /** Threads, each with a session of its own. */
  readonly workers: number;
  /** The worker's entry, and the folder whose node_modules holds onnxruntime-node. */
  readonly entry: string;
  readonly natives: string;
}

/** Bytes of a model that may be loaded on the thread that answers probes. */
const SMALL = 8 * 2 ** 20;
/** Calls of each thread before the model counts as ready. */
const WARM_UP = 10;

/** Rejects with the engine's words when the model does not load or does not run. */
export async function loadModel(file: ModelFile, options: LoadOptions): Promise<ServedModel> {
  const began = performance.now();
  const { size } = await stat(file.path);
  const [pool, digest, alone] = await Promise.all([
    openPool(options.workers, options.entry, { natives: options.natives, file: file.path }),
    digestOf(file.path),
    // What does not even parse is the engine's to refuse.
    rowsAreAlone(file.path, size).catch(() => false),
  ]);
  try {
    const { signature } = pool;
    const shared = alone && rowsAreOpen(signature);
    const seconds = await warmUp(pool, options.workers);
    const calls = await callsOf(pool, file.path, size, seconds, options.natives);
    return {
      ...{ name: file.name, version: file.version, digest, signature },
      loadSeconds: (performance.now() - began) / 1000,
      queue: createQueue(calls, { ...options, batchRows: shared ? options.batchRows : 1 }),
      [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
    };
  } catch (error) {
    await pool[Symbol.asyncDispose]();
    throw error;
  }
}

/**
 * On made-up rows: a model that refuses them, or whose inputs cannot be made up, starts cold.
 * Returns the shortest of the calls in seconds; infinity where there was none.
 */
async function warmUp({ signature, run }: Pool, workers: number): Promise<number> {
  const outputs = signature.outputs.filter((output) => isCarried(output)).map(({ name }) => name);
  let shortest = Number.POSITIVE_INFINITY;
  const call = async () => {
    const { seconds } = await run(
      randomInputs(signature, 1, () => 0),
      outputs,
      1,
    );
    shortest = Math.min(shortest, seconds);
  };
  try {
    for (let i = 0; i < WARM_UP; i++) await Promise.all(Array.from({ length: workers }, call));
  } catch {}
  return shortest;
}

/** The pool itself, or with a session on this thread for calls that are shorter than the way to another. */
async function callsOf(pool: Pool, file: string, bytes: number, seconds: number, natives: string) {
  if (seconds > SHORT || bytes > SMALL || !timeGoesByRows(pool.signature)) return pool;
  return withShortCalls(pool, await openSession(natives, file), seconds);
}

async function digestOf(path: string): Promise<`sha256:${string}`> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) hash.update(chunk as Buffer);
  return `sha256:${hash.digest('hex')}`;
}
