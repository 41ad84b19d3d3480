/** Tensors as numbers, and where in them something stands. */
import { fromHalf } from '../scoring/half.ts';
import type { Tensor } from '../scoring/types.ts';

/** Element `index` for arithmetic; whole numbers beyond 2^53 lose digits. NaN for text. */
export function numberAt({ type, data }: Tensor, index: number): number {
  const value = data[index]!;
  if (type === 'float16') return fromHalf(value as number);
  return typeof value === 'string' ? Number.NaN : Number(value);
}

export const isFloat = ({ type }: { readonly type: string | null }): boolean =>
  type === 'float32' || type === 'float64' || type === 'float16';

/** `[2, 0]` for the element `index` of a row-major tensor. */
export function placeOf(shape: readonly number[], index: number): string {
  const place: number[] = [];
  let rest = index;
  for (const size of [...shape].reverse()) {
    place.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return `[${place.join(', ')}]`;
}

/** Enough digits to tell two float32 apart. */
export function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15
    ? String(value)
    : String(Number(value.toPrecision(9)));
}
