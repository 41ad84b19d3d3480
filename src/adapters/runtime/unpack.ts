/** Unpacks an npm tarball. Its hash is checked before; what is refused here, no npm package has. */
import { createReadStream, createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type ExtractEvents, extract, type Header } from 'tar-stream';
import { fault } from '../../core/errors.ts';
import { makeFolder } from '../make-folder.ts';

/** The largest package unpacks to 288 MB. */
const MAX_BYTES = 1024 ** 3;
/** With Node's own 16 KiB the 288 MB take a third longer. */
const CHUNK = 1024 ** 2;

/**
 * Writes the files that `keep` wants (asked by path inside the package) below `folder`.
 * Throws `runtime-unavailable` on links, devices, paths that lead out, and more than 1 GiB.
 */
export async function unpack(
  tarball: string,
  folder: string,
  keep: (path: string) => boolean,
): Promise<void> {
  const entries = extract();
  let bytes = 0;
  const place = async (header: Header, content: ExtractEvents['entry'][1]) => {
    const path = checkedPath(header);
    bytes += header.size;
    if (bytes > MAX_BYTES) throw refused(header, 'is past 1 GiB of files');
    if (header.type === 'directory' || !keep(path)) return content.resume();
    const file = join(folder, path);
    await makeFolder(dirname(file));
    await pipeline(content, createWriteStream(file));
  };
  entries.on('entry', (header, content, next) => {
    place(header, content).then(() => next(), next);
  });
  await pipeline(
    createReadStream(tarball, { highWaterMark: CHUNK }),
    createGunzip({ chunkSize: CHUNK }),
    entries,
  );
}

/** The path inside the package: without its first folder, `package/`. */
function checkedPath(header: Header): string {
  if (header.type !== 'file' && header.type !== 'directory') throw refused(header, `is a ${header.type}`);
  const [first, ...rest] = header.name.replace(/\/$/, '').split('/');
  if (!first || /[\\:\0]/.test(header.name) || [first, ...rest].some((part) => /^\.{0,2}$/.test(part))) {
    throw refused(header, 'leads out of the package');
  }
  return rest.join('/');
}

const refused = ({ name }: Header, why: string) =>
  fault('runtime-unavailable', `The package has an entry that ${why}: ${JSON.stringify(name.slice(0, 200))}`);
