/** What measuring costs: our timing loop over a bare one, and a whole run with default settings. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { type Engine, openModel } from '../../src/adapters/onnxruntime/session.ts';
import { timeTurns } from '../../src/adapters/onnxruntime/timing.ts';
import { deep, fed, inFolder } from './models.ts';
import { createLimits, type Options, percent, type Section } from './section.ts';

const root = resolve(import.meta.dirname, '../..');
const BATCH = 32;
const CALLS = 200;
const PAIRS = 1501;
/** Half the width of a 95 % interval of a median, in ranks: the normal approximation of the binomial. */
const MEDIAN_RANKS = 1.96 / 2;

/** The values that `ranks` (shares) name. */
function at(values: readonly number[], ranks: readonly [number, number, number]): [number, number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  return ranks.map((p) => sorted[Math.floor((sorted.length - 1) * p)]!) as [number, number, number];
}

/**
 * By how much our loop takes longer than `await session.run(feeds)`, in one process, in pairs of 200 calls with who comes first
 * alternating: short ones, for a core's speed wanders. Processor time, without what neighbours use. What a launch sets up once
 * is counted in.
 */
async function loopOverhead(): Promise<number[]> {
  return inFolder(async (folder) => {
    process.env.ORT_DISABLE_TELEMETRY = '1';
    const engine = createRequire(join(root, '_.js'))('onnxruntime-node') as Engine;
    const { path, feeds } = fed(folder, 'model', deep(1), BATCH);
    const model = await openModel(engine, { path, file: path, strictShapes: false, foldedBytes: null });
    const call = model.prepare(feeds);
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
    const shares: number[] = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      const first = pair % 2 === 0;
      const a = await spent(first ? bare : ours);
      const b = await spent(first ? ours : bare);
      shares.push((first ? b / a : a / b) - 1);
    }
    return shares;
  });
}

/** Seconds of `onnx-gate benchmark` as a user runs it, one batch size: five times. */
async function wallSeconds(log: (text: string) => void): Promise<number[]> {
  return inFolder(async (folder) => {
    await ended(process.execPath, [join(root, 'scripts/build.ts'), join(folder, 'dist')]);
    const candidate = fed(folder, 'candidate', deep(1, 2), BATCH).path;
    const baseline = fed(folder, 'baseline', deep(1), BATCH).path;
    writeFileSync(
      join(folder, 'onnx-gate.yml'),
      `version: 1
models:
  m:
    candidate: ${candidate}
    baseline: ${baseline}
    latency: { batch: [${BATCH}], p50: { max-regression: 5% }, p95: { max-regression: 10% } }
`,
    );
    const flags = { policy: join(folder, 'onnx-gate.yml'), 'runtime-path': root, out: join(folder, 'out') };
    const args = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const start = performance.now();
      await ended(process.execPath, [join(folder, 'dist/cli.js'), 'benchmark', ...args, '--quiet']);
      times.push((performance.now() - start) / 1000);
      log(`a run took ${times.at(-1)!.toFixed(1)} s`);
    }
    return times;
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

export async function overhead({ log }: Options): Promise<Section> {
  const { missed, limit } = createLimits();
  const half = MEDIAN_RANKS / Math.sqrt(PAIRS);
  const [low, share, high] = at(await loopOverhead(), [0.5 - half, 0.5, 0.5 + half]);
  log(`the loop costs ${percent(share, 2)}`);
  const [fast, wall, slow] = at(await wallSeconds(log), [0, 0.5, 1]);
  const text = `# What measuring costs

| | limit | median | |
| --- | --- | --- | --- |
| the timing loop over \`await session.run(feeds)\`, calls of 65,536 multiply-adds × ${BATCH} rows: processor time, ${PAIRS} pairs of ${CALLS} calls | 3 % | ${limit('overhead of the loop', share < 0.03, percent(share, 2))} | 95 % interval of the median ${percent(low, 2)} to ${percent(high, 2)} |
| \`onnx-gate benchmark\`, one batch size, default settings: all it measures, 5 runs | 10 s | ${limit('wall time', wall < 10, `${wall.toFixed(1)} s`)} | ${fast.toFixed(1)} s to ${slow.toFixed(1)} s |
`;
  return { text, missed };
}
