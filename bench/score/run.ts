/**
 * `npm run bench:score`: from Parquet to scores against a tight loop of `session.run`, interleaved. Writes result.md
 * beside this file when all arms were run. `npm run bench:score -- mlp eshop --rounds 3` runs some of the arms ARMS
 * lists and only prints. Whole, with 5 rounds: under 6 minutes, and 1 GB of disk.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDuckDB } from '../../src/adapters/duckdb/engine.ts';
import { deepfm, holdoutQuery, mlp } from './models.ts';

const ROWS = 1_000_000;
const BATCHES = ['1024', '2048', '4096'];
const ROOT = resolve(import.meta.dirname, '../..');
const SHOP = resolve(ROOT, '../shared/realworld');
const SHOP_MODEL = join(SHOP, 'models/eshop_deepfm.onnx');
const SHOP_ROWS = join(SHOP, 'holdout/eshop_impressions.parquet');

/** What worker.ts prints. Processor seconds: of this process and of its children. */
interface Measured {
  readonly seconds: number;
  readonly processor: number;
  readonly mebibytes: number;
}

interface Ratio {
  readonly what: string;
  readonly arm: string;
  readonly to: string;
  readonly limit: number;
}

/** What may be asked for by name: what is run, and what is held to a limit. */
interface Arm {
  readonly runs: readonly string[];
  readonly ratios: readonly Ratio[];
}

const ARMS: Readonly<Record<string, Arm>> = {
  mlp: {
    runs: ['mlp limit', 'mlp 1', 'mlp 2', 'mlp pair'],
    ratios: [
      { what: 'MLP, one worker, to the tight loop', arm: 'mlp 1', to: 'mlp limit', limit: 1.45 },
      { what: 'MLP, two workers', arm: 'mlp 2', to: 'mlp limit', limit: 1.1 },
      { what: 'two MLPs in one pass, to one', arm: 'mlp pair', to: 'mlp 1', limit: 1.7 },
    ],
  },
  deepfm: {
    runs: ['deepfm limit', 'deepfm 1', 'deepfm 2'],
    ratios: [
      { what: 'DeepFM, one worker, to the tight loop', arm: 'deepfm 1', to: 'deepfm limit', limit: 1.45 },
      { what: 'DeepFM, two workers', arm: 'deepfm 2', to: 'deepfm limit', limit: 1.1 },
    ],
  },
  eshop: {
    runs: ['eshop limit', 'eshop 1', 'eshop 2'],
    ratios: [
      { what: 'trained DeepFM on its own rows, one worker', arm: 'eshop 1', to: 'eshop limit', limit: 1.45 },
      { what: 'trained DeepFM, two workers', arm: 'eshop 2', to: 'eshop limit', limit: 1.1 },
    ],
  },
  read: {
    runs: ['scan', 'pack'],
    ratios: [{ what: 'reading and packing, to a bare scan by DuckDB', arm: 'pack', to: 'scan', limit: 1.3 }],
  },
  csv: {
    runs: ['mlp 1', 'csv 1'],
    ratios: [{ what: 'MLP from CSV, to Parquet', arm: 'csv 1', to: 'mlp 1', limit: 5 }],
  },
  memory: {
    runs: ['table', 'table of 10 times the rows'],
    ratios: [],
  },
};

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !Object.hasOwn(ARMS, name));
if (unknown.length > 0) {
  console.error(`There is no arm ${unknown.join(', ')}; arms are ${Object.keys(ARMS).join(', ')}.`);
  process.exit(2);
}
const skipped = existsSync(SHOP_MODEL) && existsSync(SHOP_ROWS) ? [] : ['eshop'];
const wanted = Object.entries(ARMS).filter(
  ([name]) => (positionals.length === 0 || positionals.includes(name)) && !skipped.includes(name),
);
if (skipped.length > 0) console.log(`Skipped: eshop, whose model and rows are not at ${SHOP}.`);

function json<T>(script: string, args: readonly (string | number)[]): T {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), ...args.map(String)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${script} ${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

const run = (...args: (string | number)[]) => json<Measured>('worker.ts', args);
const tight = (model: string, rows: string): Measured =>
  json<Measured[]>('limit.ts', [model, rows, ROWS, ...BATCHES]).reduce((best, each) =>
    each.seconds < best.seconds ? each : best,
  );

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const load = () => loadavg()[0]!.toFixed(1);
const loadBefore = load();
const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'bench-score-'));
const file = (name: string) => join(folder, name);

