/**
 * Evaluates tables of scores out of core, each in a process of its own, holds AUC and DeLong to what the evaluation in
 * memory says where the arrays fit, and writes result.md. `npm run bench:billion -- --rows 20000000 --memory 512` takes another
 * size (or several: `--rows` again) and another limit for the engine, in MiB, and only prints. Tables and what is spilled
 * are in the folder for temporary files.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';

interface Found {
  readonly auc: number;
  readonly delta: number;
  readonly standardError: number;
}

interface Run {
  readonly seconds: number;
  readonly processor: number;
  readonly resident: number;
  readonly rows: number;
  readonly disk: number;
  readonly found: Found;
}

interface Row extends Run {
  readonly units: Units;
  /** Of the same table; null where the arrays would not fit. */
  readonly inMemory: Found | null;
}

type Units = 'rows' | 'grouped';

const here = import.meta.dirname;
const { values: given } = parseArgs({
  options: { rows: { type: 'string', multiple: true }, memory: { type: 'string' } },
});
const sizes = given.rows?.map(Number) ?? [1_000_000, 10_000_000, 100_000_000];
/** MiB of the engine: so little that it spills, and enough to merge what it has spilled. */
const memoryFor = (rows: number) => Number(given.memory ?? (rows > 20_000_000 ? 1024 : 128));
if (sizes.some((rows) => !Number.isSafeInteger(rows) || rows < 1)) {
  console.error('--rows takes whole numbers, such as --rows 20000000.');
  process.exit(2);
}
/** Two orders of summation over as many terms differ by no more, relatively. */
const AGREE = 1e-9;
/** Arrays of more rows are not asked for beside the engine's. */
const MOST_IN_MEMORY = 20_000_000;

const gib = (bytes: number) => `${(bytes / 2 ** 30).toFixed(2)} GiB`;
const million = (rows: number) => `${rows / 1e6} M`;

const load = loadavg()[0]!.toFixed(1);
const folder = mkdtempSync(join(tmpdir(), 'onnx-gate-bench-'));
try {
  const runs: Row[] = [];
  for (const rows of sizes) {
    const file = join(folder, 'scores.parquet');
    await makeScores(file, rows);
    for (const units of rows === Math.min(...sizes) ? (['rows', 'grouped'] as const) : (['rows'] as const)) {
      const run = await evaluate(file, rows, units, 'always');
      const inMemory = rows <= MOST_IN_MEMORY ? (await evaluate(file, rows, units, 'never')).found : null;
      const row = { ...run, units, inMemory };
      console.log(line(row));
      runs.push(row);
    }
  }
  const report = render(runs);
  if (given.rows || given.memory) console.log(report);
  else writeFileSync(join(here, 'result.md'), report);
  if (runs.some((run) => furthest(run) > AGREE)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** 9 % positive, float32 scores that tie now and then, ten rows a user. */
async function makeScores(file: string, rows: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const score = (noise: number) => `(1 / (1 + exp(3 - 2 * z + random() * ${noise})))::FLOAT`;
  await connection.run('SELECT setseed(0.5)');
  await connection.run(
    `COPY (SELECT (random() < 0.03 + 0.1 * z)::TINYINT AS label, ${score(1)} AS candidate, ${score(1.2)} AS baseline, i // 10 AS user
     FROM (SELECT random() AS z, i FROM range(${rows}) t(i))) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`,
  );
  connection.closeSync();
  instance.closeSync();
}

async function evaluate(
  file: string,
  rows: number,
  units: Units,
  outOfCore: 'always' | 'never',
): Promise<Run> {
  const child = spawn(
    process.execPath,
    [join(here, 'evaluate-one.ts'), file, units, outOfCore, String(memoryFor(rows))],
    {
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let disk = 0;
  const watch = setInterval(() => {
    disk = Math.max(disk, bytesBelow(folder) - statSync(file).size);
  }, 500);
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`The evaluation ended with ${code}.`);
  return { ...JSON.parse(Buffer.concat(output).toString()), disk };
}

function bytesBelow(path: string): number {
  let bytes = 0;
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    const status = statSync(join(path, entry), { throwIfNoEntry: false });
    if (status?.isFile()) bytes += status.size;
  }
  return bytes;
}

/** The largest relative difference to the evaluation in memory; 0 where there was none. */
function furthest({ found, inMemory }: Row): number {
  if (!inMemory) return 0;
  const names = ['auc', 'delta', 'standardError'] as const;
  return Math.max(...names.map((name) => Math.abs(found[name] / inMemory[name] - 1)));
}

function line(run: Row): string {
  const { rows, units, seconds, processor, resident, disk, found, inMemory } = run;
  const cells = [
    million(rows),
    units === 'grouped' ? 'users' : 'rows',
    String(memoryFor(rows)),
    seconds.toFixed(1),
    processor.toFixed(1),
    (rows / seconds / 1e6).toFixed(2),
    gib(resident),
    gib(disk),
    (disk / rows).toFixed(0),
    found.auc.toFixed(9),
    found.standardError.toExponential(6),
    inMemory ? furthest(run).toExponential(0) : 'not compared',
  ];
  return `| ${cells.join(' | ')} |`;
}

function render(runs: readonly Row[]): string {
  const largest = runs.findLast(({ units }) => units === 'rows')!;
  const growth = (1e9 / largest.rows) * (Math.log2(1e9) / Math.log2(largest.rows));
  const difference = Math.max(...runs.map(furthest));
  return `# Evaluation out of core

\`npm run bench:billion\`. Node ${process.version}, ${process.platform}-${process.arch}, ${cpus()[0]!.model.trim()}, ${availableParallelism()} cores, load ${load} before.
AUC with paired DeLong, log loss, Brier score, COPC and accuracy of two models from one Parquet file, \`outOfCore: always\`,
DuckDB held to so much memory that it spills. Node, the bundle and what DuckDB does not count come on top.

| rows | independent units | DuckDB's limit, MiB | seconds | processor seconds | million rows/s | peak resident | peak on disk | bytes on disk a row | AUC | standard error of the difference | furthest from in memory |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${runs.map(line).join('\n')}

- AUC, difference and DeLong's standard error equal those of the evaluation in memory within ${AGREE}, relatively, where the arrays were asked for (up to ${million(MOST_IN_MEMORY)} rows): ${difference <= AGREE ? 'held' : '**missed**'}.
- One billion rows were **not run**. Extrapolated from ${million(largest.rows)} rows by n log n: ${((largest.seconds * growth) / 60).toFixed(0)} minutes, and ${gib((largest.disk / largest.rows) * 1e9)} on
  disk at the bytes a row of that run.
`;
}
