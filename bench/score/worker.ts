/**
 * One measurement in a process of its own: `scan FILE`, `pack FILE`, `score FILE WORKERS MODEL [BASELINE]`, or `table`,
 * which is `score` with the table written and everything started. Prints JSON.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDuckDB } from '../../src/adapters/duckdb/engine.ts';
import { createTables } from '../../src/adapters/duckdb/tables.ts';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import { runScore } from '../../src/commands/score.ts';
import { tensorFiles } from '../../src/commands/tensor-files.ts';
import { planInputs } from '../../src/core/scoring/mapping.ts';
import { packInputs } from '../../src/core/scoring/pack.ts';
import { readsOf } from '../../src/core/scoring/reads.ts';
import type { Tables, Tensor } from '../../src/ports.ts';
import { COLUMNS, inputsOf, ROOT } from './models.ts';

/** Rows that `score` reads at once. */
const READ = 4096;
const natives = async () => ROOT;
const tables = createTables({ natives, decode: tensorFiles });
const runner = createModelRunner({ child: join(ROOT, 'src/adapters/onnxruntime/child.ts'), natives });

/** Of this process and, where the system tells, of its children. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childSeconds();
}

/** In /proc, in hundredths: fields 14 and 15 of `stat`, of which the second may hold blanks. */
function childSeconds(): number {
  if (process.platform !== 'linux') return 0;
  const children = readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );
  const seconds = children.map((child) => {
    const fields = readFileSync(`/proc/${child}/stat`, 'latin1').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  });
  return seconds.reduce((sum, each) => sum + each, 0);
}

interface Took {
  /** Milliseconds. */
  readonly wall: number;
  readonly processor: number;
}

async function timed(work: () => Promise<void>): Promise<Took> {
  const before = processorSeconds();
  const began = performance.now();
  await work();
  return { wall: performance.now() - began, processor: processorSeconds() - before };
}

/** DuckDB's vectors of the columns that the MLP takes, looked at and thrown away. */
async function scan(file: string): Promise<Took> {
  const instance = await loadDuckDB(ROOT).DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return await timed(async () => {
    const result = await connection.stream(
      `SELECT ${COLUMNS.features.join(', ')}, label::DOUBLE FROM '${file}'`,
    );
    for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk())
      for (let column = 0; column < chunk.columnCount; column++) chunk.getColumnVector(column);
  });
}

async function pack(file: string): Promise<Took> {
  await using table = await tables.open({ files: [file] });
  const shape = ['batch', COLUMNS.features.length];
  const signature = { inputs: [{ name: 'features', type: 'float32', shape }], outputs: [] };
  const planned = planInputs(signature, table.columns, { features: [...COLUMNS.features] });
  if (!planned.ok) throw new Error(planned.faults[0]!.message);
  const label = { from: { column: 'label' }, as: 'float64' } as const;
  const arrays = new Map<string, Tensor['data']>();
  const { plan } = planned;
  return await timed(async () => {
    for await (const { first, rows, columns } of table.read([...readsOf(plan), label], READ))
      packInputs(plan, columns, { first, from: 0, count: rows }, arrays);
  });
}

async function score(
  file: string,
  workers: number,
  models: readonly string[],
  table: boolean,
): Promise<Took> {
  let began = performance.now();
  let before = processorSeconds();
  let took: Took = { wall: 0, processor: 0 };
  const counting: Tables = {
    ...tables,
    async open(source) {
      const opened = await tables.open(source);
      return {
        ...opened,
        read(...args) {
          began = performance.now();
          before = processorSeconds();
          return opened.read(...args);
        },
      };
    },
    async writeScores(_path, batches) {
      let rows = 0;
      for await (const { label } of batches) rows += label.length;
      took = { wall: performance.now() - began, processor: processorSeconds() - before };
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
      holdout: { source: { files: [file] }, label: models[0]!.includes('eshop') ? 'clicked' : 'label' },
      inputs: inputsOf(models[0]!),
      output: { activation: 'none' },
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
  return table ? { ...took, wall: performance.now() - start } : took;
}

const start = performance.now();
const [task = '', file = '', workers = '1', ...models] = process.argv.slice(2);
const { wall, processor } =
  task === 'scan'
    ? await scan(file)
    : task === 'pack'
      ? await pack(file)
      : await score(file, Number(workers), models, task === 'table');
const mebibytes = process.resourceUsage().maxRSS / 1024;
console.log(JSON.stringify({ seconds: wall / 1000, processor, mebibytes }));
process.exit(0);
