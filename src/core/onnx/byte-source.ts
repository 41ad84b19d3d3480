/** A file read by range, so that a model of any size costs only the bytes that are looked at. */
export interface ByteSource {
  /** Bytes in the whole file. */
  readonly size: number;
  /** Exactly `length` bytes from `offset`, or fewer where the file ends. The caller does not write to them. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A source over bytes that are already in memory; nothing is copied. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, Math.min(offset + length, bytes.length)),
  };
}
