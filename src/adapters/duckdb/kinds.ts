/** What a file is by its first bytes, so that a wrong one is named before DuckDB stumbles over it. */

export interface FileKind {
  readonly name: string;
  readonly pattern: RegExp;
  /** What to do when it stands where data is expected. */
  readonly fix: string;
}

/** Enough for every pattern below. */
export const HEAD_BYTES = 512;

const kind = (name: string, pattern: RegExp, fix: string): FileKind => ({ name, pattern, fix });

/** Patterns are over the head decoded as Latin-1. */
export const KINDS = {
  lfs: kind(
    'a Git LFS pointer',
    /^version https:\/\/git-lfs\.github\.com\/spec\/v1/,
    'Run `git lfs pull`, or check out with `lfs: true` in actions/checkout.',
  ),
  html: kind(
    'an HTML page',
    /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)/i,
    'It looks like an error or sign-in page saved by a download: fetch the data again.',
  ),
  zip: kind('a zip archive', /^PK\x03\x04/, 'Unpack it, or export the sheet as CSV.'),
  gzip: kind('gzip-compressed', /^\x1f\x8b/, 'Add `.gz` to its name, or unpack it.'),
  zstd: kind('zstd-compressed', /^\x28\xb5\x2f\xfd/, 'Add `.zst` to its name, or unpack it.'),
  parquet: kind('a Parquet file', /^PAR1/, 'Give it the extension `.parquet`.'),
  arrow: kind('an Arrow IPC file', /^ARROW1\0/, 'Give it the extension `.arrow`.'),
  numpy: kind('a NumPy array', /^\x93NUMPY/, 'Give it the extension `.npy`.'),
  orc: kind('an ORC file', /^ORC[^\x20-\x7e\r\n]/, 'Write it as Parquet.'),
  avro: kind('an Avro file', /^Obj\x01/, 'Write it as Parquet.'),
  utf16: kind('UTF-16 text', /^(?:\xff\xfe|\xfe\xff)/, 'Save it as UTF-8.'),
} as const satisfies Record<string, FileKind>;

export function kindOf(head: Uint8Array): FileKind | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  return Object.values(KINDS).find(({ pattern }) => pattern.test(text)) ?? null;
}
