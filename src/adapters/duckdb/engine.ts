/** DuckDB, loaded on first need and opened once per table. The only file that imports it at run time. */
import { randomUUID } from 'node:crypto';
import { rm, statfs } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type * as DuckDB from '@duckdb/node-api';
import type { TensorFiles } from '../../ports.ts';

export type DuckDBApi = typeof DuckDB;

const MOST_THREADS = 4;
const MOST_MEMORY = 4 * 2 ** 30;
const DISK_SHARE = 0.8;

/** What a database is opened with. */
export interface Parts {
  readonly api: DuckDBApi;
  readonly decode: TensorFiles;
  /** Bytes that DuckDB may hold; absent: half of what the machine has, and 4 GiB at most. */
  readonly memory?: number | undefined;
}

/** An in-memory database. Dispose closes it and removes what it spilled to disk. */
export interface Engine extends AsyncDisposable {
  readonly api: DuckDBApi;
  /** Reads tensors, which are no tables to DuckDB. */
  readonly decode: TensorFiles;
  /** A connection of its own: a stream ends when its connection runs another statement. */
  connect(): Promise<DuckDB.DuckDBConnection>;
  /** All rows of a small result as JSON values; 64-bit integers come as strings. */
  rows(sql: string): Promise<DuckDB.Json[][]>;
}

/** `directory`: the one whose `node_modules` holds `@duckdb/node-api`. */
export function loadDuckDB(directory: string): DuckDBApi {
  return createRequire(join(directory, '_.js'))('@duckdb/node-api') as DuckDBApi;
}

/** `bounded`: what spills may take no more than `DISK_SHARE` of the room that is left in the folder for temporary files. */
export async function openEngine(
  { api, decode, memory = memoryLimit() }: Parts,
  { bounded = false }: { readonly bounded?: boolean } = {},
): Promise<Engine> {
  const spill = join(tmpdir(), `onnx-gate-duckdb-${randomUUID()}`);
  const room = bounded ? await statfs(tmpdir()) : null;
  const instance = await api.DuckDBInstance.create(':memory:', {
    // Nothing is fetched behind the user's back: what is not built in is an error with its reason.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    threads: String(Math.min(MOST_THREADS, availableParallelism())),
    memory_limit: `${Math.floor(memory / 2 ** 20)}MiB`,
    temp_directory: spill,
    ...(room && {
      max_temp_directory_size: `${Math.floor((room.bavail * room.bsize * DISK_SHARE) / 2 ** 20)}MiB`,
    }),
  });
  const main = await instance.connect();
  const open = [main];
  return {
    api,
    decode,
    async connect() {
      const connection = await instance.connect();
      open.push(connection);
      return connection;
    },
    async rows(sql) {
      const reader = await main.runAndReadAll(sql);
      return reader.getRowsJson();
    },
    async [Symbol.asyncDispose]() {
      for (const connection of open) connection.closeSync();
      instance.closeSync();
      await rm(spill, { recursive: true, force: true });
    },
  };
}

/** Half of what the machine or its container has: ONNX Runtime wants the other half. */
const memoryLimit = () => Math.min(MOST_MEMORY, memoryOfMachine() / 2);

/** Bytes that the machine or its container has. */
export function memoryOfMachine(): number {
  const constrained = process.constrainedMemory();
  return Math.min(totalmem(), constrained > 0 ? constrained : Number.POSITIVE_INFINITY);
}
