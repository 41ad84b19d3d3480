/** The scores table (design, section 2) as Parquet. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DuckDBAppender, DuckDBDataChunk, DuckDBType } from '@duckdb/node-api';
import { type FaultError, fault } from '../../core/errors.ts';
import type { ScoreBatch } from '../../ports.ts';
import { type DuckDBApi, type Engine, openEngine } from './engine.ts';
import { clip, quoteText } from './sql.ts';

type Column = 'row' | keyof ScoreBatch;
const ORDER: readonly Column[] = ['row', 'label', 'weight', 'group', 'candidate', 'baseline'];
const SQL_TYPES: Partial<Record<Column, string>> = { row: 'BIGINT', group: 'VARCHAR' };
/** DuckDB's vector size, the most that one data chunk takes. */
const CHUNK_ROWS = 2048;

/**
 * Columns: `row` (BIGINT from 0), `label`, `weight`, `candidate`, `baseline` (DOUBLE) and `group` (VARCHAR), those
 * that the first batch has. Written beside `path` and renamed at the end. Throws `file-unwritable`.
 */
export async function writeScores(
  api: DuckDBApi,
  path: string,
  batches: AsyncIterable<ScoreBatch>,
): Promise<number> {
  await using engine = await openEngine(api);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  const rows = await collect(engine, batches);
  try {
    await mkdir(dirname(path), { recursive: true });
    await engine.rows(
      `COPY (SELECT * FROM scores ORDER BY "row") TO ${quoteText(temporary)} (FORMAT parquet, COMPRESSION zstd)`,
    );
    await rename(temporary, path);
  } catch (error) {
    // Where even this fails there was no folder to write to, which is what the fault says.
    await rm(temporary, { force: true }).catch(() => {});
    throw unwritable(path, error);
  }
  return rows;
}

function unwritable(path: string, error: unknown): FaultError {
  const [words = ''] = (error as Error).message.split('\n');
  return fault('file-unwritable', `Cannot write ${clip(path, 200)}: ${clip(words, 300)}`, {
    fix: 'Choose a folder that can be written, with room on the disk.',
  });
}

async function collect(engine: Engine, batches: AsyncIterable<ScoreBatch>): Promise<number> {
  let rows = 0;
  let sink: { readonly appender: DuckDBAppender; readonly columns: readonly Column[] } | null = null;
  for await (const batch of batches) {
    sink ??= await createSink(engine, batch);
    for (let from = 0; from < batch.label.length; from += CHUNK_ROWS) {
      const count = Math.min(CHUNK_ROWS, batch.label.length - from);
      sink.appender.appendDataChunk(chunkOf(engine.api, sink.columns, batch, from, count, rows + from));
    }
    rows += batch.label.length;
  }
  if (!sink) throw fault('holdout-empty', 'There are no rows to score.');
  sink.appender.closeSync();
  return rows;
}

async function createSink(engine: Engine, batch: ScoreBatch) {
  const columns = ORDER.filter((name) => name === 'row' || batch[name] !== null);
  const definition = columns.map((name) => `"${name}" ${SQL_TYPES[name] ?? 'DOUBLE'}`).join(', ');
  await engine.rows(`CREATE TABLE scores (${definition})`);
  const connection = await engine.connect();
  return { columns, appender: await connection.createAppender('scores') };
}

function chunkOf(
  api: DuckDBApi,
  columns: readonly Column[],
  batch: ScoreBatch,
  from: number,
  count: number,
  first: number,
): DuckDBDataChunk {
  const types = new Map<Column, DuckDBType>([
    ['row', api.BIGINT],
    ['group', api.VARCHAR],
  ]);
  const chunk = api.DuckDBDataChunk.create(
    columns.map((name) => types.get(name) ?? api.DOUBLE),
    count,
  );
  for (const [i, name] of columns.entries()) {
    const vector = chunk.getColumnVector(i);
    if (name === 'row') {
      for (let j = 0; j < count; j++) vector.setItem(j, BigInt(first + j));
    } else if (name === 'group') {
      for (let j = 0; j < count; j++) vector.setItem(j, batch.group![from + j]!);
    } else {
      const { items } = vector as unknown as { readonly items: Float64Array };
      items.set(batch[name]!.subarray(from, from + count));
    }
    vector.flush();
  }
  return chunk;
}
