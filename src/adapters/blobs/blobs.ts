/** The content-addressed cache: `<root>/sha256/<digest>/<name>`, and `<root>/gathered/<digest>/…` for models of several files. */
import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fault } from '../../core/errors.ts';
import type { Blobs } from '../../ports.ts';
import { makeFolder } from '../make-folder.ts';
import { evict, type Room } from './evict.ts';

/** Safe for several processes at once: every entry appears whole, by a rename. */
export function createBlobs(room: Room): Blobs {
  const { root } = room;
  const entry = (digest: string) => join(root, 'sha256', digest.replace('sha256:', ''));
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw unwritable(root, error);
    }
  };
  return {
    async find(digest, name) {
      const folder = entry(digest);
      const [kept] = await readdir(folder).catch(() => []);
      if (kept === undefined) return null;
      const path = join(folder, fileName(name));
      try {
        await touch(folder);
        if (path !== join(folder, kept)) await copyInto(join(folder, kept), path);
        if ((await sha256(path)) === digest) return path;
        // Half written by a full disk, or changed by somebody.
        await rm(folder, { recursive: true, force: true });
        return null;
      } catch (error) {
        // Evicted by another process in between.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw unwritable(root, error);
      }
    },

    stage: () =>
      guarded(async () => {
        await makeFolder(join(root, 'staging'));
        return join(root, 'staging', randomUUID());
      }),

    keep: (staged, digest, name, modified = new Date(0)) =>
      guarded(async () => {
        await utimes(staged, modified, modified);
        const path = join(entry(digest), fileName(name));
        await moveInto(staged, path);
        await touch(dirname(path));
        await evict(room);
        return path;
      }),

    gather: (files) =>
      guarded(async () => {
        const names = files.map(({ name, digest }) => `${digest} ${name}\n`).sort();
        const folder = join(root, 'gathered', createHash('sha256').update(names.join('')).digest('hex'));
        const whole = await readdir(folder).catch(() => null);
        if (whole === null) {
          const staged = join(root, 'staging', randomUUID());
          for (const { name, path } of files) await copyInto(path, join(staged, name));
          await moveInto(staged, folder);
        }
        await touch(folder);
        await evict(room);
        return folder;
      }),
  };
}

/** The last part of a path, without what a file system or a shell could trip over. Table readers go by its ending. */
function fileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!;
  return (
    last
      .replace(/[^\w.-]/g, '_')
      .replace(/^\.+/, '')
      .slice(-100) || 'file'
  );
}

/** The time of the last use is the folder's own. */
async function touch(folder: string): Promise<void> {
  const now = new Date();
  await utimes(folder, now, now).catch(() => {});
}

/** A copy and no link: weights with two names are refused (external-hardlink). Shares its blocks where the disk can. */
async function copyInto(from: string, to: string): Promise<void> {
  const staged = `${to}.${randomUUID()}`;
  await makeFolder(dirname(to));
  await copyFile(from, staged, constants.COPYFILE_FICLONE);
  const { mtime } = await stat(from);
  await utimes(staged, mtime, mtime);
  await rename(staged, to);
}

/** Another process may evict the folder in between, or put the same folder there first. */
async function moveInto(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await makeFolder(dirname(to));
      return await rename(from, to);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOTEMPTY' || code === 'EEXIST') return await rm(from, { recursive: true, force: true });
      if (code !== 'ENOENT' || tries === 3) throw error;
    }
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 ** 2 }), hash);
  return `sha256:${hash.digest('hex')}`;
}

function unwritable(root: string, error: unknown) {
  const { code, message } = error as NodeJS.ErrnoException;
  return fault('file-unwritable', `The cache ${root} cannot be written (${code ?? message}).`, {
    fix: 'Free some space there, or set ONNX_GATE_CACHE to a folder that can be written.',
  });
}