const RUNS: Readonly<Record<string, () => Measured>> = {
  'mlp limit': () => tight(file('mlp.onnx'), file('1m.parquet')),
  'mlp 1': () => run('score', file('1m.parquet'), 1, file('mlp.onnx')),
  'mlp 2': () => run('score', file('1m.parquet'), 2, file('mlp.onnx')),
  'mlp pair': () => run('score', file('1m.parquet'), 1, file('mlp.onnx'), file('mlp2.onnx')),
  'deepfm limit': () => tight(file('deepfm.onnx'), file('1m.parquet')),
  'deepfm 1': () => run('score', file('1m.parquet'), 1, file('deepfm.onnx')),
  'deepfm 2': () => run('score', file('1m.parquet'), 2, file('deepfm.onnx')),
  'eshop limit': () => tight(SHOP_MODEL, file('shop.parquet')),
  'eshop 1': () => run('score', file('shop.parquet'), 1, SHOP_MODEL),
  'eshop 2': () => run('score', file('shop.parquet'), 2, SHOP_MODEL),
  scan: () => run('scan', file('1m.parquet')),
  pack: () => run('pack', file('1m.parquet')),
  'csv 1': () => run('score', file('1m.csv'), 1, file('mlp.onnx')),
  table: () => run('table', file('1m.parquet'), 2, file('mlp.onnx'), file('mlp2.onnx')),
  'table of 10 times the rows': () =>
    run('table', file('10m.parquet'), 2, file('mlp.onnx'), file('mlp2.onnx')),
};
/** Long, and its memory is what counts. */
const ONCE = new Set(['table of 10 times the rows']);

try {
  await makeFiles(wanted.map(([name]) => name));
  const names = [...new Set(wanted.flatMap(([, { runs }]) => runs))];
  const found = new Map(names.map((name) => [name, [] as Measured[]]));
  for (let round = 0; round < Number(values.rounds); round++)
    for (const name of names) if (round === 0 || !ONCE.has(name)) found.get(name)!.push(RUNS[name]!());
  const report = render(found);
  if (positionals.length === 0 && skipped.length === 0)
    writeFileSync(join(import.meta.dirname, 'result.md'), report);
  console.log(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function makeFiles(arms: readonly string[]): Promise<void> {
  const instance = await loadDuckDB(ROOT).DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const write = (query: string, name: string, how = 'FORMAT parquet, COMPRESSION zstd') =>
    connection.run(`COPY (${query}) TO '${file(name)}' (${how})`);
  await write(holdoutQuery(ROWS), '1m.parquet');
  if (arms.includes('csv')) await write(holdoutQuery(ROWS), '1m.csv', 'FORMAT csv, HEADER');
  if (arms.includes('memory')) await write(holdoutQuery(10 * ROWS), '10m.parquet');
  if (arms.includes('eshop'))
    await write(
      `SELECT e.* FROM range(100) copies(n), '${SHOP_ROWS}' e ORDER BY n LIMIT ${ROWS}`,
      'shop.parquet',
    );
  connection.closeSync();
  instance.closeSync();
  writeFileSync(file('mlp.onnx'), mlp(1));
  writeFileSync(file('mlp2.onnx'), mlp(2));
  writeFileSync(file('deepfm.onnx'), deepfm(1));
}

function render(found: ReadonlyMap<string, readonly Measured[]>): string {
  const all = (name: string, what: keyof Measured) => found.get(name)!.map((each) => each[what]);
  /** The median of the ratios of each round: what disturbs one arm disturbs its neighbour. */
  const ratio = (arm: string, to: string, what: 'seconds' | 'processor') => {
    const others = all(to, what);
    return median(all(arm, what).map((each, round) => each / others[round]!));
  };
  const lines = wanted.flatMap(([, { ratios }]) =>
    ratios.map(({ what, arm, to, limit }) => {
      const wall = ratio(arm, to, 'seconds');
      const seconds = [arm, to].map((name) => median(all(name, 'seconds')).toFixed(3));
      const verdict = wall <= limit ? 'held' : '**missed**';
      return `| ${what} | ${seconds.join(' | ')} | ${wall.toFixed(2)} | ${limit} | ${verdict} | ${ratio(arm, to, 'processor').toFixed(2)} |`;
    }),
  );
  const memory = found.has('table')
    ? (['table', 'table of 10 times the rows'] as const).map((name) => median(all(name, 'mebibytes')))
    : null;
  const grown = memory && memory[1]! / memory[0]!;
  return `# From Parquet to scores, against a tight loop

Node ${process.version}, ${process.platform}-${process.arch}, ${cpus()[0]!.model.trim()}, ${availableParallelism()} cores, load ${loadBefore} before and ${load()} after; medians of ${values.rounds} rounds, interleaved, each run in a process of its own with cold code; ${((performance.now() - began) / 1000).toFixed(0)} s in all.

${ROWS.toLocaleString('en')} rows of 17 float, 10 int64 and a label. The limit is \`session.run\` in a loop on tensors made beforehand of the first rows, one thread, the best of batches ${BATCHES.join(', ')}. Ours is measured from the first read to the last score in order, models loaded and table opened before, in the batches that \`score\` chooses; ONNX Runtime runs in processes of its own, one thread each.

| | seconds | against, seconds | ratio | at most | | ratio of processor seconds |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
${
  grown === null
    ? ''
    : `
Two MLPs to a table of scores as a file: peak memory of the main process ${memory![0]!.toFixed(0)} MiB for ${ROWS.toLocaleString('en')} rows and ${memory![1]!.toFixed(0)} MiB for ${(10 * ROWS).toLocaleString('en')}, ${grown.toFixed(2)} times (at most 1.5: ${grown <= 1.5 ? 'held' : '**missed**'}).
`
}`;
}
