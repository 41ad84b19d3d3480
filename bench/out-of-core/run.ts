/**
 * Evaluates tables of 10 and 50 million rows out of core, each in a process of its own, and writes result.md.
 * `npm run bench:billion -- --rows 20000000 --memory 512` takes another size (or several: `--rows` again) and less memory
 * for the engine, in MiB, and only prints. 50 million rows need half a GB for the table and what the result says for
 * sorting, in the folder for temporary files.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';

interface Run {
  readonly seconds: number;
  readonly processor: number;
  readonly resident: number;
  readonly rows: number;
  readonly disk: number;
}

const here = import.meta.dirname;
const { values: given } = parseArgs({
  options: { rows: { type: 'string', multiple: true }, memory: { type: 'string' } },
});
const sizes = given.rows?.map(Number) ?? [10_000_000, 50_000_000];
if (sizes.some((rows) => !Number.isSafeInteger(rows) || rows < 1)) {
  console.error('--rows takes whole numbers, such as --rows 20000000.');
  process.exit(2);
}
/** The engine's limit is 4 GiB; Node, the bundle and what DuckDB does not count come on top. */
const MOST_RESIDENT = 6 * 2 ** 30;

const gib = (bytes: number) => `${(bytes / 2 ** 30).toFixed(2)} GiB`;
const million = (rows: number) => `${rows / 1e6} M`;

const folder = mkdtempSync(join(tmpdir(), 'onnx-gate-bench-'));
try {
  const runs: (Run & { readonly grouped: boolean })[] = [];
  for (const rows of sizes) {
    const file = join(folder, 'scores.parquet');
    await makeScores(file, rows);
    for (const grouped of rows === Math.min(...sizes) ? [false, true] : [false]) {
      const run = { ...(await evaluate(file, grouped)), grouped };
      console.log(line(run));
      runs.push(run);
    }
  }
  const report = render(runs);
  if (given.rows || given.memory) console.log(report);
  else writeFileSync(join(here, 'result.md'), report);
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

async function evaluate(file: string, grouped: boolean): Promise<Run> {
  const child = spawn(
    process.execPath,
    [join(here, 'evaluate-one.ts'), file, grouped ? 'grouped' : 'rows', given.memory ?? ''],
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

function line({
  rows,
  grouped,
  seconds,
  processor,
  resident,
  disk,
}: Run & { readonly grouped: boolean }): string {
  const rate = (rows / seconds / 1e6).toFixed(2);
  return `| ${million(rows)} | ${grouped ? 'users' : 'rows'} | ${seconds.toFixed(1)} | ${processor.toFixed(1)} | ${rate} | ${gib(resident)} | ${gib(disk)} | ${(disk / rows).toFixed(0)} |`;
}

function render(runs: readonly (Run & { readonly grouped: boolean })[]): string {
  const largest = runs.findLast(({ grouped }) => !grouped)!;
  // Sorting is n log n, and what spills is read and written once more for each doubling at most.
  const growth = (1e9 / largest.rows) * (Math.log2(1e9) / Math.log2(largest.rows));
  const most = Math.max(...runs.map(({ resident }) => resident));
  return `# Evaluation out of core

\`npm run bench:billion\`: AUC with paired DeLong, log loss, Brier score, COPC and accuracy of two models from one Parquet file,
\`outOfCore: always\`. ${cpus()[0]?.model}, ${cpus().length} processors, Node ${process.version}.

| rows | independent units | seconds | processor seconds | million rows/s | peak resident | peak on disk | bytes on disk a row |
| --- | --- | --- | --- | --- | --- | --- | --- |
${runs.map(line).join('\n')}

- Memory is bounded: ${gib(most)} at most, limit ${gib(MOST_RESIDENT)}: ${most <= MOST_RESIDENT ? 'held' : 'missed'}.
- One billion rows were **not run**. Extrapolated from ${million(largest.rows)} rows by n log n: ${((largest.seconds * growth) / 60).toFixed(0)} minutes, and ${gib((largest.disk / largest.rows) * 1e9)} on
  disk at the bytes a row of that run.
`;
}
