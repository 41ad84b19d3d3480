/** DuckDB's vectors, copied column by column into batches of a fixed size. No row object is ever made. */
import type { DuckDBDataChunk, DuckDBListVector, DuckDBVector } from '@duckdb/node-api';
import { fault } from '../../core/errors.ts';
import type { ColumnValues, ReadRequest, RowBatch, RowSpan } from '../../ports.ts';
import type { As } from './casts.ts';
import type { Engine } from './engine.ts';
import { createListColumn, isSet, type ListColumn, validBits } from './lists.ts';
import { explainRead, type ReadPlan } from './plan.ts';

type Column = {
  data: ColumnValues['data'];
  valid: Uint8Array | null;
  lists?: ListColumn;
  /** Values a row. */
  width: number;
};

const ALLOCATE: Readonly<Record<As, (rows: number) => ColumnValues['data']>> = {
  float64: (rows) => new Float64Array(rows),
  float32: (rows) => new Float32Array(rows),
  int64: (rows) => new BigInt64Array(rows),
  string: (rows) => new Array<string>(rows).fill(''),
};

export async function* readBatches(
  engine: Engine,
  plan: ReadPlan,
  requests: readonly ReadRequest[],
  batchRows: number,
  span: RowSpan,
  subject: string,
): AsyncIterable<RowBatch> {
  const connection = await engine.connect();
  let { first } = span;
  const end = first + span.rows;
  let filled = 0;
  let columns: Column[] = [];
  let ahead: Promise<DuckDBDataChunk | null> | null = null;
  try {
    await connection.run(`SET streaming_buffer_size='16MiB'`);
    const result = await connection.stream(plan.sql);
    ahead = result.fetchChunk();
    for (let chunk = await ahead; chunk?.rowCount; chunk = await ahead) {
      // DuckDB works on the next chunk while this one is used; awaited in its turn, or before the connection closes.
      ahead = result.fetchChunk();
      ahead.catch(() => {});
      for (let from = 0; from < chunk.rowCount; ) {
        const room = Math.min(batchRows, end - first);
        if (room <= 0) throw changed(subject, end);
        if (filled === 0) columns = requests.map((request, i) => emptied(columns[i], request, room));
        const count = Math.min(room - filled, chunk.rowCount - from);
        copyChunk(chunk, from, count, columns, filled);
        from += count;
        filled += count;
        if (filled < room) continue;
        yield {
          first,
          rows: filled,
          columns: columns.map(({ lists, data, valid }) => lists?.values() ?? { data, valid }),
        };
        first += filled;
        filled = 0;
      }
    }
  } catch (error) {
    throw (await explainRead(plan, subject, error))!;
  } finally {
    await ahead?.catch(() => {});
    connection.closeSync();
  }
  if (first === end) return;
  // A stream that meets an error midway just ends, so an early end is one until shown otherwise.
  throw (await explainRead(plan, subject, null)) ?? changed(subject, end);
}

const changed = (subject: string, total: number) =>
  fault('holdout-unreadable', `${subject} gave ${total} rows when counted and another number when read.`, {
    fix: 'Do not change the files meanwhile, and seed or drop random sampling in a query.',
  });

/** The column of the batch before, to be filled again; text is made anew, for strings are what costs there. */
function emptied(before: Column | undefined, request: ReadRequest, rows: number): Column {
  const { as } = request;
  const width = 'side' in request ? request.side.length : 1;
  if ('depth' in request && request.depth !== undefined)
    return { data: [], valid: null, lists: createListColumn(as, request.depth), width };
  const again = before && as !== 'string' && before.data.length === rows * width;
  return { data: again ? before.data : ALLOCATE[as](rows * width), valid: null, width };
}

function copyChunk(chunk: DuckDBDataChunk, from: number, count: number, columns: Column[], to: number): void {
  for (const [i, column] of columns.entries()) {
    const vector = chunk.getColumnVector(i);
    const { lists, width } = column;
    if (lists) lists.append(vector as DuckDBListVector, from, count);
    else if (width === 1) copyVector(vector, from, count, column, to);
    else copySides(vector as DuckDBListVector, from, count, column, to);
  }
}

/** Lists of `width` values: in one piece where they lie one after another, which they do unless rows were left out. */
function copySides(vector: DuckDBListVector, from: number, count: number, column: Column, to: number): void {
  const { width } = column;
  const { entryData } = vector as unknown as { readonly entryData: BigUint64Array };
  // Offset and length of each list, of which the low halves say all: no vector has 2^32 values.
  const words = new Uint32Array(entryData.buffer, entryData.byteOffset + 16 * from, 4 * count);
  for (let row = 0; row < count; ) {
    const start = words[4 * row]!;
    let next = row + 1;
    while (next < count && words[4 * next] === start + (next - row) * width) next++;
    copyVector(vector.childVector, start, (next - row) * width, column, (to + row) * width);
    row = next;
  }
}

function copyVector(vector: DuckDBVector, from: number, count: number, column: Column, to: number): void {
  const { data } = column;
  if (Array.isArray(data)) {
    for (let i = 0; i < count; i++) data[to + i] = String(vector.getItem(from + i) ?? '');
  } else {
    const { items } = vector as unknown as { readonly items: Float64Array };
    (data as Float64Array).set(items.subarray(from, from + count), to);
  }
  const bits = validBits(vector);
  if (bits === null) return;
  for (let i = 0; i < count; i++) {
    if (isSet(bits, from + i)) continue;
    column.valid ??= new Uint8Array(data.length).fill(1);
    column.valid[to + i] = 0;
  }
}
