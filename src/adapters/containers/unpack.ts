/** Layers → a folder. Source: OCI Image Format Specification 1.1, layer.md. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, lchown, link, lstat, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';
import { type ExtractEvents, extract, type Header } from 'tar-stream';
import { fault } from '../../core/errors.ts';
import type { Descriptor } from '../../core/image/oci.ts';
import { Astray, placeIn } from './places.ts';

const WHITEOUT = '.wh.';
/** Everything of the layers below in this folder is gone. */
const OPAQUE = '.wh..wh..opq';
/** A layer that unpacks to more than the largest models is a bomb. */
const MOST_BYTES = 64 * 2 ** 30;

/** `content`: the layer as the registry gives it. Throws `digest-mismatch` and `image-invalid`. */
export async function unpackLayer(root: string, content: Readable, layer: Descriptor): Promise<void> {
  const hash = createHash('sha256');
  const entries = extract();
  const own = new Set<string>();
  entries.on('entry', (header, stream, next) => {
    unpackEntry(root, header, stream, own).then(() => next(), next);
  });
  let bytes = 0;
  try {
    await pipeline(
      content,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          yield chunk;
        }
      },
      unpacker(layer),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > MOST_BYTES) throw new Astray('it unpacks to more than 64 GiB');
          yield chunk;
        }
      },
      entries,
    );
  } catch (error) {
    // A full disk or a registry that is gone speaks for itself.
    if (!(error instanceof Astray) && !isTarError(error)) throw error;
    throw fault(
      'image-invalid',
      `Layer ${layer.digest} cannot be unpacked: ${(error as Error).message.slice(0, 300)}.`,
      { fix: 'Build the image anew, and push it by digest.' },
    );
  }
  const found = `sha256:${hash.digest('hex')}`;
  if (found !== layer.digest)
    throw fault('digest-mismatch', `The registry gave ${found} for the layer ${layer.digest}.`, {
      fix: 'It was not used: find out who changed it.',
    });
}

const isTarError = (error: unknown) =>
  /tar|zlib|header|Unexpected end|gzip|Z_/i.test(
    `${(error as Error).message} ${(error as { code?: string }).code}`,
  );

function unpacker({ mediaType }: Descriptor) {
  if (/[.+]gzip$/.test(mediaType)) return zlib.createGunzip({ chunkSize: 2 ** 20 });
  if (!mediaType.endsWith('zstd')) return new PassThrough();
  if (typeof zlib.createZstdDecompress === 'function') return zlib.createZstdDecompress();
  throw new Astray(`it is packed with zstd, which Node.js ${process.versions.node} cannot read`);
}

/** `own`: what this layer has made itself; whiteouts are about the layers below. */
async function unpackEntry(
  root: string,
  header: Header,
  content: ExtractEvents['entry'][1],
  own: Set<string>,
): Promise<void> {
  const place = await placeIn(root, header.name);
  if (basename(place).startsWith(WHITEOUT)) {
    await whiteOut(place, own);
    content.resume();
    return;
  }
  // A link there would lead everything that follows out of it.
  if (place === root && header.type !== 'directory')
    throw new Astray(`it has a ${header.type} in the place of the root`);
  await MAKE[header.type ?? 'file']?.(root, place, header, content);
  content.resume();
  own.add(place);
}

async function whiteOut(place: string, own: ReadonlySet<string>): Promise<void> {
  const folder = dirname(place);
  const gone = basename(place) === OPAQUE ? await readdir(folder) : [basename(place).slice(WHITEOUT.length)];
  for (const name of gone)
    if (name !== '' && name !== '.' && name !== '..' && !own.has(join(folder, name)))
      await rm(join(folder, name), { recursive: true, force: true });
}

type Make = (
  root: string,
  place: string,
  header: Header,
  content: ExtractEvents['entry'][1],
) => Promise<void>;

/** Devices and pipes are left out: a server of models needs none. */
const MAKE: Partial<Record<NonNullable<Header['type']>, Make>> = {
  async directory(_, place, header) {
    const found = await lstat(place).catch(() => null);
    if (found && !found.isDirectory()) await rm(place);
    if (!found?.isDirectory()) await mkdir(place);
    await own(place, header);
  },
  async file(_, place, header, content) {
    await clear(place);
    await pipeline(content, createWriteStream(place, { flags: 'wx' }));
    await own(place, header);
  },
  async symlink(_, place, { linkname, uid, gid }) {
    await clear(place);
    await symlink(linkname ?? '', place);
    await lchown(place, uid ?? 0, gid ?? 0);
  },
  async link(root, place, { linkname }) {
    const target = await placeIn(root, linkname ?? '');
    if (!(await lstat(target).catch(() => null))?.isFile())
      throw new Astray(`${linkname} is no file to link to`);
    await clear(place);
    await link(target, place);
  },
};

/** What a layer below has at that place gives way. */
const clear = (place: string) => rm(place, { recursive: true, force: true });

/** Without the bits that give a program another user's rights. */
async function own(place: string, { mode, uid, gid }: Header): Promise<void> {
  await lchown(place, uid ?? 0, gid ?? 0);
  await chmod(place, (mode ?? 0o755) & 0o1777);
}
