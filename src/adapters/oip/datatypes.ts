/** The datatypes of the Open Inference Protocol, and how tensors of them travel: little-endian bytes, or JSON. */
import { type Datatype, DATATYPES as TABLE } from '../../core/protocol/datatypes.ts';
import type { Tensor, TensorData } from '../../ports.ts';

/** By the protocol's name. */
export const DATATYPES: ReadonlyMap<string, Datatype> = new Map(TABLE.map((one) => [one.datatype, one]));

const VIEWS = {
  bool: Uint8Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  uint64: BigUint64Array,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  int64: BigInt64Array,
  float16: Uint16Array,
  float32: Float32Array,
  float64: Float64Array,
} as const;

type Numbers = Exclude<TensorData['data'], string[]>;

/**
 * A copy: requests wait and are sent again, and the arrays are filled anew meanwhile. All machines that Node.js runs on
 * here are little-endian, as the protocol is; so numbers are not copied one by one.
 */
export function toBytes(datatype: string, { data }: Tensor): Uint8Array {
  if (Array.isArray(data)) return stringsToBytes(data);
  const numbers = datatype === 'BF16' ? toBfloat16(data as Float32Array) : data;
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength).slice();
}

/** Null when the bytes are not `count` elements. */
export function fromBytes(datatype: string, bytes: Uint8Array, count: number): TensorData | null {
  const { type, bytes: size } = DATATYPES.get(datatype)!;
  if (size === null) {
    const data = stringsFromBytes(bytes, count);
    return data && { type: 'string', data };
  }
  if (bytes.byteLength !== size * count) return null;
  // A copy is aligned, as a part of a response need not be; Buffer's own `slice` would not copy.
  const { buffer } = new Uint8Array(bytes);
  if (datatype === 'BF16') return { type: 'float32', data: fromBfloat16(new Uint16Array(buffer)) };
  return { type, data: new VIEWS[type as keyof typeof VIEWS](buffer as ArrayBuffer) } as TensorData;
}

/** As JSON text: 64-bit integers keep all their digits. NaN and infinity have no form there (null). */
export function toJson(datatype: string, { data }: Tensor): string | null {
  if (Array.isArray(data)) return JSON.stringify(data);
  if (datatype === 'BOOL') return `[${Array.from(data as Uint8Array, (bit) => bit !== 0).join()}]`;
  if (data instanceof Float32Array || data instanceof Float64Array) {
    if (!data.every(Number.isFinite)) return null;
  }
  return `[${(data as Float64Array).join()}]`;
}

/** From parsed JSON, flat or nested. Null when these are not `count` values of the datatype. */
export function fromJson(datatype: string, json: unknown, count: number): TensorData | null {
  const { type } = DATATYPES.get(datatype)!;
  if (!Array.isArray(json)) return null;
  const values: unknown[] = json.some(Array.isArray) ? json.flat(64) : json;
  if (values.length !== count) return null;
  if (type === 'string')
    return values.every((value) => typeof value === 'string') ? { type, data: values } : null;
  const is = datatype === 'BOOL' ? 'boolean' : 'number';
  if (!values.every((value) => typeof value === is)) return null;
  if (type === 'int64' || type === 'uint64') {
    // Beyond 2⁵³ the reader of the JSON has rounded already.
    if (!values.every(Number.isSafeInteger)) return null;
    const whole = values.map((value) => BigInt(value as number));
    return type === 'int64'
      ? { type, data: BigInt64Array.from(whole) }
      : { type, data: BigUint64Array.from(whole) };
  }
  const data = new VIEWS[type as 'float64'](count);
  for (let i = 0; i < count; i++) data[i] = Number(values[i]);
  return { type, data } as TensorData;
}

function stringsToBytes(values: readonly string[]): Uint8Array {
  const parts = values.flatMap((value) => {
    const length = Buffer.alloc(4);
    const text = Buffer.from(value);
    length.writeUInt32LE(text.length);
    return [length, text];
  });
  return Buffer.concat(parts);
}

function stringsFromBytes(bytes: Uint8Array, count: number): string[] | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values: string[] = [];
  let at = 0;
  while (values.length < count && at + 4 <= buffer.length) {
    const end = at + 4 + buffer.readUInt32LE(at);
    if (end > buffer.length) return null;
    values.push(buffer.toString('utf8', at + 4, end));
    at = end;
  }
  return values.length === count && at === buffer.length ? values : null;
}

/** Rounds to nearest, ties to even; a NaN stays one. */
function toBfloat16(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  return Uint16Array.from(bits, (word, i) =>
    Number.isNaN(values[i]!) ? 0x7fc0 : (word + 0x7fff + ((word >>> 16) & 1)) >>> 16,
  );
}

function fromBfloat16(halves: Uint16Array): Float32Array {
  const numbers: Numbers = new Float32Array(Uint32Array.from(halves, (half) => half << 16).buffer);
  return numbers;
}
