/** The scores table (design, section 2) as Parquet. */
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DuckDBAppender, DuckDBDataChunk, DuckDBVector } from '@duckdb/node-api';
import { type FaultError, fault } from '../../core/errors.ts';
import type { ScoreBatch } from '../../ports.ts';
import { makeFolder } from '../make-folder.ts';
import { type DuckDBApi, type Engine, openEngine, type Parts } from './engine.ts';
import { clip, quoteName, quoteText } from './sql.ts';

type Numbers = 'label' | 'weight' | 'candidate' | 'baseline';

/** One column of the table: what it is called, and how `count` of its values from row `from` on are put in place. */
interface Column {
  readonly name: string;
  readonly type: 'BIGINT' | 'VARCHAR' | 'DOUBLE';
  fill(vector: DuckDBVector, batch: ScoreBatch, from: number, count: number, first: number): void;
}

/** DuckDB's vector size, the most that one data chunk takes. */
const CHUNK_ROWS = 2048;

/**
 * Columns: `row` (BIGINT from 0), `label`, `weight`, `candidate`, `baseline` (DOUBLE; with classes
 * `candidate_0` and so on), `group`, `item` and those of slices (VARCHAR), those that the first batch has; rows are numbered from `first`. Written beside `path` and renamed at the end. Throws `file-unwritable`.
 */
export async function writeScores(
  parts: Parts,
  path: string,
  batches: AsyncIterable<ScoreBatch>,
  first = 0,
): Promise<number> {
  await using engine = await openEngine(parts);
  const rows = await collect(engine, batches, first);
  await copyTo(engine, 'scores', path);
  return rows;
}

/** `from` is a FROM item, and its order stays. Throws `file-unwritable`. */
export async function copyTo(engine: Engine, from: string, path: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await makeFolder(dirname(path));
    await engine.rows(`COPY (FROM ${from}) TO ${quoteText(temporary)} (FORMAT parquet, COMPRESSION zstd)`);
    await rename(temporary, path);
  } catch (error) {
    // Where even this fails there was no folder to write to, which is what the fault says.
    await rm(temporary, { force: true }).catch(() => {});
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): FaultError {
  const [words = ''] = (error as Error).message.split('\n');
  return fault('file-unwritable', `Cannot write ${clip(path, 200)}: ${clip(words, 300)}`, {
    fix: 'Choose a folder that can be written, with room on the disk.',
  });
}

async function collect(engine: Engine, batches: AsyncIterable<ScoreBatch>, first: number): Promise<number> {
  let rows = 0;
  let sink: { readonly appender: DuckDBAppender; readonly columns: readonly Column[] } | null = null;
  for await (const batch of batches) {
    sink ??= await createSink(engine, batch);
    for (let from = 0; from < batch.label.length; from += CHUNK_ROWS) {
      const count = Math.min(CHUNK_ROWS, batch.label.length - from);
      sink.appender.appendDataChunk(
        chunkOf(engine.api, sink.columns, batch, from, count, first + rows + from),
      );
    }
    rows += batch.label.length;
  }
  if (!sink) throw fault('holdout-empty', 'There are no rows to score.');
  sink.appender.closeSync();
  return rows;
}

async function createSink(engine: Engine, batch: ScoreBatch) {
  const columns = columnsOf(batch);
  const definition = columns.map(({ name, type }) => `${quoteName(name)} ${type}`).join(', ');
  await engine.rows(`CREATE TABLE scores (${definition})`);
  const connection = await engine.connect();
  return { columns, appender: await connection.createAppender('scores') };
}

/** Those that this batch has, and so every batch after it. */
function columnsOf(batch: ScoreBatch): Column[] {
  const { classes, slices = [] } = batch;
  const scores = (name: 'candidate' | 'baseline') =>
    batch[name] === null
      ? []
      : classes === undefined
        ? [numbers(name)]
        : Array.from({ length: classes }, (_, k) => classColumn(name, k));
  return [
    {
      name: 'row',
      type: 'BIGINT',
      fill(vector, _batch, _from, count, first) {
        // Two 32-bit halves, low half first: a BigInt a row would cost more than all other columns.
        const { buffer, byteOffset } = (vector as unknown as { readonly items: BigInt64Array }).items;
        const halves = new Uint32Array(buffer, byteOffset, 2 * count);
        for (let j = 0; j < count; j++) {
          halves[2 * j] = first + j;
          halves[2 * j + 1] = Math.floor((first + j) / 2 ** 32);
        }
      },
    },
    numbers('label'),
    ...(batch.weight === null ? [] : [numbers('weight')]),
    ...(batch.group === null ? [] : [text('group', (one) => one.group!)]),
    ...(batch.item ? [text('item', (one) => one.item!)] : []),
    ...slices.map(({ name }, i) => text(name, (one) => one.slices![i]!.values)),
    ...scores('candidate'),
    ...scores('baseline'),
  ];
}

const itemsOf = (vector: DuckDBVector) => (vector as unknown as { readonly items: Float64Array }).items;

const numbers = (name: Numbers): Column => ({
  name,
  type: 'DOUBLE',
  fill: (vector, batch, from, count) => itemsOf(vector).set(batch[name]!.subarray(from, from + count)),
});

const classColumn = (name: 'candidate' | 'baseline', k: number): Column => ({
  name: `${name}_${k}`,
  type: 'DOUBLE',
  fill(vector, batch, from, count) {
    const items = itemsOf(vector);
    for (let j = 0; j < count; j++) items[j] = batch[name]![(from + j) * batch.classes! + k]!;
  },
});

const text = (name: string, valuesOf: (batch: ScoreBatch) => readonly (string | null)[]): Column => ({
  name,
  type: 'VARCHAR',
  fill(vector, batch, from, count) {
    const values = valuesOf(batch);
    for (let j = 0; j < count; j++) vector.setItem(j, values[from + j]!);
  },
});

function chunkOf(
  api: DuckDBApi,
  columns: readonly Column[],
  batch: ScoreBatch,
  from: number,
  count: number,
  first: number,
): DuckDBDataChunk {
  const chunk = api.DuckDBDataChunk.create(
    columns.map(({ type }) => api[type]),
    count,
  );
  for (const [i, column] of columns.entries()) {
    const vector = chunk.getColumnVector(i);
    column.fill(vector, batch, from, count, first);
    vector.flush();
  }
  return chunk;
}
