import { constants } from 'node:fs';
import { lstat, open, realpath } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { ExternalFacts, ExternalFiles, Hashes } from '../../core/onnx/external-files.ts';
import { scanFile } from './scan.ts';

const HEAD_BYTES = 1024;
const NOTHING = {
  symlink: false,
  inside: true,
  links: 0,
  size: 0,
  file: '',
  head: new Uint8Array(),
} as const;

/** Hashes of files that were read already, by what changes whenever a file does. */
export type KnownHashes = Map<string, Hashes>;

/** The files beside the model at `modelPath`. The model itself may be a link: its real folder counts. */
export function createExternalFiles(modelPath: string, known: KnownHashes = new Map()): ExternalFiles {
  const folder = async () => dirname(await realpath(modelPath));
  /** Looked at again, as the file may have been changed since `inspect`. */
  const place = async (location: string) => {
    const base = await folder();
    const real = await realpath(join(base, location));
    return isInside(base, real) ? real : null;
  };
  return {
    async inspect(location) {
      const base = await folder();
      const path = join(base, location);
      try {
        const symlink = await passesLink(base, location);
        const real = await realpath(path);
        const inside = isInside(base, real);
        const stat = await lstat(real);
        if (stat.isDirectory()) return { ...NOTHING, kind: 'folder', symlink, inside };
        if (!stat.isFile()) return { ...NOTHING, kind: 'other', symlink, inside };
        // A file outside is not opened, so that nothing of it can come into a report.
        const head = inside ? await readRange(real, 0, HEAD_BYTES) : new Uint8Array();
        const file = `${stat.dev}:${stat.ino}`;
        return { kind: 'regular', symlink, inside, links: stat.nlink, size: stat.size, file, head };
      } catch (error) {
        return { ...NOTHING, kind: isMissing(error) ? 'missing' : 'unreadable' } satisfies ExternalFacts;
      }
    },

    async read(location, offset, length) {
      const real = await place(location);
      return real === null ? new Uint8Array() : readRange(real, offset, length);
    },

    async scan(location, visit, hashes) {
      const real = await place(location);
      if (real === null) return null;
      await using handle = await openSafely(real);
      const { dev, ino, size, mtimeNs, ctimeNs } = await handle.stat({ bigint: true });
      const version = [dev, ino, size, mtimeNs, ctimeNs].join(' ');
      const before = known.get(version) ?? {};
      const wanted = hashes.filter((name) => before[name] === undefined);
      if (visit === null && wanted.length === 0) return before;
      const found = await scanFile(handle, visit, wanted);
      if (found === null) return null;
      known.set(version, { ...before, ...found });
      return { ...before, ...found };
    },
  };
}

function isInside(base: string, real: string): boolean {
  const way = relative(base, real);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function passesLink(base: string, location: string): Promise<boolean> {
  let path = base;
  for (const part of location.split(/[/\\]/)) {
    path = join(path, part);
    if ((await lstat(path)).isSymbolicLink()) return true;
  }
  return false;
}

/** O_NOFOLLOW and O_NONBLOCK: a link or a pipe put there in the meantime is an error, not a trap. */
const openSafely = (path: string) =>
  open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);

async function readRange(path: string, offset: number, length: number): Promise<Uint8Array> {
  await using handle = await openSafely(path);
  const { size } = await handle.stat();
  const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
  let done = 0;
  while (done < bytes.length) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

const isMissing = (error: unknown) =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
