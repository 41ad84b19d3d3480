import { createReadStream, createWriteStream } from 'node:fs';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { type ExtractEvents, extract, type Header } from 'tar-stream';
import { Missing } from '../place.ts';

export type Compression = 'none' | 'gzip' | 'zstd';

/** A layer that unpacks to more is none that holds a model, but a bomb. */
const MOST_BYTES = 64 * 1024 ** 3;
/** Paths of one layer: ten times those of a whole distribution with Python. */
const MOST_ENTRIES = 5_000_000;

/** Kind (`file`, `symlink`, …) by path. Nothing is written. */
export async function listTar(
  archive: string,
  compression: Compression,
): Promise<ReadonlyMap<string, string>> {
  const entries = new Map<string, string>();
  await walk(archive, compression, async ({ name, type }, content) => {
    if (entries.size >= MOST_ENTRIES) throw new Missing('a layer has more files than can be looked at');
    entries.set(name, type ?? 'file');
    content.resume();
  });
  return entries;
}

export async function writeFromTar(
  archive: string,
  compression: Compression,
  path: string,
  file: string,
): Promise<void> {
  await walk(archive, compression, async ({ name }, content) => {
    if (name === path) await pipeline(content, createWriteStream(file));
    else content.resume();
  });
}

async function walk(
  archive: string,
  compression: Compression,
  visit: (header: Header, content: ExtractEvents['entry'][1]) => Promise<void>,
): Promise<void> {
  const entries = extract();
  entries.on('entry', (header, content, next) => {
    const name = header.name.replace(/^(\.?\/)+/, '').replace(/\/$/, '');
    visit({ ...header, name }, content).then(() => next(), next);
  });
  let bytes = 0;
  const bounded = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw new Missing('a layer unpacks to more than 64 GiB');
      yield chunk;
    }
  };
  const source = createReadStream(archive, { highWaterMark: 1024 ** 2 });
  const unpack = unpacker(compression);
  try {
    if (unpack) await pipeline(source, unpack, bounded, entries);
    else await pipeline(source, bounded, entries);
  } catch (error) {
    if (error instanceof Missing || (error as NodeJS.ErrnoException).syscall) throw error;
    throw new Missing(`a layer cannot be unpacked (${(error as Error).message})`);
  }
}

/** zstd came to Node.js with 22.15 and 23.8. */
function unpacker(compression: Compression): Transform | null {
  if (compression === 'none') return null;
  if (compression === 'gzip') return zlib.createGunzip({ chunkSize: 1024 ** 2 });
  if (typeof zlib.createZstdDecompress === 'function') return zlib.createZstdDecompress();
  throw new Missing(
    `a layer is packed with zstd, which Node.js ${process.versions.node} cannot read`,
    'Run onnx-gate with Node.js 24.',
  );
}
