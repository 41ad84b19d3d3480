/** The binary tensor data extension: elements one after another, little-endian. */
import type { TensorData } from '../../ports.ts';
import type { Datatype } from './datatypes.ts';
import { bad, shown } from './refusal.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/** `bytes` are copied, so that the values stand aligned and alone. Throws Refusal when there are too many or too few. */
export function readBinary(
  name: string,
  bytes: Uint8Array,
  datatype: Datatype,
  length: number,
): TensorData['data'] {
  if (datatype.bytes === null) return readStrings(name, bytes, length);
  const needed = datatype.bytes * length;
  if (bytes.length !== needed)
    throw bad(`Input ${shown(name)} comes with ${bytes.length} bytes, and its shape needs ${needed}.`);
  const values = datatype.allocate(length) as Uint8Array;
  new Uint8Array(values.buffer).set(bytes);
  return values;
}

/** Each element is its length in 4 bytes, then UTF-8. */
function readStrings(name: string, bytes: Uint8Array, length: number): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const values: string[] = [];
  let offset = 0;
  for (let i = 0; i < length; i++) {
    const size = offset + 4 <= bytes.length ? view.getUint32(offset, true) : Number.POSITIVE_INFINITY;
    if (offset + 4 + size > bytes.length)
      throw bad(`Element ${i} of input ${shown(name)} runs past its data.`);
    try {
      values.push(decoder.decode(bytes.subarray(offset + 4, offset + 4 + size)));
    } catch {
      throw bad(`Element ${i} of input ${shown(name)} is not UTF-8.`);
    }
    offset += 4 + size;
  }
  if (offset !== bytes.length)
    throw bad(`Input ${shown(name)} has ${bytes.length - offset} bytes after its ${length} elements.`);
  return values;
}

export function writeBinary({ type, data }: TensorData): Uint8Array {
  if (type !== 'string') return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const parts = data.map((text) => encoder.encode(text));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const part of parts) {
    view.setUint32(offset, part.length, true);
    bytes.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return bytes;
}
