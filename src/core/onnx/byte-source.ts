/** A file read by range, so that a model of any size costs only the bytes that are looked at. */
export interface ByteSource {
  /** Bytes in the whole file. */
  readonly size: number;
  /**
   * Exactly `length` bytes from `offset`, or fewer where the file ends. The caller does not write to them. `memory` of
   * that length may be used for them, so that a long file does not take a new piece for each read.
   */
  read(offset: number, length: number, memory?: Uint8Array): Promise<Uint8Array>;
}

/** A source over bytes that are already in memory; nothing is copied. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, Math.min(offset + length, bytes.length)),
  };
}

/** Bytes read ahead for small reads: a page of many small weights, yet cheap where one stands alone between large ones. */
const WINDOW = 65_536;

/**
 * Serves reads of up to a quarter of the window from memory, so that tens of thousands of small tensors do not cost a
 * call to the system each. Larger ones go straight to `source`.
 */
export function bufferedSource(source: ByteSource): ByteSource {
  let window: Uint8Array = new Uint8Array();
  let base = 0;
  return {
    size: source.size,
    read: async (offset, length, memory) => {
      if (length > WINDOW / 4) return source.read(offset, length, memory);
      if (offset < base || offset + length > base + window.length) {
        const read = await source.read(offset, WINDOW);
        window = read;
        base = offset;
        return read.subarray(0, length);
      }
      return window.subarray(offset - base, offset - base + length);
    },
  };
}
