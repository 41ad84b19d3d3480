import type { ElementType, Tensor, TensorData } from '../../scoring/types.ts';

/** A stored tensor, or why it could not be read: the end of a sentence about the file. */
export type Stored =
  | { readonly ok: true; readonly name: string; readonly tensor: Tensor }
  | { readonly ok: false; readonly why: string };

export const unread = (why: string): Stored => ({ ok: false, why });

type Numeric = Exclude<TensorData['data'], string[]>;

/** Per element type, the array over little-endian bytes. */
const ARRAYS: Readonly<Record<Exclude<ElementType, 'string'>, new (buffer: ArrayBuffer) => Numeric>> = {
  float32: Float32Array,
  float64: Float64Array,
  float16: Uint16Array,
  int8: Int8Array,
  uint8: Uint8Array,
  bool: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
};

/** Elements of a shape; null for a negative dimension, or more than an array can hold. */
export function elementsOf(shape: readonly number[]): number | null {
  const elements = shape.reduce((product, size) => product * size, 1);
  return shape.every((size) => size >= 0) && Number.isSafeInteger(elements) ? elements : null;
}

/** A tensor from little-endian bytes; every platform that we run on is little-endian. */
export function fromBytes(
  name: string,
  type: Exclude<ElementType, 'string'>,
  bytes: Uint8Array,
  shape: readonly number[],
): Stored {
  const array = ARRAYS[type] as (typeof ARRAYS)['int8'] & { readonly BYTES_PER_ELEMENT: number };
  const elements = elementsOf(shape);
  if (elements === null || elements * array.BYTES_PER_ELEMENT !== bytes.length) {
    return unread(`has ${bytes.length} bytes, which is not ${type} [${shape.slice(0, 20).join(', ')}]`);
  }
  // A copy, for the bytes may begin anywhere; not `slice`, which of a Buffer is none.
  return {
    ok: true,
    name,
    tensor: { type, data: new array(new Uint8Array(bytes).buffer), shape } as Tensor,
  };
}

/** A tensor from values. */
export function fromValues(
  name: string,
  type: Exclude<ElementType, 'string'>,
  values: readonly number[] | readonly bigint[],
  shape: readonly number[],
): Stored {
  if (elementsOf(shape) !== values.length) {
    return unread(`has ${values.length} values for the shape [${shape.slice(0, 20).join(', ')}]`);
  }
  const from = (ARRAYS[type] as unknown as typeof Float32Array).from as (values: unknown) => Numeric;
  return {
    ok: true,
    name,
    tensor: { type, data: from.call(ARRAYS[type] as never, values), shape } as Tensor,
  };
}

export function fromTexts(name: string, texts: readonly string[], shape: readonly number[]): Stored {
  if (elementsOf(shape) !== texts.length) {
    return unread(`has ${texts.length} texts for the shape [${shape.slice(0, 20).join(', ')}]`);
  }
  return { ok: true, name, tensor: { type: 'string', data: [...texts], shape } };
}
