/** Element types by both of their names. Source: Open Inference Protocol, "Tensor Data Types"; BF16 is Triton's. */
import type { ElementType, TensorData } from '../../ports.ts';

export interface Datatype {
  /** As the protocol names it. */
  readonly datatype: string;
  /** As ONNX Runtime names it. */
  readonly type: ElementType;
  /** Of one element in binary form; null for BYTES, each of which has its length before it. */
  readonly bytes: number | null;
  /** How one JSON value becomes an element, or null where it is none of the type. */
  readonly fromJson: ((value: unknown) => number | bigint | string | null) | null;
  allocate(length: number): TensorData['data'];
}

const finite = (value: unknown) => (typeof value === 'number' ? value : null);
const truth = (value: unknown) =>
  typeof value === 'boolean' || value === 0 || value === 1 ? Number(value) : null;
const whole = (low: number, high: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= low && (value as number) <= high ? (value as number) : null;
/** Beyond 2^53 JSON has already rounded; such numbers come as text, or in binary. */
const long = (low: bigint, high: bigint) => (value: unknown) => {
  const exact =
    typeof value === 'string' && /^-?\d{1,20}$/.test(value)
      ? value
      : Number.isSafeInteger(value)
        ? value
        : null;
  if (exact === null) return null;
  const number = BigInt(exact as number | string);
  return number >= low && number <= high ? number : null;
};

export const DATATYPES: readonly Datatype[] = [
  { datatype: 'BOOL', type: 'bool', bytes: 1, fromJson: truth, allocate: (n) => new Uint8Array(n) },
  { datatype: 'UINT8', type: 'uint8', bytes: 1, fromJson: whole(0, 255), allocate: (n) => new Uint8Array(n) },
  {
    datatype: 'UINT16',
    type: 'uint16',
    bytes: 2,
    fromJson: whole(0, 65535),
    allocate: (n) => new Uint16Array(n),
  },
  {
    datatype: 'UINT32',
    type: 'uint32',
    bytes: 4,
    fromJson: whole(0, 2 ** 32 - 1),
    allocate: (n) => new Uint32Array(n),
  },
  {
    datatype: 'UINT64',
    type: 'uint64',
    bytes: 8,
    fromJson: long(0n, 2n ** 64n - 1n),
    allocate: (n) => new BigUint64Array(n),
  },
  { datatype: 'INT8', type: 'int8', bytes: 1, fromJson: whole(-128, 127), allocate: (n) => new Int8Array(n) },
  {
    datatype: 'INT16',
    type: 'int16',
    bytes: 2,
    fromJson: whole(-32768, 32767),
    allocate: (n) => new Int16Array(n),
  },
  {
    datatype: 'INT32',
    type: 'int32',
    bytes: 4,
    fromJson: whole(-(2 ** 31), 2 ** 31 - 1),
    allocate: (n) => new Int32Array(n),
  },
  {
    datatype: 'INT64',
    type: 'int64',
    bytes: 8,
    fromJson: long(-(2n ** 63n), 2n ** 63n - 1n),
    allocate: (n) => new BigInt64Array(n),
  },
  // The protocol gives half floats no form in JSON.
  { datatype: 'FP16', type: 'float16', bytes: 2, fromJson: null, allocate: (n) => new Uint16Array(n) },
  { datatype: 'FP32', type: 'float32', bytes: 4, fromJson: finite, allocate: (n) => new Float32Array(n) },
  { datatype: 'FP64', type: 'float64', bytes: 8, fromJson: finite, allocate: (n) => new Float64Array(n) },
  {
    datatype: 'BYTES',
    type: 'string',
    bytes: null,
    fromJson: (value) => (typeof value === 'string' ? value : null),
    allocate: (n) => new Array<string>(n).fill(''),
  },
];

const BY_NAME = new Map(DATATYPES.map((one) => [one.datatype, one]));
const BY_TYPE = new Map<string, Datatype>(DATATYPES.map((one) => [one.type, one]));

export const datatypeNamed = (name: string): Datatype | null => BY_NAME.get(name) ?? null;
/** Null for what no protocol message can carry. */
export const datatypeOf = (type: string | null): Datatype | null =>
  type === null ? null : (BY_TYPE.get(type) ?? null);
