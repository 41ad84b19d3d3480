/** Files → a layer, the same bytes on every machine. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import tar from 'tar-stream';
import { fault } from '../../core/errors.ts';
import type { LayerFile } from '../../core/image/layer-files.ts';
import type { Layers } from '../../ports.ts';

/** Readable for everyone, writable for no one: the server has no business with changing a model. */
const FILE_MODE = 0o444;
const PROGRAM_MODE = 0o555;
const FOLDER_MODE = 0o755;
const CHUNK = 2 ** 20;

interface Entry {
  readonly path: string;
  readonly mode: number;
  readonly bytes: number;
  read(): Readable;
}

export const layers: Layers = {
  async file(file) {
    const { bytes, read } = await entryOf(file);
    const hash = createHash('sha256');
    await pipeline(read(), hash);
    return {
      digest: `sha256:${hash.digest('hex')}`,
      bytes,
      open: (from) => skipping(read(), from),
    };
  },

  async pack(files, epoch) {
    const entries = await Promise.all(files.map(entryOf));
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of stream(entries, epoch)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    return {
      digest: `sha256:${hash.digest('hex')}`,
      bytes,
      open: (from) => skipping(stream(entries, epoch), from),
    };
  },
};

async function entryOf(file: LayerFile): Promise<Entry> {
  const mode = file.executable ? PROGRAM_MODE : FILE_MODE;
  if ('content' in file) {
    const content = Buffer.from(file.content);
    return { path: file.path, mode, bytes: content.length, read: () => Readable.from([content]) };
  }
  const found = await stat(file.source).catch(() => null);
  if (!found?.isFile())
    throw fault('file-missing', `${file.source} is no file.`, { fix: 'Check the path of the model.' });
  return {
    path: file.path,
    mode,
    bytes: found.size,
    read: () => createReadStream(file.source, { highWaterMark: CHUNK }),
  };
}

/** Folders before what is in them, files in their order. No names of users, no time but `epoch`. */
function stream(entries: readonly Entry[], epoch: number): Readable {
  const pack = tar.pack({ highWaterMark: CHUNK });
  const common = { uid: 0, gid: 0, uname: '', gname: '', mtime: new Date(epoch * 1000) };
  const write = async () => {
    for (const name of foldersOf(entries))
      pack.entry({ ...common, name, type: 'directory', mode: FOLDER_MODE });
    for (const { path, mode, bytes, read } of entries) {
      const entry = pack.entry({ ...common, name: path, size: bytes, mode, type: 'file' });
      await pipeline(read(), entry);
    }
    pack.finalize();
  };
  write().catch((error: Error) => pack.destroy(error));
  return pack as unknown as Readable;
}

function foldersOf(entries: readonly Entry[]): string[] {
  const folders = new Set<string>();
  for (const { path } of entries)
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
      folders.add(path.slice(0, at + 1));
  return [...folders].sort();
}

function skipping(source: AsyncIterable<Buffer>, bytes: number): Readable {
  return Readable.from(
    (async function* () {
      let left = bytes;
      for await (const chunk of source) {
        if (left < chunk.length) yield chunk.subarray(left);
        left = Math.max(0, left - chunk.length);
      }
    })(),
  );
}
