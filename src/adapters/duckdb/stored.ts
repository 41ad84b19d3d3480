/** Arrow IPC, NumPy and ONNX tensors, loaded into a table: DuckDB spills it to disk where memory does not suffice. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { DuckDBType, DuckDBVector } from '@duckdb/node-api';
import { fault } from '../../core/errors.ts';
import type { NamedTensor, Tensor } from '../../ports.ts';
import { loadArrow } from './arrow.ts';
import type { DuckDBApi, Engine } from './engine.ts';
import type { Format, StoredFormat } from './formats.ts';
import { clip, quoteName } from './sql.ts';

const CHUNK_ROWS = 2048;
const STORED: ReadonlySet<Format> = new Set<StoredFormat>(['arrow', 'npy', 'npz', 'onnx']);

export const isStored = (format: Format): format is StoredFormat => STORED.has(format);

/** The name of the table. Throws `holdout-unreadable` and `file-unreadable`. */
export async function loadStored(
  engine: Engine,
  format: StoredFormat,
  paths: readonly string[],
  subject: string,
): Promise<string> {
  const table = quoteName(`stored_${randomUUID()}`);
  if (format === 'arrow') {
    await loadArrow(engine, table, paths);
    return table;
  }
  // Arrays and tensors of one folder stand side by side; archives, and folders of test vectors, one below the other.
  const sets = new Map<string, NamedTensor[]>();
  for (const path of paths) {
    const key = { npy: '', npz: path, onnx: dirname(path) }[format];
    const read = await engine.decode[format](basename(path).replace(/\.\w+$/, ''), await readFile(path));
    if ('why' in read) throw fault('holdout-unreadable', `${clip(path, 200)} ${read.why}.`);
    sets.set(key, [...(sets.get(key) ?? []), ...read.tensors]);
  }
  for (const [place, tensors] of [...sets.values()].entries())
    await append(engine, table, tensors, place === 0, subject);
  return table;
}

async function append(
  engine: Engine,
  table: string,
  tensors: readonly NamedTensor[],
  create: boolean,
  subject: string,
): Promise<void> {
  const rows = tensors[0]?.tensor.shape[0] ?? 0;
  const odd = tensors.find(({ tensor }) => tensor.shape.length === 0 || tensor.shape[0] !== rows);
  if (odd || tensors.length === 0) {
    const sizes = tensors.map(({ name, tensor }) => `${clip(name)} [${tensor.shape.join(', ')}]`);
    throw fault(
      'holdout-unreadable',
      `${subject}: the arrays have different numbers of rows: ${sizes.join(', ')}.`,
      {
        fix: 'The first dimension of each counts rows, and must be the same for all.',
      },
    );
  }
  const columns = tensors.map(({ name, tensor }) => ({ name, tensor, type: typeOf(engine.api, tensor) }));
  if (create) {
    const definition = columns.map(({ name, type }) => `${quoteName(name)} ${type}`).join(', ');
    await engine.rows(`CREATE TABLE ${table} (${definition})`);
  }
  const connection = await engine.connect();
  const appender = await connection.createAppender(table.slice(1, -1));
  for (let first = 0; first < rows; first += CHUNK_ROWS) {
    const count = Math.min(CHUNK_ROWS, rows - first);
    const chunk = engine.api.DuckDBDataChunk.create(
      columns.map(({ type }) => type),
      count,
    );
    for (const [i, { tensor }] of columns.entries()) fill(chunk.getColumnVector(i), tensor, first, count);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

const TYPES = {
  float32: 'FLOAT',
  float64: 'DOUBLE',
  int8: 'TINYINT',
  uint8: 'UTINYINT',
  bool: 'UTINYINT',
  int16: 'SMALLINT',
  uint16: 'USMALLINT',
  int32: 'INTEGER',
  uint32: 'UINTEGER',
  int64: 'BIGINT',
  uint64: 'UBIGINT',
  string: 'VARCHAR',
  // Widened before: SQL has none.
  float16: 'FLOAT',
} as const satisfies Record<Tensor['type'], keyof DuckDBApi>;

/** [n] is a column of values, [n, 3] one of arrays of three, [n, 4, 3] of four arrays of three. */
function typeOf(api: DuckDBApi, { type, shape }: Tensor): DuckDBType {
  return shape.slice(1).reduceRight<DuckDBType>((inner, size) => api.ARRAY(inner, size), api[TYPES[type]]);
}

function fill(vector: DuckDBVector, { data, shape }: Tensor, first: number, count: number): void {
  const width = shape.slice(1).reduce((product, size) => product * size, 1);
  let leaf = vector;
  while ('childData' in leaf) leaf = leaf.childData as DuckDBVector;
  if (Array.isArray(data)) {
    for (let i = 0; i < count * width; i++)
      (leaf.setItem as (i: number, v: string) => void)(i, data[first * width + i]!);
  } else {
    const { items } = leaf as unknown as { readonly items: Float32Array };
    items.set((data as Float32Array).subarray(first * width, (first + count) * width));
  }
  leaf.flush();
  if (leaf !== vector) vector.flush();
}
