import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { createTables } from '../../../src/adapters/duckdb/tables.ts';
import { tensorFiles } from '../../../src/commands/tensor-files.ts';
import { type Fault, FaultError } from '../../../src/core/errors.ts';
import type { ColumnRequest, ReadRequest, RowSpan, RowTable } from '../../../src/ports.ts';

export const root = new URL('../../..', import.meta.url).pathname;
export const tables = createTables({ natives: async () => root, decode: tensorFiles });

/** Writes `content` and gives the path. */
export function put(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Runs SQL in a database of its own, such as a COPY that makes a Parquet file. */
export async function sql(text: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(text);
  connection.closeSync();
  instance.closeSync();
}

export const column = (name: string, as: ColumnRequest['as']): ColumnRequest => ({
  from: { column: name },
  as,
});
export const expression = (text: string, as: ColumnRequest['as']): ColumnRequest => ({
  from: { sql: text },
  as,
});

/** Every value of every request, row-major where it is of several columns; null where there is none. */
export async function readAll(
  table: RowTable,
  requests: readonly ReadRequest[],
  batchRows = 1000,
  span?: RowSpan,
) {
  const columns: (number | bigint | string | null)[][] = requests.map(() => []);
  for await (const batch of table.read(requests, batchRows, span)) {
    for (const [i, { data, valid }] of batch.columns.entries()) {
      const request = requests[i]!;
      const width = 'side' in request ? request.side.length : 1;
      for (let at = 0; at < batch.rows * width; at++) columns[i]!.push(valid?.[at] === 0 ? null : data[at]!);
    }
  }
  return columns;
}

/** The faults that `action` must throw. */
export async function faultsOf(
  action: Promise<unknown> | (() => Promise<unknown>),
): Promise<readonly Fault[]> {
  try {
    await (typeof action === 'function' ? action() : action);
  } catch (error) {
    if (error instanceof FaultError) return error.faults;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** As `faultsOf`, for opening files and reading some of their columns. */
export function readFaults(files: readonly string[], requests: readonly ReadRequest[] = []) {
  return faultsOf(async () => {
    await using table = await tables.open({ files });
    await readAll(table, requests);
  });
}
