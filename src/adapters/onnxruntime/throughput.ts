/**
 * Several clients at once, each a thread with a session of its own, in a closed loop: the most that one process serves.
 * They begin together, when the last has warmed up.
 */
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Alone } from './protocol.ts';
import { type Engine, EngineError, openModel } from './session.ts';

interface Task extends Alone {
  readonly seconds: number;
}

/** From a client: ready, calls made and how long they took, or what ONNX Runtime said. */
type Word = 'ready' | { readonly calls: number; readonly seconds: number } | { readonly failed: string };

const WARM_UP_MS = 50;

/** Calls per second, all clients together. `entry`: the file of the child itself, which a thread starts in. */
export async function measureThroughput(
  { clients, ...task }: Task & { readonly clients: number },
  entry: string,
  directory: string,
): Promise<number> {
  const workers = Array.from(
    { length: clients },
    () => new Worker(new URL(entry), { argv: [directory], workerData: task satisfies Task }),
  );
  try {
    await Promise.all(workers.map((worker) => wordOf(worker, task.path)));
    const counts = workers.map((worker) => wordOf(worker, task.path));
    for (const worker of workers) worker.postMessage('go');
    return (await Promise.all(counts)).reduce(
      (rate, word) => rate + (typeof word === 'object' && 'calls' in word ? word.calls / word.seconds : 0),
      0,
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function wordOf(worker: Worker, path: string): Promise<Word> {
  return new Promise((resolve, reject) => {
    worker.once('error', (error) => reject(new EngineError('run', path, error)));
    worker.once('message', (word: Word) => {
      if (typeof word === 'object' && 'failed' in word) reject(new EngineError('run', path, word.failed));
      else resolve(word);
    });
  });
}

/** The other side, in the thread. */
export async function serveClient(engine: Engine | EngineError): Promise<void> {
  const { path, feeds, settings, seconds } = workerData as Task;
  const say = (word: Word) => parentPort!.postMessage(word);
  try {
    if (engine instanceof EngineError) throw engine;
    const model = await openModel(engine, {
      ...settings,
      path,
      file: path,
      strictShapes: false,
      foldedBytes: null,
    });
    const call = model.prepare(feeds);
    await callFor(call, WARM_UP_MS);
    const go = new Promise((resolve) => parentPort!.once('message', resolve));
    say('ready');
    await go;
    say(await callFor(call, seconds * 1000));
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) });
  }
}

async function callFor(call: () => Promise<unknown>, ms: number) {
  const start = performance.now();
  let calls = 0;
  do {
    await call();
    calls++;
  } while (performance.now() < start + ms);
  return { calls, seconds: (performance.now() - start) / 1000 };
}
