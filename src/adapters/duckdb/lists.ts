/** Columns of lists: the vectors of their innermost values, one after another. */
import type { DuckDBListVector, DuckDBVector } from '@duckdb/node-api';
import type { ColumnValues } from '../../ports.ts';
import type { As } from './casts.ts';

/** Bit by bit whether there is a value; null when there is everywhere. */
export function validBits(vector: DuckDBVector): Uint8Array | null {
  // The mask itself: `itemValid` costs a BigInt a value, three times the whole scan.
  const { validity } = vector as unknown as { readonly validity: { readonly data: BigUint64Array | null } };
  const words = validity.data;
  return words === null ? null : new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

export const isSet = (bits: Uint8Array, at: number): boolean => ((bits[at >> 3]! >> (at & 7)) & 1) === 1;

/** Gathers the rows of one batch. */
export interface ListColumn {
  append(vector: DuckDBListVector, from: number, count: number): void;
  values(): ColumnValues;
}

type Numbers = Float64Array | Float32Array | BigInt64Array;
const ARRAYS = { float64: Float64Array, float32: Float32Array, int64: BigInt64Array } as const;

export function createListColumn(as: As, depth: number): ListColumn {
  const lengths: number[][] = Array.from({ length: depth }, () => []);
  const rows: number[] = [];
  const holes: number[] = [];
  const texts: string[] = [];
  const pieces: Numbers[] = [];
  let total = 0;

  /** Lists `from` to `from + count` of a vector, which lie in its child one after another, but perhaps with gaps. */
  const walk = (vector: DuckDBListVector, level: number, from: number, count: number) => {
    const bits = validBits(vector);
    const child = vector.childVector;
    for (let i = from; i < from + count; i++) {
      const there = bits === null || isSet(bits, i);
      const length = there ? vector.getEntryLength(i) : 0;
      lengths[level]!.push(length);
      if (level === 0) rows.push(there ? 1 : 0);
      if (length === 0) continue;
      const start = vector.getEntryOffset(i);
      if (level + 1 < depth) walk(child as DuckDBListVector, level + 1, start, length);
      else copy(child, start, length);
    }
  };
  const copy = (leaf: DuckDBVector, start: number, length: number) => {
    const bits = validBits(leaf);
    if (bits) for (let i = 0; i < length; i++) if (!isSet(bits, start + i)) holes.push(total + i);
    if (as === 'string') {
      for (let i = 0; i < length; i++) texts.push(String(leaf.getItem(start + i) ?? ''));
    } else {
      const { items } = leaf as unknown as { readonly items: Float32Array };
      pieces.push(items.slice(start, start + length));
    }
    total += length;
  };

  return {
    append: (vector, from, count) => walk(vector, 0, from, count),
    values() {
      const valid = holes.length === 0 ? null : new Uint8Array(total).fill(1);
      for (const at of holes) valid![at] = 0;
      return {
        data: as === 'string' ? texts : joined(new ARRAYS[as](total), pieces),
        valid,
        lists: {
          lengths: lengths.map((each) => Int32Array.from(each)),
          valid: rows.includes(0) ? Uint8Array.from(rows) : null,
        },
      };
    },
  };
}

function joined(into: Numbers, pieces: readonly Numbers[]): Numbers {
  let at = 0;
  for (const piece of pieces) {
    (into as Float32Array).set(piece as Float32Array, at);
    at += piece.length;
  }
  return into;
}
