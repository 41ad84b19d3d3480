/** Protobuf messages as pieces, so that what is not changed keeps its bytes. */
import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** One field of a message as it stands in the file. */
export interface Piece {
  readonly field: number;
  /** Tag, length and content. */
  readonly whole: Uint8Array;
  /** The content alone; of fields that are not length-delimited, all of it. */
  readonly body: Uint8Array;
}

/** The fields in their order, without copying. Throws RangeError where the message is cut short. */
export function piecesOf(bytes: Uint8Array): Piece[] {
  const reader = new BinaryReader(bytes);
  const pieces: Piece[] = [];
  while (reader.pos < bytes.length) {
    const start = reader.pos;
    const [field, type] = reader.tag();
    if (type === WireType.LengthDelimited) {
      const body = reader.bytes();
      pieces.push({ field, whole: bytes.subarray(start, reader.pos), body });
    } else {
      reader.skip(type, field);
      const whole = bytes.subarray(start, reader.pos);
      pieces.push({ field, whole, body: whole });
    }
  }
  return pieces;
}

/** A length-delimited field with new content. */
export function pieceOf(field: number, body: Uint8Array): Piece {
  const head = new BinaryWriter().uint32(((field << 3) | WireType.LengthDelimited) >>> 0).uint32(body.length);
  return { field, whole: joined([head.finish(), body]), body };
}

export function messageOf(pieces: readonly Piece[]): Uint8Array {
  return joined(pieces.map(({ whole }) => whole));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
