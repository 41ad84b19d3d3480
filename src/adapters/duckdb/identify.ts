import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Digest } from '../../core/documents/common.ts';
import { FaultError, fault } from '../../core/errors.ts';
import type { Engine } from './engine.ts';
import { expandPatterns } from './files.ts';
import { filesOfQuery } from './query-files.ts';
import { isAddress, remoteLines } from './remote.ts';
import { clip } from './sql.ts';

/**
 * One file: the SHA-256 of its content. Several: the SHA-256 of one line `<hex digest>  <name>\n` for each, in their
 * order, where the name is relative to the folder that holds them all: what `sha256sum * | sha256sum` prints there.
 * Where any is remote: of lines with address, size and time of change.
 */
export async function identifyFiles(engine: Engine, paths: readonly string[]): Promise<Digest> {
  if (paths.some(isAddress)) return identifyText((await remoteLines(engine, paths)).join(''));
  const digests: string[] = [];
  for (const path of paths) digests.push(await hashFile(path));
  if (digests.length === 1) return `sha256:${digests[0]!}`;
  const folder = commonFolder(paths);
  const lines = paths.map((path, i) => {
    return `${digests[i]}  ${relative(folder, path).split(sep).join('/')}\n`;
  });
  return `sha256:${createHash('sha256').update(lines.join('')).digest('hex')}`;
}

/** Its text alone where the files that it reads are not to be told from it, or are not here; `open` is then why. */
export async function identifyQuery(
  engine: Engine,
  query: string,
): Promise<{ readonly digest: Digest; readonly files: readonly string[]; readonly open: string | null }> {
  const found = await filesOfQuery(engine, query);
  const alone = (open: string) => ({ digest: identifyText(query), files: [], open });
  if ('why' in found) return alone(found.why);
  const { patterns } = found;
  if (patterns.some(isAddress)) return alone('it reads over the network');
  if (patterns.length === 0) return { digest: identifyText(query), files: [], open: null };
  try {
    const files = await expandPatterns(engine, patterns, false);
    const digest = await identifyFiles(engine, files);
    return { digest: identifyText(`${query}\n${digest}\n`), files, open: null };
  } catch (error) {
    if (error instanceof FaultError) return alone(error.faults[0].message);
    throw error;
  }
}

function identifyText(text: string): Digest {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (error) {
    throw fault('file-unreadable', `Cannot read ${clip(path, 200)}: ${(error as Error).message}.`);
  }
  return hash.digest('hex');
}

function commonFolder(paths: readonly string[]): string {
  const inside = (folder: string) => paths.every((path) => !relative(folder, path).startsWith('..'));
  let folder = dirname(paths[0]!);
  while (!inside(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}
