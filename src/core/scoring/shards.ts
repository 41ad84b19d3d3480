/** Parts of the rows that are scored apart, and give the very scores that one run gives. */
import { type Fault, fault } from '../errors.ts';

/** `index` counts from 1 to `of`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** Rows from `first`, counted from 0. */
export interface Span {
  readonly first: number;
  readonly rows: number;
}

const MOST_SHARDS = 10_000;

/** `3/16`. */
export function parseShard(
  text: string,
): { readonly ok: true; readonly shard: Shard } | { readonly ok: false; readonly fault: Fault } {
  const [, index = 0, of = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= of && of <= MOST_SHARDS) return { ok: true, shard: { index, of } };
  return {
    ok: false,
    fault: {
      code: 'usage-invalid',
      message: `\`--shard ${text.slice(0, 100)}\` is not a part of a whole.`,
      fix: `Write \`--shard 3/16\`, from 1/16 to 16/16; at most ${MOST_SHARDS} parts.`,
    },
  };
}

/**
 * The rows of a shard: whole batches of the undivided table, so that every row is in the batch that it would be in.
 * Null: all rows. Throws `usage-invalid` when there are fewer batches than shards.
 */
export function shardSpan(rows: number, batchRows: number, shard: Shard | null): Span {
  if (shard === null) return { first: 0, rows };
  const batches = Math.ceil(rows / batchRows);
  if (batches < shard.of) {
    throw fault(
      'usage-invalid',
      `${rows} rows are ${batches} batches of ${batchRows}, too few for ${shard.of} shards.`,
      { fix: `Use ${batches} shards at most.` },
    );
  }
  const edge = (index: number) => Math.min(Math.floor((batches * index) / shard.of) * batchRows, rows);
  const first = edge(shard.index - 1);
  return { first, rows: edge(shard.index) - first };
}

/** Names sort in the order of the rows: `scores-00003-of-00016.parquet`. */
export function shardFile({ index, of }: Shard): string {
  const digits = (value: number) => String(value).padStart(5, '0');
  return `scores-${digits(index)}-of-${digits(of)}.parquet`;
}
