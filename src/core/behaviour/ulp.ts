/** Distances in units in the last place: how many numbers of the type lie between two. */
import type { Tensor } from '../scoring/types.ts';

type Distance = (index: number) => number;

/**
 * The distance of two float tensors of one type, by element; null for other types. Both elements must be finite.
 * The bits of IEEE 754 numbers of one sign, read as a whole number, rise with the number; those of negative ones count
 * down from zero, so that +0 and −0 are 0 apart.
 * @example 1 and the next float32, 1.00000012, are 1 apart; the smallest numbers of both signs are 2 apart.
 */
export function ulpsBetween(a: Tensor, b: Tensor): Distance | null {
  const kind = a.type === b.type ? ORDERS[a.type] : undefined;
  if (!kind) return null;
  const [left, right] = [kind(a.data as never), kind(b.data as never)];
  return (index) => {
    const [one, other] = [left(index), right(index)];
    return typeof one === 'bigint' || typeof other === 'bigint'
      ? Math.abs(Number(BigInt(one) - BigInt(other)))
      : Math.abs(one - other);
  };
}

type Order = (index: number) => number | bigint;

const ORDERS: { readonly [type in Tensor['type']]?: (data: never) => Order } = {
  float16(data: Uint16Array): Order {
    return (i) => (data[i]! & 0x8000 ? -(data[i]! & 0x7fff) : data[i]!);
  },
  float32(data: Float32Array): Order {
    const bits = new Int32Array(data.buffer, data.byteOffset, data.length);
    return (i) => (bits[i]! < 0 ? -(bits[i]! & 0x7fffffff) : bits[i]!);
  },
  float64(data: Float64Array): Order {
    const bits = new BigInt64Array(data.buffer, data.byteOffset, data.length);
    return (i) => (bits[i]! < 0n ? -(bits[i]! & 0x7fffffffffffffffn) : bits[i]!);
  },
};
