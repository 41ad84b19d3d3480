import { type FileHandle, open } from 'node:fs/promises';
import { fault } from '../core/errors.ts';
import type { ByteSource } from '../core/onnx/byte-source.ts';

/** A file read by range: of any size, as no more than the range asked for is ever in memory. Dispose closes it. */
export interface FileSource extends ByteSource, AsyncDisposable {}

/** Throws `file-missing` or `file-unreadable`. */
export async function openByteSource(path: string): Promise<FileSource> {
  const handle = await open(path).catch((error) => {
    throw unreadable(path, error);
  });
  try {
    const { size } = await handle.stat();
    return {
      size,
      read(offset, length, memory) {
        const most = Math.min(length, Math.max(size - offset, 0));
        return readRange(handle, offset, memory?.subarray(0, most) ?? new Uint8Array(most), path);
      },
      [Symbol.asyncDispose]: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw unreadable(path, error);
  }
}

/** Loops, as the system may give less than was asked for: Linux never more than 2 GiB at once. */
async function readRange(
  handle: FileHandle,
  offset: number,
  bytes: Uint8Array,
  path: string,
): Promise<Uint8Array> {
  let done = 0;
  while (done < bytes.length) {
    const left = bytes.length - done;
    const { bytesRead } = await handle.read(bytes, done, left, offset + done).catch((error) => {
      throw unreadable(path, error);
    });
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

function unreadable(path: string, error: unknown) {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  return code === 'ENOENT'
    ? fault('file-missing', `${path} does not exist.`, { fix: 'Check the path.' })
    : fault('file-unreadable', `${path} cannot be read (${code}).`, {
        fix: 'Check that it is a file, and its permissions.',
      });
}
