/**
 * The thread that runs one model. `session.run` of onnxruntime-node blocks the thread that calls it, and the main
 * thread must answer probes meanwhile.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { type Model, results } from '../adapters/onnxruntime/session.ts';
import type { Tensors } from '../ports.ts';
import type { Answer, Job, WorkerSetup } from './messages.ts';
import { openSession } from './session.ts';

const { natives, file } = workerData as WorkerSetup;
const port = parentPort!;

/** What is transferred costs no copy; text cannot be. */
const buffersOf = (tensors: Tensors) =>
  [...tensors.values()].flatMap(({ data }) => (Array.isArray(data) ? [] : [data.buffer as ArrayBuffer]));

function send(answer: Answer): void {
  port.postMessage(answer, answer.kind === 'done' ? buffersOf(answer.results) : []);
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function open(): Promise<void> {
  let model: Model;
  try {
    model = await openSession(natives, file);
  } catch (error) {
    send({ kind: 'broken', words: words(error) });
    return;
  }
  port.on('message', async ({ id, feeds, outputs }: Job) => {
    const started = process.hrtime.bigint();
    try {
      const made = results(await model.prepare(feeds, outputs)());
      send({ kind: 'done', id, results: made, seconds: Number(process.hrtime.bigint() - started) / 1e9 });
    } catch (error) {
      send({ kind: 'failed', id, words: words(error) });
    }
  });
  send({ kind: 'open', signature: model.signature });
}

await open();
