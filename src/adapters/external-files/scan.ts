import type { FileHandle } from 'node:fs/promises';
import type { Hashes, HashName } from '../../core/onnx/external-files.ts';
import { type Hasher, hashBeside, hashHere } from './hasher.ts';

/** Starting a thread takes as long as hashing this much. */
const LONG_FILE = 64 * 2 ** 20;

/** Hashes of an open file that is read once; null when it ends before the size it had. */
export async function scanFile(
  handle: FileHandle,
  visit: ((bytes: Uint8Array, at: number) => void) | null,
  hashes: readonly HashName[],
): Promise<Hashes | null> {
  const { size } = await handle.stat();
  await using hasher = size > LONG_FILE && hashes.length > 0 ? hashBeside(hashes) : hashHere(hashes);
  const { memory } = hasher;
  let reading = fill(handle, memory[0]!, 0);
  try {
    let at = 0;
    for (let turn = 0; at < size; turn++) {
      const piece = turn % memory.length;
      const length = await reading;
      if (length === 0) return null;
      hasher.push(piece, length);
      // The next piece is read while this one is hashed and looked at.
      reading = fillNext(handle, hasher, (turn + 1) % memory.length, at + length);
      visit?.(memory[piece]!.subarray(0, length), at);
      at += length;
    }
    return await hasher.digests();
  } finally {
    // Nobody closes the file under a read.
    await reading.catch(() => {});
  }
}

async function fillNext(handle: FileHandle, hasher: Hasher, piece: number, at: number): Promise<number> {
  await hasher.free(piece);
  return fill(handle, hasher.memory[piece]!, at);
}

/** Fills the piece, unless the file ends; the number of bytes. */
async function fill(handle: FileHandle, piece: Uint8Array, at: number): Promise<number> {
  let done = 0;
  while (done < piece.length) {
    const { bytesRead } = await handle.read(piece, done, piece.length - done, at + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done;
}
