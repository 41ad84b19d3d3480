/** Several requests as one call: their rows one after another, and back. */
import type { Tensor, TensorData, Tensors } from '../ports.ts';

interface Call {
  readonly feeds: Tensors;
  readonly outputs: readonly string[];
}

/** Whether two requests want the same outputs, and their inputs differ in their rows alone. */
export function mayShare(one: Call, other: Call): boolean {
  if (!same(one.outputs, other.outputs)) return false;
  for (const [name, { shape }] of one.feeds) if (!same(shape, other.feeds.get(name)!.shape, 1)) return false;
  return true;
}

function same<T>(one: readonly T[], other: readonly T[], from = 0): boolean {
  if (one.length !== other.length) return false;
  for (let i = from; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

export function joined(requests: readonly { readonly feeds: Tensors; readonly rows: number }[]): Tensors {
  const [first] = requests;
  if (requests.length === 1) return first!.feeds;
  const rows = requests.reduce((sum, one) => sum + one.rows, 0);
  return new Map(
    [...first!.feeds].map(([name, { type, shape }]) => {
      const parts = requests.map(({ feeds }) => feeds.get(name)!.data);
      return [name, { type, shape: [rows, ...shape.slice(1)], data: concatenated(parts) } as Tensor];
    }),
  );
}

function concatenated(parts: readonly TensorData['data'][]): TensorData['data'] {
  if (Array.isArray(parts[0])) return (parts as string[][]).flat();
  const arrays = parts as Float32Array[];
  const all = new (arrays[0]!.constructor as Float32ArrayConstructor)(
    arrays.reduce((sum, part) => sum + part.length, 0),
  );
  let offset = 0;
  for (const part of arrays) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}

/** The rows of each request, in their order. */
export function split(results: Tensors, counts: readonly number[]): Tensors[] {
  if (counts.length === 1) return [results];
  const total = counts.reduce((sum, count) => sum + count, 0);
  let from = 0;
  return counts.map((count) => {
    const part = new Map(
      [...results].map(([name, { type, shape, data }]) => {
        const width = data.length / total;
        const rows = data.slice(from * width, (from + count) * width);
        return [name, { type, shape: [count, ...shape.slice(1)], data: rows } as Tensor];
      }),
    );
    from += count;
    return part;
  });
}
