/** Arrow IPC files (Feather 2), by the `apache-arrow` package, which is loaded when there is one to read. */
import { readFile } from 'node:fs/promises';
import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import type { DataType, RecordBatch } from 'apache-arrow';
import { fault } from '../../core/errors.ts';
import type { DuckDBApi, Engine } from './engine.ts';
import { clip, quoteName } from './sql.ts';

type Arrow = typeof import('apache-arrow');
const CHUNK_ROWS = 2048;

export async function loadArrow(engine: Engine, table: string, paths: readonly string[]): Promise<void> {
  const arrow = await import('apache-arrow');
  let known: DuckDBType[] | null = null;
  for (const path of paths) {
    const bytes = await readFile(path);
    try {
      for (const batch of arrow.RecordBatchReader.from(bytes)) {
        const { fields } = batch.schema;
        const types = fields.map(({ type }) => typeOf(engine.api, arrow, type));
        if (!known) {
          const definition = fields.map(({ name }, i) => `${quoteName(name)} ${types[i]}`).join(', ');
          await engine.rows(`CREATE TABLE ${table} (${definition})`);
        }
        known ??= types;
        await append(engine, table, batch, types);
      }
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw fault(
        'holdout-unreadable',
        `${clip(path, 200)} cannot be read as Arrow IPC: ${clip(words, 300)}`,
        {
          fix: /compress/i.test(words)
            ? 'Write it without compression, or as Parquet.'
            : 'Write it again, or as Parquet.',
        },
      );
    }
  }
  if (!known) throw fault('holdout-empty', `${clip(paths[0]!, 200)} has no rows.`);
}

async function append(engine: Engine, table: string, batch: RecordBatch, types: readonly DuckDBType[]) {
  const connection = await engine.connect();
  const appender = await connection.createAppender(table.slice(1, -1));
  for (let first = 0; first < batch.numRows; first += CHUNK_ROWS) {
    const count = Math.min(CHUNK_ROWS, batch.numRows - first);
    const chunk = engine.api.DuckDBDataChunk.create(types, count);
    for (const [i, type] of types.entries()) {
      const column = batch.getChildAt(i)!;
      const convert = converterOf(engine.api, type);
      const values = Array.from({ length: count }, (_, j) => convert(column.get(first + j)));
      chunk.setColumnValues(i, values);
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function typeOf(api: DuckDBApi, arrow: Arrow, type: DataType): DuckDBType {
  const { DataType: is } = arrow;
  if (is.isInt(type)) {
    const sizes = { 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' } as const;
    const name = sizes[type.bitWidth as 8];
    return type.isSigned ? api[name] : api[`U${name}`];
  }
  if (is.isFloat(type)) return type.precision === arrow.Precision.DOUBLE ? api.DOUBLE : api.FLOAT;
  if (is.isBool(type)) return api.BOOLEAN;
  if (is.isList(type) || is.isFixedSizeList(type))
    return api.LIST(typeOf(api, arrow, type.children[0]!.type));
  if (is.isDictionary(type)) return typeOf(api, arrow, type.dictionary);
  return api.VARCHAR;
}

/** Of one value; what has no type of its own here becomes text. */
function converterOf(api: DuckDBApi, type: DuckDBType): (value: unknown) => DuckDBValue {
  if (type.typeId === api.DuckDBTypeId.LIST) {
    const inner = converterOf(api, (type as InstanceType<DuckDBApi['DuckDBListType']>).valueType);
    return (value) => (value == null ? null : api.listValue([...(value as Iterable<unknown>)].map(inner)));
  }
  if (type.typeId === api.DuckDBTypeId.VARCHAR) {
    return (value) => {
      if (value == null) return null;
      return value instanceof Date ? value.toISOString() : String(value);
    };
  }
  return (value) => (value ?? null) as DuckDBValue;
}
