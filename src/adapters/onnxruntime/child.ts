/**
 * The process that runs models. Arguments: the directory whose node_modules holds onnxruntime-node, and the id of
 * the parent. It serves requests over the IPC channel and lives no longer than its parent.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FaultError } from '../../core/errors.ts';
import type { LatencyLaunch, LatencySamples } from '../../ports.ts';
import { createReceiver, EXCHANGE } from './exchange.ts';
import type { Exchanges, Kind, Reply, Request } from './protocol.ts';
import { randomFrom, shuffled } from './random.ts';
import { type Engine, EngineError, type Model, openModel, results } from './session.ts';
import { timeTurns, warmUp } from './timing.ts';

/** Larger constants are computed with every batch: slower for a few models, but none can fill the memory with them. */
const FOLDED_BYTES = 2 ** 20;

/** A model blocks the main thread, so a second one looks whether the parent is still there. */
const WATCH = `const { workerData } = require('node:worker_threads');
setInterval(() => process.ppid === workerData || process.kill(process.pid, 'SIGKILL'), 500);`;

/** Enough for an interval. Left alone, V8 would reserve 512 MiB, and count them against the memory limit. */
const SMALL = { codeRangeSizeMb: 4, maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };

const [directory = '.', parent = '0'] = process.argv.slice(2);

process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole group; what it means is for the parent to decide.
process.on('SIGINT', () => {});
if (process.platform !== 'win32') {
  new Worker(WATCH, { eval: true, workerData: Number(parent), resourceLimits: SMALL }).unref();
}
serve(loadEngine());

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

function send(reply: Reply): void {
  process.send?.(reply);
}

function serve(engine: Engine | EngineError): void {
  if (engine instanceof EngineError) {
    send(failure(engine));
    return;
  }
  const handlers = handlersFor(engine);
  let last: Promise<void> = Promise.resolve();
  process.on('message', (request: Request) => {
    last = last.then(async () => send(await answer(handlers, request)));
  });
  send({ kind: 'done', value: null });
}

type Handlers = {
  readonly [K in Exclude<Kind, 'start'>]: (needs: Exchanges[K]['needs']) => Promise<Exchanges[K]['brings']>;
};

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
      opened = await openModel(engine, { ...needs, threads: 1, foldedBytes: FOLDED_BYTES });
      return opened.signature;
    },
    async run({ feeds, outputs }) {
      if (!opened) throw new Error('run before open');
      return results(await opened.prepare(receive(feeds), outputs)());
    },
    time: (launch) => time(engine, launch),
  };
}

/**
 * Sessions are made in random order, for placement in memory biases a launch by up to 1 %. Constants fold without
 * our limit, as they do where the model is served.
 */
async function time(engine: Engine, launch: LatencyLaunch): Promise<LatencySamples> {
  const { baseline } = launch;
  const random = randomFrom(launch.seed);
  const arms = [
    { name: 'candidate', ...launch.candidate },
    ...(baseline ? ['baseline', 'control'].map((name) => ({ name, ...baseline })) : []),
  ];
  const calls = new Map<string, () => Promise<unknown>>();
  for (const { name, path, feeds } of shuffled(arms, random)) {
    send({ kind: 'doing', what: `loading ${path}` });
    const model = await openModel(engine, {
      path,
      file: path,
      optimization: 'all',
      strictShapes: false,
      threads: launch.threads,
      foldedBytes: null,
    });
    calls.set(name, model.prepare(feeds));
  }
  const ordered = arms.map(({ name }) => calls.get(name)!);
  send({ kind: 'doing', what: `timing ${arms[0]!.path}${baseline ? ` against ${baseline.path}` : ''}` });
  await warmUp(ordered, launch, random);
  const [candidate, ofBaseline = null, control = null] = await timeTurns(ordered, launch, random);
  return { candidate: candidate!, baseline: ofBaseline, control };
}
