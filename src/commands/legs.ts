import { type Leg, mergedVerdict, mergeLegs } from '../core/comment/legs.ts';
import { DOCUMENTS, type DocumentKind, type Measurement, parseDocument } from '../core/documents/index.ts';
import type { Verdict } from '../core/documents/verdict.ts';
import { type Fault, fault, throwFaults } from '../core/errors.ts';

/** A file by its name: relative, `/` between folders. */
export interface DocumentFile {
  readonly name: string;
  read(): Promise<Uint8Array>;
}

/** Legs, and all of them as one. */
export interface Legs extends Omit<Leg, 'leg'> {
  readonly legs: readonly [Leg, ...Leg[]];
}

/** More files than any run writes, and more bytes than any document has. */
const MOST_FILES = 5000;
const MOST_BYTES = 32 * 2 ** 20;

/**
 * Each `verdict.json` with the measurements in its folder and below. Where there are several, the folder that holds
 * it is part of the leg's name. Throws `document-invalid` for all that is broken.
 */
export async function runReadLegs(files: readonly DocumentFile[], leg: string): Promise<Legs> {
  const documents = files.filter(({ name }) => kindOf(name) !== null);
  if (documents.length > MOST_FILES)
    throw fault(
      'document-invalid',
      `There are ${documents.length} documents; at most ${MOST_FILES} are read.`,
    );
  if (new Set(documents.map(({ name }) => name)).size < documents.length)
    throw fault('document-invalid', 'A document is there twice, under one name.');
  const folders = documents
    .filter(({ name }) => kindOf(name) === 'verdict')
    .map(({ name }) => folderOf(name));
  const faults: Fault[] = [];
  const legs: Leg[] = [];
  for (const folder of folders) {
    const own = documents.filter(({ name }) => nearest(folders, name) === folder);
    const parsed: Parsed[] = [];
    // One after the other, so that a request that was just made gets its turn in between.
    for (const file of own) parsed.push(await parse(file));
    faults.push(...parsed.flatMap((one) => ('faults' in one ? one.faults : [])));
    const found = parsed.flatMap((one) => ('document' in one ? [one.document] : []));
    const verdict = found.find((one): one is Verdict => one.schema === 'onnx-gate/verdict/v1');
    const measurements = found.filter((one): one is Measurement => one.schema !== 'onnx-gate/verdict/v1');
    const name = folders.length > 1 ? [leg, legName(folder)].filter(Boolean).join(' ') : leg;
    if (verdict) legs.push({ leg: name.slice(0, 300), verdict, measurements });
  }
  throwFaults(faults);
  const [first, ...rest] = mergeLegs(legs);
  if (first) return { legs: [first, ...rest], ...mergedVerdict([first, ...rest]) };
  throw fault('document-invalid', 'No verdict.json was found.', {
    fix: 'Run `onnx-gate gate` first, and name the folder that it wrote.',
  });
}

function kindOf(name: string): DocumentKind | null {
  const file = name.split('/').at(-1);
  return (Object.keys(DOCUMENTS) as DocumentKind[]).find((kind) => file === `${kind}.json`) ?? null;
}

const folderOf = (name: string) => name.split('/').slice(0, -1).join('/');

/** The deepest folder with a verdict that holds the file. */
function nearest(folders: readonly string[], name: string): string | undefined {
  return folders
    .filter((folder) => folder === '' || name.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** Artifacts come in a folder of their name, with what was uploaded inside. */
function legName(folder: string): string {
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.' && part !== '.onnx-gate');
  return (parts.at(-1) ?? '').slice(0, 200);
}

type Parsed = { readonly document: Measurement | Verdict } | { readonly faults: readonly Fault[] };

async function parse(file: DocumentFile): Promise<Parsed> {
  const bytes = await file.read();
  if (bytes.length > MOST_BYTES) {
    const message = `${file.name.slice(0, 200)} has ${bytes.length} bytes; a document has at most ${MOST_BYTES}.`;
    return { faults: [{ code: 'document-invalid', message }] };
  }
  const parsed = parseDocument(kindOf(file.name)!, new TextDecoder().decode(bytes), file.name.slice(0, 200));
  return parsed.ok ? { document: parsed.document } : { faults: parsed.faults };
}
