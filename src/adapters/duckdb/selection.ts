/** Which rows of a source count, as SQL around it. The order of the rows stays. */
import { createHash } from 'node:crypto';
import type { Digest } from '../../core/documents/common.ts';
import type { Selection } from '../../ports.ts';

const KEYS = ['where', 'sample', 'limit'] as const;

export function isSelective(selection: Selection): boolean {
  return KEYS.some((key) => selection[key] !== undefined);
}

/** `from` is an SQL FROM item, and so is what comes back. */
export function selected(from: string, { where, sample, limit }: Selection): string {
  // The newline ends a trailing comment.
  const filtered = where === undefined ? from : `(SELECT * FROM ${from} WHERE (${where}\n))`;
  const drawn = sample === undefined ? filtered : sampled(filtered, sample.size, sample.seed);
  return limit === undefined ? drawn : `(SELECT * FROM ${drawn} LIMIT ${limit})`;
}

/**
 * MD5 of seed and position, since DuckDB's own sampling depends on the number of threads, and its hash on the version.
 * A share takes the rows whose number is in the lower part of the 64 bits; a count takes the lowest ones.
 */
function sampled(from: string, size: number, seed: number): string {
  const draw = `md5_number_lower('${seed}:' || row_number() OVER ())`;
  const numbered = `(SELECT *, ${draw} AS onnx_gate_draw FROM ${from})`;
  const bound =
    size < 1
      ? `onnx_gate_draw < ${BigInt(Math.round(size * 2 ** 53)) * 2n ** 11n}::UBIGINT`
      : `onnx_gate_draw <= (SELECT max(draw) FROM (SELECT ${draw} AS draw FROM ${from} ORDER BY draw LIMIT ${size}))`;
  return `(SELECT * EXCLUDE (onnx_gate_draw) FROM ${numbered} WHERE ${bound})`;
}

/** Of the rows that count, given the digest of all. */
export function identifySelection(digest: Digest, selection: Selection): Digest {
  if (!isSelective(selection)) return digest;
  const text = JSON.stringify([digest, ...KEYS.map((key) => selection[key] ?? null)]);
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}
