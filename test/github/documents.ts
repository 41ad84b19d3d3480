import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeZip } from '../adapters/references/make-zip.ts';
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
export const zipOf = (files: Iterable<readonly [string, string]>): Uint8Array =>
  makeZip(Array.from(files, ([name, bytes]) => ({ name, bytes })));
