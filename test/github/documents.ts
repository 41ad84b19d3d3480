import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { SAMPLES } from '../core/report/samples.ts';

/** The documents of a sample as the gate writes them, by path below its folder. */
export function documentsOf(sample: string): Map<string, string> {
  const { verdict, measurements } = SAMPLES.get(sample)!;
  return new Map([
    ['verdict.json', JSON.stringify(verdict)],
    ...measurements.map(
      (one) => [`${one.model}/${one.schema.split('/')[1]}.json`, JSON.stringify(one)] as const,
    ),
  ]);
}

export function writeDocuments(folder: string, sample: string): void {
  for (const [path, text] of documentsOf(sample)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A zip file as an artifact is one; names go in as they are. */
export function zipOf(files: Iterable<readonly [string, string | Uint8Array]>): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  let count = 0;
  for (const [name, content] of files) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(8, 8);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(bytes.length, 22);
    header.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(bytes.length, 24);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(header, path, packed);
    central.push(entry, path);
    offset += header.length + path.length + packed.length;
    count++;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...central, end]);
}
