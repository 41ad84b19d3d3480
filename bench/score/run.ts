/**
 * `npm run bench:score`: from Parquet to scores against a tight loop of `session.run`, interleaved. Writes result.md
 * beside this file. Arguments: rounds (default 5). Needs about 1 GB of disk for a few minutes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadDuckDB } from '../../src/adapters/duckdb/engine.ts';
import { deepfm, holdoutQuery, mlp } from './models.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const ROWS = 1_000_000;
const BATCHES = ['1024', '2048', '4096'];
const ROOT = resolve(import.meta.dirname, '../..');
const REAL = resolve(ROOT, '../shared/realworld/models/eshop_deepfm.onnx');

/** What worker.ts prints. */
interface Measured {
  readonly seconds: number;
  readonly mebibytes: number;
}

function json<T>(script: string, args: readonly string[]): T {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, script), ...args],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`${script} ${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

const run = (...args: (string | number)[]) => json<Measured>('worker.ts', args.map(String));
const tight = (model: string): Measured => {
  const found = json<Record<string, number>>('limit.ts', [model, String(ROWS), ...BATCHES]);
  return { seconds: Math.min(...Object.values(found)), mebibytes: 0 };
};

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const load = () => loadavg()[0]!.toFixed(1);
const loadBefore = load();
const folder = mkdtempSync(join(tmpdir(), 'bench-score-'));
try {
  const api = loadDuckDB(ROOT);
  const instance = await api.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const file = (name: string) => join(folder, name);
  const write = (rows: number, name: string, how: string) =>
    connection.run(`COPY (${holdoutQuery(rows)}) TO '${file(name)}' (${how})`);
  await write(ROWS, '1m.parquet', 'FORMAT parquet, COMPRESSION zstd');
  await write(10 * ROWS, '10m.parquet', 'FORMAT parquet, COMPRESSION zstd');
  await write(ROWS, '1m.csv', 'FORMAT csv, HEADER');
  connection.closeSync();
  instance.closeSync();
  writeFileSync(file('mlp.onnx'), mlp(1));
  writeFileSync(file('mlp2.onnx'), mlp(2));
  writeFileSync(file('deepfm.onnx'), deepfm(1));

  const one = file('1m.parquet');
  const arms: Record<string, () => Measured> = {
    'mlp limit': () => tight(file('mlp.onnx')),
    'mlp 1': () => run('score', one, 1, file('mlp.onnx')),
    'mlp 2': () => run('score', one, 2, file('mlp.onnx')),
    'mlp pair': () => run('score', one, 1, file('mlp.onnx'), file('mlp2.onnx')),
    'mlp table': () => run('table', one, 2, file('mlp.onnx'), file('mlp2.onnx')),
    'deepfm limit': () => tight(file('deepfm.onnx')),
    'deepfm 1': () => run('score', one, 1, file('deepfm.onnx')),
    'deepfm 2': () => run('score', one, 2, file('deepfm.onnx')),
    scan: () => run('scan', one),
    pack: () => run('pack', one),
    'pack csv': () => run('pack', file('1m.csv')),
    'csv 1': () => run('score', file('1m.csv'), 1, file('mlp.onnx')),
  };
  const runs = new Map(Object.keys(arms).map((name) => [name, [] as Measured[]]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, arm] of Object.entries(arms)) runs.get(name)!.push(arm());
  const ten = run('table', file('10m.parquet'), 2, file('mlp.onnx'), file('mlp2.onnx'));
  const real = existsSync(REAL) ? tight(REAL) : null;

  const seconds = (name: string) => median(runs.get(name)!.map((each) => each.seconds));
  /** The median of the ratios of each round: what disturbs one arm disturbs its neighbour. */
  const ratio = (name: string, to: string) =>
    median(runs.get(name)!.map((each, round) => each.seconds / runs.get(to)![round]!.seconds));
  const line = (what: string, name: string, to: string, limit: number) => {
    const found = ratio(name, to);
    const verdict = found <= limit ? 'held' : '**missed**';
    return `| ${what} | ${seconds(name).toFixed(3)} | ${seconds(to).toFixed(3)} | ${found.toFixed(2)} | ${limit} | ${verdict} |`;
  };
  const memory = median(runs.get('mlp table')!.map(({ mebibytes }) => mebibytes));
  const grown = ten.mebibytes / memory;
  const csv = ratio('csv 1', 'mlp 1');
  const report = `# From Parquet to scores, against a tight loop

Node ${process.version}, ${process.platform}-${process.arch}, ${cpus()[0]!.model.trim()}, ${availableParallelism()} cores, load ${loadBefore} before and ${load()} after; medians of ${ROUNDS} rounds, interleaved, each arm in a process of its own with cold code.

${ROWS.toLocaleString('en')} rows of 17 float, 10 int64 and a label. The limit is \`session.run\` in a loop on tensors made beforehand, one thread, the best of batches ${BATCHES.join(', ')}. Ours is measured from the first read to the last score in order, models loaded and table opened before, in batches of 4096; ONNX Runtime runs in processes of its own, one thread each.

| | seconds | against, seconds | ratio | at most | |
| --- | --- | --- | --- | --- | --- |
${line('MLP, one worker, to the tight loop', 'mlp 1', 'mlp limit', 1.45)}
${line('MLP, two workers', 'mlp 2', 'mlp limit', 1.1)}
${line('DeepFM, one worker', 'deepfm 1', 'deepfm limit', 1.45)}
${line('DeepFM, two workers', 'deepfm 2', 'deepfm limit', 1.1)}
${line('reading and packing, to a bare scan by DuckDB', 'pack', 'scan', 1.3)}
${line('two MLPs in one pass, to one', 'mlp pair', 'mlp 1', 1.7)}
${line('MLP from CSV, to Parquet', 'csv 1', 'mlp 1', 5)}

| | |
| --- | --- |
| two MLPs to the scores table as a file, with the start of all processes | ${seconds('mlp table').toFixed(2)} s; ${(ROWS * 10).toLocaleString('en')} rows: ${ten.seconds.toFixed(2)} s |
| peak memory of the main process, ${ROWS.toLocaleString('en')} rows and ${(ROWS * 10).toLocaleString('en')} | ${memory.toFixed(0)} and ${ten.mebibytes.toFixed(0)} MiB, ${grown.toFixed(2)} times (at most 1.5: ${grown <= 1.5 ? 'held' : '**missed**'}) |
| reading and packing from CSV, times Parquet | ${ratio('pack csv', 'pack').toFixed(1)} |
| rows a second, CSV of Parquet | ${(1 / csv).toFixed(2)} |${
    real
      ? `
| tight loop of a trained DeepFM of that form | ${real.seconds.toFixed(3)} s |`
      : ''
  }
`;
  writeFileSync(join(import.meta.dirname, 'result.md'), report);
  console.log(report);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
