/** NumPy's array files (numpy.lib.format, versions 1.0 to 3.0). */
import type { ElementType } from '../../scoring/types.ts';
import { elementsOf, fromBytes, fromTexts, type Stored, unread } from './stored.ts';

const TYPES: ReadonlyMap<string, Exclude<ElementType, 'string'>> = new Map([
  ['f4', 'float32'],
  ['f8', 'float64'],
  ['f2', 'float16'],
  ['i1', 'int8'],
  ['u1', 'uint8'],
  ['b1', 'bool'],
  ['i2', 'int16'],
  ['u2', 'uint16'],
  ['i4', 'int32'],
  ['u4', 'uint32'],
  ['i8', 'int64'],
  ['u8', 'uint64'],
]);

/** `\x93NUMPY` */
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** A header of NumPy is under 100 bytes for ordinary arrays; records, which we do not read, are longer. */
const MOST_HEADER = 10_000;

/** Reads a `.npy` file: numbers, booleans and text (`<U…`, `|S…`), in row-major order. */
export function readNpy(name: string, bytes: Uint8Array): Stored {
  if (MAGIC.some((byte, i) => bytes[i] !== byte)) return unread('is not a NumPy array');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const wide = bytes[6]! > 1;
  const start = wide ? 12 : 10;
  if (bytes.length < start) return unread('is cut short');
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  if (length > MOST_HEADER) return unread(`has a header of ${length} bytes`);
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, start + length));
  const descr = /'descr':\s*'([<>|=])(\w)(\d+)'/.exec(header);
  const dims = /'shape':\s*\(([\d\s,]*)\)/.exec(header)?.[1];
  if (!descr || dims === undefined) return unread('is not an array of numbers or text');
  const [, order = '', kind = '', size = ''] = descr;
  const shape = dims.split(',').flatMap((size) => (size.trim() === '' ? [] : [Number(size)]));
  if (order === '>')
    return unread("is big-endian; save it with `array.astype(array.dtype.newbyteorder('<'))`");
  if (/'fortran_order':\s*True/.test(header) && shape.length > 1) {
    return unread('is in column-major order; save it with `np.ascontiguousarray(array)`');
  }
  const body = bytes.subarray(start + length);
  if (kind === 'U' || kind === 'S') return readTexts(name, body, shape, kind, Number(size));
  const type = TYPES.get(kind + size);
  return type
    ? fromBytes(name, type, body, shape)
    : unread(`holds ${kind}${size}, which no model input takes`);
}

/** Fixed-width texts, filled up with zeros: UTF-32 (`U`, `size` code points) or bytes (`S`). */
function readTexts(
  name: string,
  body: Uint8Array,
  shape: readonly number[],
  kind: string,
  size: number,
): Stored {
  const width = kind === 'U' ? size * 4 : size;
  const elements = elementsOf(shape);
  if (elements === null || elements * width !== body.length) return unread('is cut short');
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const texts = Array.from({ length: elements }, (_, i) => {
    if (kind === 'S') return new TextDecoder().decode(body.subarray(i * width, (i + 1) * width));
    const points = Array.from({ length: size }, (_, at) => view.getUint32(i * width + at * 4, true));
    return points.map((point) => String.fromCodePoint(point > 0x10ffff ? 0xfffd : point)).join('');
  });
  return fromTexts(
    name,
    texts.map((text) => text.replace(/\0+$/, '')),
    shape,
  );
}
