/**
 * `npm run bench:image`: an update of the model alone, pushed by whole processes of dist/ to Debian's docker-registry on
 * loopback, against a process that only hashes the file and sends it. Writes result.md beside this file.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { logistic } from '../../test/models/small.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/cli.js');
/** Weights of four bytes. */
const SIZES = { '200 kB': 50_000, '100 MB': 25_000_000 };
type Size = keyof typeof SIZES;
const ROUNDS: Readonly<Record<Size, number>> = { '200 kB': 15, '100 MB': 7 };
const LIMITS = { seconds: 0.3, ratio: 1.5, overhead: 10_000 };

const folder = mkdtempSync(join(tmpdir(), 'onnx-gate-bench-'));
const env = { PATH: process.env.PATH, HOME: folder, SOURCE_DATE_EPOCH: '1800000000' };

async function startRegistry(): Promise<{ readonly host: string; readonly child: ChildProcess }> {
  const host = `127.0.0.1:${20_000 + (process.pid % 20_000)}`;
  const config = join(folder, 'registry.yml');
  writeFileSync(
    config,
    `version: 0.1\nlog: { level: info }\nstorage: { filesystem: { rootdirectory: ${folder}/registry } }\nhttp: { addr: '${host}' }\n`,
  );
  const child = spawn('docker-registry', ['serve', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((done, fail) => {
    child.on('error', fail);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('listening on')) done();
    });
  });
  return { host, child };
}

async function timed(
  args: readonly string[],
): Promise<{ readonly seconds: number; readonly stdout: string }> {
  const began = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder, env });
  const seconds = (performance.now() - began) / 1000;
  return { seconds, stdout };
}

interface Pushed {
  readonly reference: string;
  readonly uploadedBytes: number;
}

async function push(
  host: string,
  ...more: string[]
): Promise<{ readonly seconds: number; readonly image: Pushed }> {
  const args = [CLI, 'image', 'model.onnx', '--to', `${host}/bench/model`, '--format', 'json', ...more];
  const { seconds, stdout } = await timed(args);
  return { seconds, image: JSON.parse(stdout) as Pushed };
}

const model = join(folder, 'model.onnx');
let written = 0;
/** Other weights each time: nothing of them is in the registry. */
function writeModel(weights: number): number {
  const values = new Float32Array(weights).fill(0.5);
  values[0] = ++written;
  writeFileSync(model, logistic(values as unknown as number[]));
  return statSync(model).size;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const figures = (values: readonly number[]) =>
  [Math.min(...values), median(values), Math.max(...values)].map((value) => value.toFixed(3)).join(' | ');
const held = (value: number, limit: number) => (value <= limit ? 'held' : 'missed');

const { host, child } = await startRegistry();
try {
  const load = loadavg()[0]!.toFixed(1);
  writeModel(2_000_000);
  const base = (await push(host)).image.reference;
  const rows: string[] = [];
  for (const size of Object.keys(SIZES) as Size[]) {
    const times = { push: [] as number[], copy: [] as number[] };
    const overheads: number[] = [];
    for (let round = 0; round < ROUNDS[size]; round++) {
      const bytes = writeModel(SIZES[size]);
      const { seconds, image } = await push(host, '--base', base);
      times.push.push(seconds);
      overheads.push(image.uploadedBytes - bytes);
      const copied = await timed(['--no-warnings', join(import.meta.dirname, 'copy.ts'), model, host]);
      times.copy.push(copied.seconds);
    }
    const ratio = median(times.push.map((seconds, round) => seconds / times.copy[round]!));
    const most = Math.max(...overheads);
    rows.push(
      `| ${size} | onnx-gate image | ${figures(times.push)} | ${ratio.toFixed(2)} | ${most} |`,
      `| ${size} | hash and send | ${figures(times.copy)} | | |`,
    );
    const [value, limit] = size === '200 kB' ? [median(times.push), LIMITS.seconds] : [ratio, LIMITS.ratio];
    console.log(`${size}: ${value.toFixed(3)}, limit ${limit}: ${held(value, limit)}`);
    console.log(
      `${size}: ${most} bytes more than the model, limit ${LIMITS.overhead}: ${held(most, LIMITS.overhead)}`,
    );
  }
  const report = `# An update of the model alone, pushed to a registry on loopback, whole processes, seconds

Node ${process.version}, ${process.platform}-${process.arch}, ${cpus()[0]!.model.trim()}, ${availableParallelism()} cores, load ${load}; Debian's docker-registry; interleaved, other weights each round; the base is in the registry.

Limits: 200 kB below ${LIMITS.seconds} s, 100 MB at most ${LIMITS.ratio} times hash and send, below ${LIMITS.overhead} bytes more than the model.

| model | | least | median | most | median of the ratios | bytes sent beyond the model, most |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
  writeFileSync(join(import.meta.dirname, 'result.md'), report);
  console.log(report);
} finally {
  child.kill();
  rmSync(folder, { recursive: true, force: true });
}
