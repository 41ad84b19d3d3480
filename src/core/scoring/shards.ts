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

/** Shards of one table that `paths` lack, one fault for each folder. Files with other names are none of them. */
export function missingShards(paths: readonly string[]): Fault[] {
  const folders = new Map<string, Set<number>>();
  for (const path of paths) {
    const [, folder, index, of] = /^(.*?)scores-(\d{5})-of-(\d{5})\.parquet$/.exec(path) ?? [];
    if (folder === undefined) continue;
    const key = JSON.stringify([folder, Number(of)]);
    folders.set(key, (folders.get(key) ?? new Set()).add(Number(index)));
  }
  return [...folders].flatMap(([key, there]) => {
    const [folder, of] = JSON.parse(key) as [string, number];
    const missing = Array.from({ length: Math.min(of, MOST_SHARDS) }, (_, i) => i + 1).filter(
      (index) => !there.has(index),
    );
    if (missing.length === 0) return [];
    const [first, ...rest] = missing.map((index) => shardFile({ index, of }));
    const more = rest.length === 0 ? '' : ` and ${rest.length} more`;
    return [
      {
        code: 'file-missing',
        message: `Of ${of} shards ${there.size} are there${folder === '' ? '' : ` in ${folder.slice(0, 200)}`}: ${first}${more} ${rest.length === 0 ? 'is' : 'are'} missing.`,
        fix: `Run \`onnx-gate score --shard ${missing[0]}/${of}\`, or fetch what its job has written.`,
      } satisfies Fault,
    ];
  });
}
