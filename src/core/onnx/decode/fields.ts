/** Messages of onnx.proto from the wire, each by a table of its fields, and without a message object in between. */
import type { BinaryReader } from '@bufbuild/protobuf/wire';

export type Draft<T> = { -readonly [K in keyof T]: T[K] };
/** Reads one field's value into the message; field numbers are those of onnx.proto. */
export type Read<T> = (into: Draft<T>, reader: BinaryReader, wireType: number) => void;
export type Fields<T> = readonly (Read<T> | undefined)[];

const LENGTH_DELIMITED = 2;

/** Shared by all that have none: most lists of most nodes. */
export const NONE: readonly never[] = Object.freeze([]);

export function add<T>(list: readonly T[], item: T): readonly T[] {
  if (list.length === 0) return [item];
  (list as T[]).push(item);
  return list;
}

export const fields = <T>(numbered: Readonly<Record<number, Read<T>>>): Fields<T> =>
  Array.from({ length: Math.max(...Object.keys(numbered).map(Number)) + 1 }, (_, field) => numbered[field]);

/** Fills `into` until `end`. What occurs again is merged into what is there, as protobuf demands. */
export function fill<T>(known: Fields<T>, into: Draft<T>, reader: BinaryReader, end: number): T {
  while (reader.pos < end) {
    const tag = reader.uint32();
    const read = known[tag >>> 3];
    if (read === undefined) reader.skip(tag & 7);
    else read(into, reader, tag & 7);
  }
  return into as T;
}

/** A message nested in another one: its length, then its fields. */
export function nested<T>(known: Fields<T>, into: T, reader: BinaryReader): T {
  const length = reader.uint32();
  return fill(known, into as Draft<T>, reader, reader.pos + length);
}

/** One value, or several of them packed. */
export function several<T>(
  list: readonly T[],
  reader: BinaryReader,
  wireType: number,
  one: (reader: BinaryReader) => T,
): readonly T[] {
  if (wireType !== LENGTH_DELIMITED) return add(list, one(reader));
  let all = list;
  const length = reader.uint32();
  for (const end = reader.pos + length; reader.pos < end; ) all = add(all, one(reader));
  return all;
}

export const readLong = (reader: BinaryReader): bigint => BigInt(reader.int64());

/** `''` and `ai.onnx` name the same operators. */
export function readDomain(reader: BinaryReader): string {
  const domain = reader.string();
  return domain === 'ai.onnx' ? '' : domain;
}

/** What the pre-scan left in a message. */
export function readNote(reader: BinaryReader): [number, number, number] {
  reader.uint32();
  return [reader.double(), reader.double(), reader.double()];
}
