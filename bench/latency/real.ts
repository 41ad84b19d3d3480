/** Real gates in real processes, the overhead of the timing loop, and what a run takes. */
import { fork, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import { type Engine, openModel } from '../../src/adapters/onnxruntime/session.ts';
import { timeTurns } from '../../src/adapters/onnxruntime/timing.ts';
import type { FedModel } from '../../src/ports.ts';
import { passGate, policyOf } from './gate.ts';
import { deep, WIDTH } from './models.ts';

const root = resolve(import.meta.dirname, '../..');
const runner = createModelRunner({
  child: join(root, 'src/adapters/onnxruntime/child.ts'),
  natives: async () => root,
});

/** Runs with a folder that is gone afterwards. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'onnx-gate-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const BATCH = 32;

function fed(folder: string, name: string, bytes: Uint8Array): FedModel {
  const path = join(folder, `${name}.onnx`);
  writeFileSync(path, bytes);
  const data = new Float32Array(BATCH * WIDTH).map((_, i) => (i % 7) / 7);
  return { path, feeds: new Map([['x', { type: 'float32', data, shape: [BATCH, WIDTH] }]]) };
}

export interface Tally {
  readonly gates: number;
  readonly fail: number;
  readonly inconclusive: number;
  readonly launches: number;
  readonly seconds: number;
}

/** Spinners on every core while `work` goes on. */
async function noisily<T>(work: () => Promise<T>): Promise<T> {
  const neighbours = Array.from({ length: availableParallelism() }, (_, i) =>
    fork(join(import.meta.dirname, 'noise-maker.ts'), [String(i + 1)]),
  );
  try {
    return await work();
  } finally {
    for (const neighbour of neighbours) neighbour.kill();
  }
}

/**
 * Gates with default tolerances; in A/A both models are one file. `layers` of the candidate against four of the baseline, some
 * 130 µs a call.
 */
export async function realGates(
  gates: number,
  layers: number,
  noisy: boolean,
  report: (text: string) => void,
): Promise<Tally> {
  const policy = policyOf({ batch: [BATCH], seconds: 0.05, floor: '1us' });
  const work = () =>
    inFolder(async (folder) => {
      const models = {
        candidate: fed(folder, 'candidate', deep(layers)),
        baseline: fed(folder, 'baseline', deep(4)),
      };
      const tally = { gates, fail: 0, inconclusive: 0, launches: 0, seconds: 0 };
      const start = performance.now();
      for (let gate = 1; gate <= gates; gate++) {
        const { verdict, timed } = await passGate(policy, models, runner);
        if (verdict !== 'pass') tally[verdict]++;
        tally.launches += timed.launches.length;
        if (gate % 10 === 0)
          report(`${gate} of ${gates}: ${tally.fail} failed, ${tally.inconclusive} inconclusive`);
      }
      tally.seconds = (performance.now() - start) / 1000;
      return tally;
    });
  return noisy ? noisily(work) : work();
}

/** Median over pairs of the share by which our loop takes longer than `await session.run(feeds)`, in one process. */
export async function loopOverhead(): Promise<number> {
  return inFolder(async (folder) => {
    process.env.ORT_DISABLE_TELEMETRY = '1';
    const engine = createRequire(join(root, '_.js'))('onnxruntime-node') as Engine;
    const { path, feeds } = fed(folder, 'model', deep(1));
    const model = await openModel(engine, { path, file: path, strictShapes: false, foldedBytes: null });
    const call = model.prepare(feeds);
    const CALLS = 2000;
    const bare = async () => {
      for (let i = 0; i < CALLS; i++) await call();
    };
    const ours = () =>
      timeTurns([call], { seconds: 0, minimumCalls: CALLS * (7 / 8), callsPerTurn: 8 }, Math.random);
    const spent = async (loop: () => Promise<unknown>) => {
      const start = process.cpuUsage();
      await loop();
      const { user, system } = process.cpuUsage(start);
      return user + system;
    };
    await ours();
    const ratios: number[] = [];
    for (let pair = 0; pair < 41; pair++) {
      const first = pair % 2 === 0;
      const a = await spent(first ? bare : ours);
      const b = await spent(first ? ours : bare);
      ratios.push(first ? b / a : a / b);
    }
    return ratios.sort((a, b) => a - b)[20]! - 1;
  });
}

/** Seconds of `onnx-gate benchmark` as a user runs it, one batch size: median of three. */
export async function wallSeconds(): Promise<number> {
  return inFolder(async (folder) => {
    await ended(process.execPath, [join(root, 'scripts/build.ts'), join(folder, 'dist')]);
    const { path: candidate } = fed(folder, 'candidate', deep(1, 2));
    const { path: baseline } = fed(folder, 'baseline', deep(1));
    writeFileSync(
      join(folder, 'onnx-gate.yml'),
      `version: 1\nmodels:\n  m:\n    candidate: ${candidate}\n    baseline: ${baseline}\n    latency:\n      batch: [${BATCH}]\n      p50: { max-regression: 5% }\n      p95: { max-regression: 10% }\n`,
    );
    const cli = [join(folder, 'dist/cli.js'), 'benchmark', '--policy', join(folder, 'onnx-gate.yml')];
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      const start = performance.now();
      await ended(process.execPath, [
        ...cli,
        '--runtime-path',
        root,
        '--out',
        join(folder, 'out'),
        '--quiet',
      ]);
      times.push((performance.now() - start) / 1000);
    }
    return times.sort((a, b) => a - b)[1]!;
  });
}

function ended(command: string, args: readonly string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'], cwd: root });
    child.on('error', fail);
    child.on('close', (code) => {
      // 0 or, where a rule failed, 1: both have measured.
      if (code === 0 || code === 1) done();
      else fail(new Error(`${args.join(' ')} ended with ${code}`));
    });
  });
}
