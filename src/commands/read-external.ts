/** What lies beside a model belongs to its identity. */
import type { ExternalData } from '../core/documents/common.ts';
import { parseModel } from '../core/onnx/check-model.ts';
import { readExternalData } from '../core/onnx/weights/identity.ts';
import type { ModelFiles } from '../ports.ts';

interface Ports {
  readonly modelFiles: ModelFiles;
}

/** `whole`: whether all files that the model names could be read. */
export async function runReadExternal(
  path: string,
  { modelFiles }: Ports,
): Promise<{ readonly data: ExternalData | null; readonly whole: boolean }> {
  await using model = await modelFiles.open(path);
  const { graph } = await parseModel(model.source, path);
  return graph === null ? { data: null, whole: true } : readExternalData(graph, model.external);
}
