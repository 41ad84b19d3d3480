/** Reads values of tensors from where they lie. */
import type { ByteSource } from './byte-source.ts';
import { ELEMENT_TYPES } from './element-types.ts';
import type { ExternalFiles } from './external-files.ts';
import { externalRange } from './external-range.ts';
import type { Segment, Tensor } from './graph.ts';
import { elementCount } from './tensor-size.ts';

/** Enough for shapes, axes and trip counts, which is what integers are read for. */
const MOST_INTEGERS = 1024n;

/** A run of little-endian elements, or null when the values are kept otherwise (int32_data, strings, scattered). */
export interface RawRange {
  readonly offset: number;
  readonly length: number;
  readonly location: string | null;
}

/** Fields of TensorProto whose packed entries are the little-endian elements of these types themselves. */
const SAME_AS_RAW: ReadonlyMap<number, readonly number[]> = new Map([
  [4, [1, 14]],
  [10, [11, 15]],
]);

export function rawRange(tensor: Tensor): RawRange | null {
  if (tensor.external) {
    const range = externalRange(tensor);
    return range && { offset: range.offset, length: range.length, location: range.location };
  }
  const [segment, ...more] = tensor.segments;
  if (segment === undefined || more.length > 0) return null;
  const raw =
    segment.field === 9 || (segment.wireType === 2 && SAME_AS_RAW.get(segment.field)?.includes(tensor.type));
  return raw ? { offset: segment.offset, length: segment.length, location: null } : null;
}

/** Values of an integer or boolean tensor; null when it is another, is larger than 1,024, or does not hold what it says. */
export async function readIntegers(
  tensor: Tensor,
  source: ByteSource,
  external: ExternalFiles,
): Promise<readonly bigint[] | null> {
  const count = elementCount(tensor.dims);
  if (count === null || count > MOST_INTEGERS) return null;
  const values: bigint[] = [];
  const range = rawRange(tensor);
  if (range) {
    const bits = ELEMENT_TYPES.get(tensor.type)?.bits ?? 0;
    const read = READERS.get(tensor.type);
    const bytes = (Number(count) * bits) / 8;
    if (read === undefined || range.length < bytes) return null;
    const data =
      range.location === null
        ? await source.read(range.offset, bytes)
        : await external.read(range.location, range.offset, bytes);
    if (data.length < bytes) return null;
    const view = new DataView(data.buffer, data.byteOffset, data.length);
    for (let at = 0; at < bytes; at += bits / 8) values.push(read(view, at));
  } else {
    for (const segment of tensor.segments) {
      if (segment.field !== 5 && segment.field !== 7) return null;
      // A varint takes at most 10 bytes.
      if (segment.length > Number(MOST_INTEGERS) * 10) return null;
      values.push(...(await varints(segment, source)));
    }
  }
  return BigInt(values.length) === count ? values : null;
}

async function varints({ offset, length }: Segment, source: ByteSource): Promise<bigint[]> {
  const values: bigint[] = [];
  let value = 0n;
  let shift = 0n;
  for (const byte of await source.read(offset, length)) {
    value |= BigInt(byte & 127) << shift;
    shift += 7n;
    if (byte < 128) {
      values.push(BigInt.asIntN(64, value));
      value = 0n;
      shift = 0n;
    }
  }
  return values;
}

const READERS: ReadonlyMap<number, (view: DataView, at: number) => bigint> = new Map([
  [2, (view, at) => BigInt(view.getUint8(at))],
  [3, (view, at) => BigInt(view.getInt8(at))],
  [6, (view, at) => BigInt(view.getInt32(at, true))],
  [7, (view, at) => view.getBigInt64(at, true)],
  [9, (view, at) => BigInt(view.getUint8(at))],
]);
