/** The model as its layer has it: files, signature, name. */
import type { Digest } from '../../core/documents/common.ts';
import { fault } from '../../core/errors.ts';
import type { BuildImage } from '../../core/image/build.ts';
import { parseModel } from '../../core/onnx/check-model.ts';
import { readFacts } from '../../core/onnx/summary/read-facts.ts';
import { summarize } from '../../core/onnx/summary/summarize.ts';
import type { ModelFiles } from '../../ports.ts';
import { locationsOf } from '../gather-model.ts';
import type { LocalModel } from '../models.ts';

/** Rows that Triton may batch; it is told so in the layer's `config.pbtxt`. */
const MAX_BATCH = 1024;

/** Throws `model-rejected` for a file that cannot be read. */
export async function runLayerModel(
  named: { readonly candidate: string; readonly name: string | null; readonly version: string },
  model: LocalModel,
  { modelFiles }: { readonly modelFiles: ModelFiles },
): Promise<BuildImage['model']> {
  const folder = model.path.slice(0, model.path.search(/[^\\/]*$/));
  await using file = await modelFiles.open(model.path);
  const { graph } = await parseModel(file.source, model.path);
  if (!graph)
    throw fault('model-rejected', `${model.path} is no ONNX model that can be read.`, {
      fix: 'See `onnx-gate validate` on it.',
    });
  const { inputs, outputs, parameters } = summarize(await readFacts(graph, file.source));
  const external = (await locationsOf(model.path, modelFiles)).map((location) => ({
    source: `${folder}${location}`,
    location,
  }));
  return {
    name: nameOf(named, model),
    version: named.version,
    digest: model.subject.digest as Digest,
    file: model.path,
    external,
    inputs,
    outputs,
    parameters,
    maxBatch: MAX_BATCH,
  };
}

/** As the name of a folder. */
function nameOf(
  { name, candidate }: { readonly name: string | null; readonly candidate: string },
  { path }: LocalModel,
): string {
  if (name !== null) return name;
  const stem = (candidate.endsWith('.onnx') ? candidate : path)
    .split(/[\\/:]/)
    .at(-1)!
    .replace(/\.onnx$/i, '');
  return (
    stem
      .replace(/[^A-Za-z0-9._-]/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 100) || 'model'
  );
}
