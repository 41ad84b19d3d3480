import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fault } from '../../core/errors.ts';
import type { History } from '../../ports.ts';
import { makeFolder } from '../make-folder.ts';
import { branchHistory } from './branch.ts';
import { lineName } from './name.ts';

/**
 * A history by its place: `branch:NAME`, a file that ends with `.jsonl`, or a folder.
 *
 * A folder holds one file per run, written aside and renamed: runs never write the same file, so it needs no lock, also
 * not on a network drive, and folders of several machines are merged by copying them together. A file is appended to
 * with one write of one line, which a local file system does not interleave.
 */
export function createHistory(place: string): History {
  const branch = /^branch:(.+)$/.exec(place)?.[1];
  if (branch !== undefined) return branchHistory(branch);
  return place.endsWith('.jsonl') ? fileHistory(place) : folderHistory(place);
}

function folderHistory(folder: string): History {
  return {
    async append(line) {
      const path = join(folder, lineName());
      const aside = `${path}.${randomUUID()}.tmp`;
      await told('history-unwritable', folder, async () => {
        await makeFolder(folder);
        await writeFile(aside, line);
        await rename(aside, path);
      });
    },
    async read() {
      return told('history-unreadable', folder, async () => {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(noneYet);
        const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.jsonl'));
        const texts: string[] = [];
        for (const { parentPath, name } of files) texts.push(await readFile(join(parentPath, name), 'utf8'));
        return texts;
      });
    },
  };
}

function fileHistory(path: string): History {
  return {
    async append(line) {
      await told('history-unwritable', path, async () => {
        await makeFolder(dirname(path));
        await using file = await open(path, 'a');
        const bytes = Buffer.from(line);
        const { bytesWritten } = await file.write(bytes);
        if (bytesWritten < bytes.length) throw new Error(`${bytesWritten} of ${bytes.length} bytes`);
      });
    },
    async read() {
      return told('history-unreadable', path, async () => {
        const text = await readFile(path, 'utf8').catch((error) => noneYet(error)[0] ?? '');
        return [text];
      });
    },
  };
}

/** A place that is not there yet holds nothing. */
function noneYet(error: NodeJS.ErrnoException): never[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

async function told<T>(
  code: 'history-unwritable' | 'history-unreadable',
  place: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code: why = String(error) } = error as NodeJS.ErrnoException;
    const verb = code === 'history-unwritable' ? 'written' : 'read';
    throw fault(code, `The history at ${place} cannot be ${verb} (${why}).`, {
      fix: 'Name a folder, a `.jsonl` file or `branch:NAME` that this run may use.',
    });
  }
}
