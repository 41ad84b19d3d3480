/**
 * The process that runs models. Arguments: the directory whose node_modules holds onnxruntime-node, and the id of
 * the parent. It serves requests over the IPC channel and lives no longer than its parent.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isMainThread, Worker } from 'node:worker_threads';
import { FaultError } from '../../core/errors.ts';
import { createReceiver, EXCHANGE } from './exchange.ts';
import { measureFootprint, measureOperators, timeLaunch } from './measure.ts';
import type { Exchanges, Kind, Reply, Request } from './protocol.ts';
import { type Engine, EngineError, type Model, openModel, results } from './session.ts';
import { measureThroughput, serveClient } from './throughput.ts';

/** Larger constants are computed with every batch: slower for a few models, but none can fill the memory with them. */
const FOLDED_BYTES = 2 ** 20;

/** A model blocks the main thread, so a second one looks whether the parent is still there. */
const WATCH = `const { workerData } = require('node:worker_threads');
setInterval(() => process.ppid === workerData || process.kill(process.pid, 'SIGKILL'), 500);`;

/** How long an answer may wait for those to the requests that came with it, in milliseconds. */
const HELD = 20;

/** Enough for an interval. Left alone, V8 would reserve 512 MiB, and count them against the memory limit. */
const SMALL = { codeRangeSizeMb: 4, maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };

const [directory = '.', parent = '0'] = process.argv.slice(2);

if (isMainThread) main();
else serveClient(loadEngine());

function main(): void {
  process.on('disconnect', () => process.exit());
  // Where the child has no group of its own (Windows) Ctrl-C reaches it too; what it means is for the parent to decide.
  process.on('SIGINT', () => {});
  if (process.platform !== 'win32') {
    new Worker(WATCH, { eval: true, workerData: Number(parent), resourceLimits: SMALL }).unref();
  }
  serve(loadEngine());
}

function loadEngine(): Engine | EngineError {
  process.env.ORT_DISABLE_TELEMETRY = '1';
  // onnxruntime-node 1.30 reads a Float16Array as empty; without that class it uses Uint16Array, as on Node 20.
  Reflect.deleteProperty(globalThis, 'Float16Array');
  try {
    return createRequire(join(directory, '_.js'))('onnxruntime-node') as Engine;
  } catch (cause) {
    return new EngineError('start', directory, cause);
  }
}

function send(...replies: readonly Reply[]): void {
  process.send?.(replies);
}

const doing = (what: string) => send({ kind: 'doing', what });

function serve(engine: Engine | EngineError): void {
  if (engine instanceof EngineError) {
    send(failure(engine));
    return;
  }
  const handlers = handlersFor(engine);
  let last: Promise<void> = Promise.resolve();
  process.on('message', (requests: readonly Request[]) => {
    last = last.then(() => answerAll(handlers, requests));
  });
  send({ kind: 'done', value: null });
}

type Handlers = {
  readonly [K in Exclude<Kind, 'start'>]: (needs: Exchanges[K]['needs']) => Promise<Exchanges[K]['brings']>;
};

async function answerAll(handlers: Handlers, requests: readonly Request[]): Promise<void> {
  let held: Reply[] = [];
  let began = performance.now();
  for (const [i, request] of requests.entries()) {
    held.push(await answer(handlers, request));
    if (i < requests.length - 1 && performance.now() - began < HELD) continue;
    send(...held);
    held = [];
    began = performance.now();
  }
}

async function answer(handlers: Handlers, { kind, needs }: Request): Promise<Reply> {
  try {
    return { kind: 'done', value: await handlers[kind](needs as never) };
  } catch (error) {
    return failure(error);
  }
}

/** Anything else than these two is a mistake of ours: it ends the process, and the parent shows the stack. */
function failure(error: unknown): Reply {
  if (error instanceof FaultError) return { kind: 'refused', faults: error.faults };
  if (!(error instanceof EngineError)) throw error;
  return { kind: 'engine', phase: error.phase, path: error.path, words: error.message.slice(0, 4096) };
}

function handlersFor(engine: Engine): Handlers {
  const receive = createReceiver(EXCHANGE);
  let opened: Model | null = null;
  return {
    async open(needs) {
      opened = await openModel(engine, { ...needs, foldedBytes: FOLDED_BYTES });
      return opened.signature;
    },
    async run({ feeds, outputs }) {
      if (!opened) throw new Error('run before open');
      return results(await opened.prepare(receive(feeds), outputs)());
    },
    time: (launch) => timeLaunch(engine, launch, doing),
    footprint: (needs) => measureFootprint(engine, needs),
    throughput: (needs) => measureThroughput(needs, import.meta.url, directory),
    profile: (needs) => measureOperators(engine, needs),
  };
}
