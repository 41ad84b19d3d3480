import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Digest } from '../core/documents/common.ts';
import { type FaultError, fault, nearest } from '../core/errors.ts';
import type { Files } from '../ports.ts';
import { makeFolder } from './make-folder.ts';
import { strayDigest } from './stray-digest.ts';

/** The file system, with errors in the user's words. */
export const files: Files = {
  async read(path) {
    return readFile(path).catch((error) => raise(path, error));
  },

  async head(path, bytes) {
    try {
      await checkRegular(path);
      await using handle = await open(path);
      const buffer = new Uint8Array(bytes);
      const { bytesRead } = await handle.read(buffer, 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } catch (error) {
      return raise(path, error);
    }
  },

  async identify(path) {
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      await checkRegular(path);
      for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) {
        hash.update(chunk);
        bytes += chunk.length;
      }
    } catch (error) {
      return raise(path, error);
    }
    return { bytes, digest: `sha256:${hash.digest('hex')}` satisfies Digest };
  },

  async list(folder) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) =>
      raise(folder, error),
    );
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  },

  async write(path, content) {
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      await makeFolder(dirname(path));
      await writeFile(temporary, content);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => {});
      throw fault('file-unwritable', `${path} cannot be written (${codeOf(error)}).`, {
        fix: 'Choose a folder that is writable with `--out`.',
      });
    }
  },
};

const ENDLESS = 'a pipe, socket or device';

/** A pipe or a device may never end, nor even open. */
async function checkRegular(path: string): Promise<void> {
  const found = await stat(path);
  if (!found.isFile() && !found.isDirectory()) throw Object.assign(new Error(), { code: ENDLESS });
}

async function raise(path: string, error: unknown): Promise<never> {
  throw codeOf(error) === 'ENOENT' ? await missing(path) : unreadable(path, error);
}

async function missing(path: string): Promise<FaultError> {
  const siblings = await readdir(dirname(path)).catch(() => null);
  if (siblings === null) {
    return fault('file-missing', `${path} does not exist, nor does its folder.`, {
      fix: 'Check the path; it is relative to the working directory.',
    });
  }
  const names = nearest(basename(path), siblings).map((name) => join(dirname(path), name));
  return fault('file-missing', `${path} does not exist.`, {
    fix:
      strayDigest(path) ??
      (names.length > 0
        ? `Did you mean ${names.join(' or ')}?`
        : 'Check the path, or check the file out first.'),
  });
}

function unreadable(path: string, error: unknown): FaultError {
  const code = codeOf(error);
  return code === 'EISDIR'
    ? fault('file-missing', `${path} is a folder; a file is needed.`, { fix: 'Name the file inside it.' })
    : fault('file-unreadable', `${path} cannot be read (${code}).`, {
        fix: code === ENDLESS ? 'Copy its content to a file, and name that.' : 'Check its permissions.',
      });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
