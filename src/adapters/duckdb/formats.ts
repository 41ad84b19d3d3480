import { type FileKind, KINDS } from './kinds.ts';

export type Format = 'parquet' | 'csv' | 'tsv' | 'json' | StoredFormat;

/** Formats that DuckDB does not read: they are loaded into a table of it. */
export type StoredFormat = 'arrow' | 'npy' | 'npz' | 'onnx';

const EXTENSIONS: ReadonlyMap<string, Format> = new Map([
  ['.parquet', 'parquet'],
  ['.csv', 'csv'],
  ['.tsv', 'tsv'],
  ['.jsonl', 'json'],
  ['.ndjson', 'json'],
  ['.json', 'json'],
  ['.arrow', 'arrow'],
  ['.feather', 'arrow'],
  ['.npy', 'npy'],
  ['.npz', 'npz'],
  ['.pb', 'onnx'],
]);

const TEXT: ReadonlySet<Format> = new Set(['csv', 'tsv', 'json']);

const MAGIC: Readonly<Partial<Record<Format, FileKind>>> = {
  parquet: KINDS.parquet,
  arrow: KINDS.arrow,
  npy: KINDS.numpy,
  npz: KINDS.zip,
};

const COMPRESSIONS: ReadonlyMap<string, FileKind> = new Map([
  ['.gz', KINDS.gzip],
  ['.zst', KINDS.zstd],
]);

/** For the sentence about an unknown extension. */
export const EXTENSION_LIST = `${[...EXTENSIONS.keys()].join(', ')}; text also as .gz or .zst`;

/** The format that a name promises, and what the first bytes must be (null: plain text). Null when unknown. */
export function formatOf(path: string): { readonly format: Format; readonly magic: FileKind | null } | null {
  const lower = path.toLowerCase();
  const compression = [...COMPRESSIONS.keys()].find((extension) => lower.endsWith(extension));
  const plain = compression ? lower.slice(0, -compression.length) : lower;
  const extension = [...EXTENSIONS.keys()].find((known) => plain.endsWith(known));
  const format = extension && EXTENSIONS.get(extension);
  if (!format) return null;
  if (!compression) return { format, magic: MAGIC[format] ?? null };
  return TEXT.has(format) ? { format, magic: COMPRESSIONS.get(compression)! } : null;
}
