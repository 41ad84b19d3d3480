import type { ColumnRequest, ElementType, TensorData } from './types.ts';

/** How a column becomes values of an ONNX element type. */
export interface Element {
  readonly family: 'float' | 'integer' | 'string';
  /** What is read from the table. Doubles for float16, so that it is rounded once. */
  readonly as: ColumnRequest['as'];
  /** Inclusive bounds of an integer type. int64 and uint64 above 2^63 − 1 are bounded by what is read. */
  readonly range: readonly [number, number] | null;
  allocate(length: number): TensorData['data'];
}

const float = (as: ColumnRequest['as'], allocate: Element['allocate']): Element => {
  return { family: 'float', as, range: null, allocate };
};
const integer = (low: number, high: number, allocate: Element['allocate']): Element => {
  return { family: 'integer', as: 'int64', range: [low, high], allocate };
};

export const ELEMENTS: Readonly<Record<ElementType, Element>> = {
  float32: float('float32', (length) => new Float32Array(length)),
  float64: float('float64', (length) => new Float64Array(length)),
  float16: float('float64', (length) => new Uint16Array(length)),
  int8: integer(-128, 127, (length) => new Int8Array(length)),
  uint8: integer(0, 255, (length) => new Uint8Array(length)),
  bool: integer(0, 1, (length) => new Uint8Array(length)),
  int16: integer(-32768, 32767, (length) => new Int16Array(length)),
  uint16: integer(0, 65535, (length) => new Uint16Array(length)),
  int32: integer(-(2 ** 31), 2 ** 31 - 1, (length) => new Int32Array(length)),
  uint32: integer(0, 2 ** 32 - 1, (length) => new Uint32Array(length)),
  int64: integer(-(2 ** 63), 2 ** 63, (length) => new BigInt64Array(length)),
  uint64: integer(0, 2 ** 64, (length) => new BigUint64Array(length)),
  string: {
    family: 'string',
    as: 'string',
    range: null,
    allocate: (length) => new Array<string>(length).fill(''),
  },
};

/** `type` as ONNX Runtime names it, or null when it cannot be fed from columns. */
export function elementOf(type: string): Element | null {
  return Object.hasOwn(ELEMENTS, type) ? ELEMENTS[type as ElementType] : null;
}

/** What stands where there is no value: the row is told, or NaN or a number is put there. */
export type Missing = 'fail' | 'nan' | number;

/** Why an element cannot hold what stands for a missing value: the end of a sentence. Null when it can. */
export function checkMissing({ family, range }: Element, missing: Missing): string | null {
  if (missing === 'fail' || family === 'float') return null;
  if (family === 'string') return 'takes text';
  if (!Number.isSafeInteger(missing)) return 'takes whole numbers';
  const value = missing as number;
  return range && value >= range[0] && value <= range[1] ? null : 'takes a smaller range';
}
