/** An image as the files of its blobs, wherever an engine left them. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Digest } from '../../core/documents/common.ts';
import { fault } from '../../core/errors.ts';
import type { BuiltLayout } from '../../ports.ts';
import type { Workplace } from './workplace.ts';

const CHUNK = 2 ** 20;

/** Removed with the workplace. */
export function layoutIn(
  place: Workplace,
  root: BuiltLayout['root'],
  pathOf: (digest: Digest) => string | undefined,
  notes: readonly string[] = [],
): BuiltLayout {
  const fileOf = async (digest: Digest) => {
    const path = pathOf(digest);
    const found = path === undefined ? null : await stat(path).catch(() => null);
    if (path !== undefined && found) return { path, bytes: found.size };
    throw fault('image-invalid', `The engine named ${digest} and did not write it.`, {
      fix: 'Build anew without the engine’s cache.',
    });
  };
  return {
    root,
    notes,
    read: async (digest) => readFile((await fileOf(digest)).path),
    async blob(digest) {
      const { path, bytes } = await fileOf(digest);
      return { digest, bytes, open: (start) => createReadStream(path, { start, highWaterMark: CHUNK }) };
    },
    [Symbol.asyncDispose]: place.remove,
  };
}
