import type { ADDED } from './messages.ts';

/** Bytes of a padded length: a varint may be written longer than it needs, so a message's length can be filled in afterwards. */
const LENGTH_BYTES = 5;

/** The structure of a model on the wire, without its weights. */
export interface Skeleton {
  readonly size: number;
  copy(bytes: Uint8Array): void;
  /** Starts a nested message; returns where its length stands. */
  open(field: number): number;
  close(lengthAt: number): void;
  /** Adds three numbers to the message that is open, under a field number of our own. */
  note(field: (typeof ADDED)[keyof typeof ADDED], a: number, b: number, c: number): void;
  bytes(): Uint8Array;
}

export function createSkeleton(): Skeleton {
  let buffer = new Uint8Array(65_536);
  let size = 0;

  const room = (more: number) => {
    if (size + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, size + more));
    larger.set(buffer.subarray(0, size));
    buffer = larger;
  };
  const varint = (value: number) => {
    let rest = value;
    while (rest > 127) {
      buffer[size++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    buffer[size++] = rest;
  };

  return {
    get size() {
      return size;
    },
    copy(bytes) {
      room(bytes.length);
      buffer.set(bytes, size);
      size += bytes.length;
    },
    open(field) {
      room(16);
      varint((field << 3) | 2);
      size += LENGTH_BYTES;
      return size - LENGTH_BYTES;
    },
    close(lengthAt) {
      let rest = size - lengthAt - LENGTH_BYTES;
      for (let i = 0; i < LENGTH_BYTES; i++) {
        buffer[lengthAt + i] = (rest & 127) | (i < LENGTH_BYTES - 1 ? 128 : 0);
        rest >>>= 7;
      }
    },
    note(field, a, b, c) {
      room(32);
      varint((field << 3) | 2);
      varint(24);
      const view = new DataView(buffer.buffer, size, 24);
      [a, b, c].forEach((value, i) => {
        view.setFloat64(i * 8, value, true);
      });
      size += 24;
    },
    bytes: () => buffer.subarray(0, size),
  };
}
