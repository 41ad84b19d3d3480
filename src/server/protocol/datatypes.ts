/** Element types by both of their names, and how JSON gives them. */
import { type Datatype as Row, DATATYPES as TABLE } from '../../core/protocol/datatypes.ts';
import { ELEMENTS } from '../../core/scoring/elements.ts';
import type { ElementType, TensorData } from '../../ports.ts';

export interface Datatype extends Pick<Row, 'datatype' | 'type' | 'bytes'> {
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

const text = (value: unknown) => (typeof value === 'string' ? value : null);

/** Where bounds alone do not say it. */
const READERS: { readonly [T in ElementType]?: Datatype['fromJson'] } = {
  bool: truth,
  int64: long(-(2n ** 63n), 2n ** 63n - 1n),
  uint64: long(0n, 2n ** 64n - 1n),
  string: text,
};

const readerOf = (type: ElementType) => {
  const { range } = ELEMENTS[type];
  return READERS[type] ?? (range ? whole(...range) : finite);
};

/** No type of ONNX Runtime's is BF16 when it comes from a request. */
export const DATATYPES: readonly Datatype[] = TABLE.filter(({ datatype }) => datatype !== 'BF16').map(
  ({ datatype, type, bytes, json }) => ({
    datatype,
    type,
    bytes,
    fromJson: json ? readerOf(type) : null,
    allocate: ELEMENTS[type].allocate,
  }),
);

const BY_NAME = new Map(DATATYPES.map((one) => [one.datatype, one]));
const BY_TYPE = new Map<string, Datatype>(DATATYPES.map((one) => [one.type, one]));

export const datatypeNamed = (name: string): Datatype | null => BY_NAME.get(name) ?? null;
/** Null for what no protocol message can carry. */
export const datatypeOf = (type: string | null): Datatype | null =>
  type === null ? null : (BY_TYPE.get(type) ?? null);
