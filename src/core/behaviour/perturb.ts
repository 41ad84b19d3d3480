/** Feeds with other values in them. */
import { toHalf } from '../scoring/half.ts';
import type { Tensor, Tensors } from '../scoring/types.ts';
import { isFloat } from './numbers.ts';

/** A copy with element `index` of the tensor set by number; float16 is rounded, whole numbers are truncated. */
function setter(tensor: Tensor): (data: Tensor['data'], index: number, value: number) => void {
  const { type } = tensor;
  const convert =
    type === 'float16'
      ? toHalf
      : type === 'int64' || type === 'uint64'
        ? (value: number) => BigInt(Math.trunc(value))
        : Number;
  return (data, index, value) => {
    (data as unknown as (number | bigint)[])[index] = convert(value);
  };
}

/** Every float input filled with one value; the others as they are. Null when there is no float input. */
export function withFloats(feeds: Tensors, value: number, half: number = value): Tensors | null {
  if (![...feeds.values()].some(isFloat)) return null;
  return new Map(
    [...feeds].map(([name, tensor]) => {
      const fill = tensor.type === 'float16' ? half : value;
      return [name, isFloat(tensor) ? withValues(tensor, () => fill) : tensor];
    }),
  );
}

/** As the feeds, with NaN in the floats of the first row of the batched inputs. Null when these hold no float. */
export function withHole(feeds: Tensors, batched: ReadonlySet<string>): Tensors | null {
  const holed = [...batched].filter((name) => isFloat(feeds.get(name)!));
  if (holed.length === 0) return null;
  return new Map(
    [...feeds].map(([name, tensor]) => {
      const width = tensor.data.length / (tensor.shape[0] || 1);
      return [
        name,
        holed.includes(name) ? withValues(tensor, (i) => (i < width ? Number.NaN : null)) : tensor,
      ];
    }),
  );
}

/** As the tensor, with `value` in one column of every row. */
export function withColumn(tensor: Tensor, column: number, value: number): Tensor {
  const width = tensor.data.length / (tensor.shape[0] || 1);
  return withValues(tensor, (i) => (i % width === column ? value : null));
}

/** `valueAt` null: the element stays. */
function withValues(tensor: Tensor, valueAt: (index: number) => number | null): Tensor {
  const data = tensor.data.slice();
  const set = setter(tensor);
  for (let i = 0; i < data.length; i++) {
    const value = valueAt(i);
    if (value !== null) set(data, i, value);
  }
  return { ...tensor, data } as Tensor;
}
