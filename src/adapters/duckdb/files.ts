/** From what the user wrote (paths and globs) to existing, plausible files in a fixed order. */
import { open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute } from 'node:path';
import { type Fault, fault, nearest, throwFaults } from '../../core/errors.ts';
import { strayDigest } from '../stray-digest.ts';
import type { Engine } from './engine.ts';
import { EXTENSION_LIST, type Format, formatOf } from './formats.ts';
import { HEAD_BYTES, kindOf } from './kinds.ts';
import { isAddress, loadRemote } from './remote.ts';
import { clip, quoteText } from './sql.ts';

export interface DataFiles {
  readonly format: Format;
  /** Sorted bytewise, each once. */
  readonly paths: readonly [string, ...string[]];
}

const code = (error: unknown) => (error as NodeJS.ErrnoException).code;

/**
 * Expands and checks `patterns`. `*`, `?`, `[…]` and `**` are DuckDB's; a file of that very name comes first.
 * Throws all of `file-missing`, `file-empty`, `file-kind` at once.
 */
export async function resolveFiles(
  engine: Engine,
  patterns: readonly string[],
  install: boolean,
): Promise<DataFiles> {
  const { paths, faults } = await expandAll(engine, patterns, install);
  for (const path of paths)
    faults.push(...(isAddress(path) ? unknownExtension(path) : await checkFile(path)));
  throwFaults(faults);
  const formats = [...new Set(paths.map((path) => formatOf(path)!.format))];
  if (formats.length > 1) {
    const message = `The holdout mixes ${formats.join(' and ')} files.`;
    throw fault('file-kind', message, { fix: 'Use files of one format.' });
  }
  return { format: formats[0]!, paths: paths as [string, ...string[]] };
}

/** Only the expansion: the files may be of any kind. */
export async function expandPatterns(
  engine: Engine,
  patterns: readonly string[],
  install: boolean,
): Promise<string[]> {
  const { paths, faults } = await expandAll(engine, patterns, install);
  throwFaults(faults);
  return paths;
}

interface Expansion {
  readonly paths: string[];
  readonly faults: Fault[];
}

async function expandAll(engine: Engine, patterns: readonly string[], install: boolean): Promise<Expansion> {
  const address = patterns.find(isAddress);
  const unread = address === undefined ? null : await loadRemote(engine, address, install);
  const found = await Promise.all(
    patterns.map((pattern) => {
      if (unread === null || !isAddress(pattern)) return expand(engine, pattern);
      return { paths: [], faults: pattern === address ? [unread] : [] };
    }),
  );
  const paths = [...new Set(found.flatMap((each) => each.paths))];
  return {
    paths: paths.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    faults: found.flatMap(({ faults }) => faults),
  };
}

async function expand(engine: Engine, pattern: string): Promise<Expansion> {
  const failed = (...faults: Fault[]) => ({ paths: [], faults });
  if (isAddress(pattern)) {
    // An object of that very name is not looked for: one request less, and brackets in names are rare there.
    if (!/[*[]/.test(pattern)) return { paths: [pattern], faults: [] };
    return globbed(engine, pattern);
  }
  const status = await stat(pattern).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(code(error) ?? '')) return null;
    throw fault('file-unreadable', `Cannot read ${clip(pattern)}: ${(error as Error).message}.`);
  });
  if (status?.isDirectory()) {
    const message = `${clip(pattern)} is a folder, not a file.`;
    return failed({ code: 'file-kind', message, fix: `Name its files, such as ${clip(pattern)}/*.parquet.` });
  }
  if (status) return { paths: [pattern], faults: [] };
  if (!/[*?[]/.test(pattern)) return failed(await missing(pattern));
  return globbed(engine, pattern);
}

async function globbed(engine: Engine, pattern: string): Promise<Expansion> {
  const rows = await engine.rows(`SELECT file FROM glob(${quoteText(pattern)})`);
  const paths = rows.map(([file]) => String(file).replace(/^\.\//, ''));
  if (paths.length > 0) return { paths, faults: [] };
  const message = `No file matches ${clip(pattern)}.`;
  const fix = `Correct the pattern${isAddress(pattern) ? '' : origin(pattern)}.`;
  return { paths: [], faults: [{ code: 'file-missing', message, fix }] };
}

const origin = (path: string) => (isAbsolute(path) ? '' : `; it is relative to ${process.cwd()}`);

async function missing(path: string): Promise<Fault> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => null);
  const near = nearest(basename(path), names ?? []).map((name) => clip(name));
  const hint = near.length > 0 ? ` Nearest in that folder: ${near.join(', ')}.` : '';
  const place = names ? '' : ` The folder ${clip(folder)} is not there either.`;
  return {
    code: 'file-missing',
    message: `There is no file ${clip(path, 200)}.${place}${hint}`,
    fix: strayDigest(path) ?? `Correct the path${origin(path)}.`,
  };
}

function unknownExtension(path: string): Fault[] {
  if (formatOf(path)) return [];
  const message = `${clip(path, 200)} has an extension that is not read here.`;
  return [{ code: 'file-kind', message, fix: `Known are ${EXTENSION_LIST}.` }];
}

async function checkFile(path: string): Promise<Fault[]> {
  const shown = clip(path, 200);
  const unknown = unknownExtension(path);
  if (unknown.length > 0) return unknown;
  const expected = formatOf(path)!;
  let head: Uint8Array;
  try {
    head = await readHead(path);
  } catch (error) {
    return [{ code: 'file-unreadable', message: `Cannot read ${shown}: ${(error as Error).message}.` }];
  }
  if (head.length === 0) {
    return [{ code: 'file-empty', message: `${shown} is empty (0 bytes).`, fix: 'Write or fetch it again.' }];
  }
  const kind = kindOf(head);
  if (kind === expected.magic) return [];
  if (kind) return [{ code: 'file-kind', message: `${shown} is ${kind.name}.`, fix: kind.fix }];
  const message = `${shown} is not ${expected.magic!.name}, though its name says so.`;
  return [{ code: 'file-kind', message, fix: 'Rename it to what it is, or write it again.' }];
}

async function readHead(path: string): Promise<Uint8Array> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}
