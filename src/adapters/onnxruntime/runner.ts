/** ONNX Runtime as a port: every model in a child process of its own, under limits. */
import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fault } from '../../core/errors.ts';
import type { LatencyLaunch, Limits, ModelRunner, ModelSession, OpenOptions } from '../../ports.ts';
import { childEnvironment } from './environment.ts';
import { placeRewritten } from './rewritten.ts';
import { type Supervised, startSupervised } from './supervised.ts';

export interface ModelRunnerOptions {
  /** The child's entry, child.ts or its bundle. */
  readonly child: string;
  /** The directory whose node_modules holds onnxruntime-node. Asked for when it is first needed. */
  readonly natives: () => Promise<string>;
  /** Of this environment, the child sees a few harmless variables. Default: `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts a process for models. */
export function starter({ child, natives, env = process.env }: ModelRunnerOptions) {
  return async (limits: Limits): Promise<Supervised> =>
    startSupervised({ child, directory: await natives(), env: childEnvironment(env) }, limits);
}

/** Also throws `file-missing` for a path that is not there, and `runtime-unavailable`. */
export function createModelRunner(options: ModelRunnerOptions): ModelRunner {
  const { natives } = options;
  const start = starter(options);
  return {
    engine: async () => engineOf(await natives()),
    async open(path, limits, options = SERVED) {
      await checkExists(path);
      return openSession(path, await start(limits), options);
    },
    async time(launch, limits) {
      checkLaunch(launch);
      for (const { path } of [launch.candidate, launch.baseline ?? launch.candidate]) await checkExists(path);
      const process = await start(limits);
      try {
        return await process.ask('time', launch, `timing ${launch.candidate.path}`);
      } finally {
        await process[Symbol.asyncDispose]();
      }
    },
  };
}

/** As services load a model. */
const SERVED: OpenOptions = { optimization: 'all', strictShapes: false };

async function openSession(path: string, process: Supervised, options: OpenOptions): Promise<ModelSession> {
  try {
    const signature = await load(path, process, options);
    let batch = 0;
    return {
      signature,
      reopen: (another) => load(path, process, another),
      async run(feeds, outputs) {
        const { parcels, free } = process.put(feeds);
        const doing = `running batch ${++batch} of ${path}`;
        return process.ask('run', { feeds: parcels, outputs }, doing).finally(free);
      },
      [Symbol.asyncDispose]: () => process[Symbol.asyncDispose](),
    };
  } catch (error) {
    await process[Symbol.asyncDispose]();
    throw error;
  }
}

async function load(path: string, process: Supervised, { instead, ...options }: OpenOptions) {
  if (!instead) return process.ask('open', { ...options, path, file: path }, `loading ${path}`);
  await using placed = await placeRewritten(path, instead);
  return await process.ask('open', { ...options, path, file: placed.file }, `loading ${path}`);
}

async function engineOf(directory: string): Promise<{ name: string; version: string }> {
  const name = 'onnxruntime-node';
  try {
    const manifest = createRequire(join(directory, '_.js')).resolve(`${name}/package.json`);
    const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
    return { name, version };
  } catch (cause) {
    throw fault('runtime-unavailable', `There is no ${name} in ${directory}.`, {
      fix: `Install ${name} there.`,
      details: cause instanceof Error ? cause.message : String(cause),
    });
  }
}

async function checkExists(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found)
    throw fault('file-missing', `There is no file ${path}.`, { fix: 'Check the path of the model.' });
}

function checkLaunch({ callsPerTurn }: LatencyLaunch): void {
  if (callsPerTurn < 2) {
    throw new RangeError(
      `callsPerTurn is ${callsPerTurn}: the first call of a turn is not timed, so at least 2`,
    );
  }
}
