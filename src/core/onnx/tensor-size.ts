import { ELEMENT_TYPES } from './element-types.ts';

/** Elements of a tensor, exact; null when a dimension is negative. An empty list of dimensions is a scalar: 1. */
export function elementCount(dims: readonly bigint[]): bigint | null {
  let count = 1n;
  for (const dim of dims) {
    if (dim < 0n) return null;
    count *= dim;
  }
  return count;
}

/** Bytes of `count` elements as raw_data or external data hold them; null for strings and unknown types. */
export function rawBytes(type: number, count: bigint): bigint | null {
  const bits = ELEMENT_TYPES.get(type)?.bits;
  return bits === undefined || bits === null ? null : (count * BigInt(bits) + 7n) / 8n;
}
