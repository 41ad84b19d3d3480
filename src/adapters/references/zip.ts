/** Zip archives on disk, read by their central directory, ZIP64 included (PKWARE APPNOTE 6.3, sections 4.3 to 4.5). */
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { Missing } from './place.ts';

const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end record with the longest comment. */
const TAIL = 22 + 0xffff;
/** A directory of a million files is below this. */
const MOST_DIRECTORY = 256 * 1024 ** 2;
/** A file that unpacks to more is no model or holdout, but a bomb. */
const MOST_UNPACKED = 64 * 1024 ** 3;

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface Zip {
  /** Of files, those that lead out of the archive left out. */
  readonly paths: readonly string[];
  /** Writes one of `paths` to `file`. */
  extract(path: string, file: string): Promise<void>;
}

/** Throws `Missing` for what is no zip archive, is cut off, or is packed in another way than stored or deflated. */
export async function readZip(archive: string, where: string): Promise<Zip> {
  const broken = (why: string) => new Missing(`${where} is no whole zip archive: ${why}`);
  const entries = new Map<string, Entry>();
  for (const entry of await directoryOf(archive, broken)) {
    if (isInside(entry.path)) entries.set(entry.path, entry);
  }
  return {
    paths: [...entries.keys()],
    async extract(path, file) {
      const entry = entries.get(path)!;
      const start = await dataOf(archive, entry, broken);
      if (![0, 8].includes(entry.method)) throw broken(`${path} is packed by method ${entry.method}`);
      if (entry.size > MOST_UNPACKED) throw broken(`${path} claims ${entry.size} bytes`);
      let bytes = 0;
      const bounded = async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > entry.size)
            throw broken(`${path} unpacks to more than the ${entry.size} bytes it claims`);
          yield chunk;
        }
      };
      const packed =
        entry.packed === 0 ? [] : [createReadStream(archive, { start, end: start + entry.packed - 1 })];
      const source = packed[0] ?? (async function* () {})();
      try {
        if (entry.method === 8) await pipeline(source, createInflateRaw(), bounded, createWriteStream(file));
        else await pipeline(source, bounded, createWriteStream(file));
      } catch (error) {
        throw error instanceof Missing || !isDamage(error) ? error : broken(`${path} cannot be unpacked`);
      }
      if (bytes !== entry.size) throw broken(`${path} has ${bytes} of ${entry.size} bytes`);
    },
  };
}

const isDamage = (error: unknown) => /^Z_|^ERR_/.test((error as NodeJS.ErrnoException).code ?? '');

const isInside = (path: string) =>
  !/^$|\/$|^\/|[\\\0:]/.test(path) && !path.split('/').some((part) => part === '..' || part === '');

type Broken = (why: string) => Missing;

async function directoryOf(archive: string, broken: Broken): Promise<Entry[]> {
  await using handle = await open(archive);
  const { size } = await handle.stat();
  const read = async (offset: number, length: number) => {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, offset);
    if (bytesRead !== length) throw broken('it ends early');
    return buffer;
  };
  const from = Math.max(0, size - TAIL);
  const tail = await read(from, size - from);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw broken('it has no end record');
  let [length, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  const locator = end - 20;
  if (locator >= 0 && tail.readUInt32LE(locator) === END64_LOCATOR) {
    const record = await read(Number(tail.readBigUInt64LE(locator + 8)), 56);
    [length, offset] = [Number(record.readBigUInt64LE(40)), Number(record.readBigUInt64LE(48))];
  }
  if (length > MOST_DIRECTORY || offset + length > size) throw broken('its directory lies outside');
  return parseDirectory(await read(offset, length), broken);
}

function parseDirectory(bytes: Buffer, broken: Broken): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL)
      throw broken('its directory is damaged');
    const [names, extras, comments] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ];
    const extra = bytes.subarray(at + 46 + names, at + 46 + names + extras);
    const [size, packed, offset] = widened(
      [24, 20, 42].map((place) => bytes.readUInt32LE(at + place)),
      extra,
    ) as [number, number, number];
    const path = bytes.toString('utf8', at + 46, at + 46 + names);
    entries.push({ path, method: bytes.readUInt16LE(at + 10), packed, size, offset });
    at += 46 + names + extras + comments;
  }
  return entries;
}

/** Values that did not fit stand in the ZIP64 extra field, in this order. */
function widened(values: readonly number[], extra: Buffer): number[] {
  let wide: Buffer = Buffer.alloc(0);
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) wide = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  let at = 0;
  return values.map((value) => {
    if (value !== 0xffffffff || at + 8 > wide.length) return value;
    at += 8;
    return Number(wide.readBigUInt64LE(at - 8));
  });
}

/** The local header has a name and extra fields of its own. */
async function dataOf(archive: string, { offset, path }: Entry, broken: Broken): Promise<number> {
  await using handle = await open(archive);
  const header = Buffer.alloc(30);
  const { bytesRead } = await handle.read(header, 0, 30, offset);
  if (bytesRead !== 30 || header.readUInt32LE(0) !== LOCAL) throw broken(`${path} is not where it should be`);
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}
