import { fault } from '../core/errors.ts';
import { parseModel } from '../core/onnx/check-model.ts';
import { externalLocations } from '../core/onnx/checks/external.ts';
import { locationFault } from '../core/onnx/external-range.ts';
import type { Blobs, Files, FoundFile, ModelFiles } from '../ports.ts';

/** Files beside one model. Exporters write one, or one for each large tensor. */
const MOST_FILES = 10_000;

/**
 * Fetches the external data that the model names and puts it beside the model. Returns the model's path.
 * Locations that lead elsewhere are not followed: validation refuses such a model. Throws `reference-unresolved` or
 * `reference-unreachable` when a file is not where the model came from.
 */
export async function runGatherModel(
  reference: string,
  file: FoundFile,
  ports: { readonly modelFiles: ModelFiles; readonly blobs: Blobs; readonly files: Pick<Files, 'identify'> },
): Promise<string> {
  if (file.beside === null) return file.path;
  const locations = await locationsOf(file.path, ports.modelFiles);
  if (locations.length === 0) return file.path;
  const parts = [{ name: file.path.split(/[/\\]/).at(-1)!, path: file.path }];
  for (const location of locations) {
    const found = await file.beside(location);
    if (!found.ok) {
      const { reason, fix, environment } = found;
      throw fault(
        environment ? 'reference-unreachable' : 'reference-unresolved',
        `${reference} was found, but not its external data ${location.slice(0, 200)}: ${reason}.`,
        { fix: fix ?? 'Put that file beside the model, or save the model in one file.' },
      );
    }
    parts.push({ name: location, path: found.file.path });
  }
  const identified = [];
  for (const part of parts) identified.push({ ...part, ...(await ports.files.identify(part.path)) });
  return `${await ports.blobs.gather(identified)}/${parts[0]!.name}`;
}

/** Safe ones that the model names; none when the file is no model. */
export async function locationsOf(path: string, modelFiles: ModelFiles): Promise<readonly string[]> {
  await using model = await modelFiles.open(path);
  const { graph } = await parseModel(model.source, path);
  if (graph === null) return [];
  return externalLocations(graph)
    .filter((location) => locationFault(location) === null)
    .slice(0, MOST_FILES);
}
