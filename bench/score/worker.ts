/**
 * One measurement in a process of its own: `scan FILE`, `pack FILE`, `score FILE WORKERS MODEL [BASELINE]`, or `table`,
 * which is `score` with the table written and everything started. Prints JSON.
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadDuckDB } from '../../src/adapters/duckdb/engine.ts';
import { createTables } from '../../src/adapters/duckdb/tables.ts';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import { runScore } from '../../src/commands/score.ts';
import { tensorFiles } from '../../src/commands/tensor-files.ts';
import { planInputs } from '../../src/core/scoring/mapping.ts';
import { packInputs } from '../../src/core/scoring/pack.ts';
import { readsOf } from '../../src/core/scoring/reads.ts';
import type { Tables, Tensor } from '../../src/ports.ts';
import { COLUMNS } from './models.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const BATCH = 4096;
const natives = async () => ROOT;
const tables = createTables({ natives, decode: tensorFiles });
const runner = createModelRunner({ child: join(ROOT, 'src/adapters/onnxruntime/child.ts'), natives });
const inputs = { features: [...COLUMNS.features], dense: [...COLUMNS.dense] };

/** DuckDB's vectors of the columns that the MLP takes, looked at and thrown away. */
async function scan(file: string): Promise<number> {
  const instance = await loadDuckDB(ROOT).DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const began = performance.now();
  const result = await connection.stream(
    `SELECT ${COLUMNS.features.join(', ')}, label::DOUBLE FROM '${file}'`,
  );
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk())
    for (let column = 0; column < chunk.columnCount; column++) chunk.getColumnVector(column);
  return performance.now() - began;
}

async function pack(file: string): Promise<number> {
  await using table = await tables.open({ files: [file] });
  const shape = ['batch', COLUMNS.features.length];
  const signature = { inputs: [{ name: 'features', type: 'float32', shape }], outputs: [] };
  const planned = planInputs(signature, table.columns, { features: inputs.features });
  if (!planned.ok) throw new Error(planned.faults[0]!.message);
  const label = { from: { column: 'label' }, as: 'float64' } as const;
  const arrays = new Map<string, Tensor['data']>();
  const began = performance.now();
  for await (const { first, rows, columns } of table.read([...readsOf(planned.plan), label], BATCH))
    packInputs(planned.plan, columns, { first, from: 0, count: rows }, arrays);
  return performance.now() - began;
}

async function score(
  file: string,
  workers: number,
  models: readonly string[],
  table: boolean,
): Promise<number> {
  let began = performance.now();
  let ended = 0;
  const counting: Tables = {
    ...tables,
    async open(source) {
      const opened = await tables.open(source);
      return {
        ...opened,
        read(...args) {
          began = performance.now();
          return opened.read(...args);
        },
      };
    },
    async writeScores(_path, batches) {
      let rows = 0;
      for await (const { label } of batches) rows += label.length;
      ended = performance.now();
      return rows;
    },
    // No parts where nothing is written.
    openParts: async () => ({
      finished: new Set(),
      write: (_index, batches) => counting.writeScores('', batches),
      join: async () => {},
    }),
  };
  const out = join(tmpdir(), `bench-score-${process.pid}.parquet`);
  await runScore(
    {
      candidate: models[0]!,
      baseline: models[1] ?? null,
      holdout: { source: { files: [file] }, label: 'label' },
      inputs: Object.fromEntries(
        Object.entries(inputs).filter(([name]) => (name === 'dense') === /deepfm/.test(models[0]!)),
      ),
      output: { activation: 'none' },
      batchRows: BATCH,
      workers,
      limits: { seconds: 120, memory: 2 ** 32 },
      out,
      parts: { folder: `${out}.parts`, key: 'bench' },
    },
    {
      runner,
      tables: table ? tables : counting,
      progress: { report: () => {} },
      clock: { now: () => new Date() },
    },
  );
  rmSync(out, { force: true });
  return (table ? performance.now() : ended) - (table ? start : began);
}

const start = performance.now();
const [task = '', file = '', workers = '1', ...models] = process.argv.slice(2);
const milliseconds =
  task === 'scan'
    ? await scan(file)
    : task === 'pack'
      ? await pack(file)
      : await score(file, Number(workers), models, task === 'table');
const mebibytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds: milliseconds / 1000, mebibytes }));
process.exit(0);
