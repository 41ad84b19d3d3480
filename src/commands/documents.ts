import { DOCUMENTS, type DocumentKind, type Measurement, parseDocument } from '../core/documents/index.ts';
import { type Fault, fault, throwFaults } from '../core/errors.ts';
import type { Files } from '../ports.ts';

/** Kinds that measuring commands write; a verdict is not judged again. */
const MEASURED = Object.keys(DOCUMENTS).filter((kind) => kind !== 'verdict') as Exclude<
  DocumentKind,
  'verdict'
>[];

/**
 * Reads every measurement below the folders, such as `.onnx-gate/conversion/evaluation.json`.
 * Throws `document-invalid` for each that is not one, and when there are two of a kind for one model.
 */
export async function runReadDocuments(
  folders: readonly string[],
  ports: { readonly files: Files },
): Promise<readonly Measurement[]> {
  const documents = new Map<string, { readonly path: string; readonly document: Measurement }>();
  const faults: Fault[] = [];
  for (const folder of folders) {
    for (const file of await ports.files.list(folder)) {
      const kind = MEASURED.find((one) => file.split(/[\\/]/).at(-1) === `${one}.json`);
      if (!kind) continue;
      const path = `${folder}/${file}`;
      const parsed = parseDocument(kind, new TextDecoder().decode(await ports.files.read(path)), path);
      if (!parsed.ok) {
        faults.push(...parsed.faults);
        continue;
      }
      const key = `${kind} ${parsed.document.model}`;
      const other = documents.get(key);
      if (other) faults.push(twice(kind, parsed.document.model, other.path, path));
      else documents.set(key, { path, document: parsed.document });
    }
  }
  throwFaults(faults);
  if (documents.size === 0) {
    throw fault('document-invalid', `No documents were found in ${folders.join(', ')}.`, {
      fix: `Run \`onnx-gate validate\`, \`evaluate\` or \`benchmark\` first; they write ${MEASURED.map((kind) => `${kind}.json`).join(', ')}.`,
    });
  }
  return [...documents.values()].map(({ document }) => document);
}

function twice(kind: string, model: string, first: string, second: string): Fault {
  return {
    code: 'document-invalid',
    message: `${first} and ${second} are both the ${kind} of model \`${model.slice(0, 100)}\`.`,
    fix: 'Name only the folders of this run.',
  };
}
