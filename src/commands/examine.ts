import type { Finding } from '../core/documents/validation.ts';
import { type CheckedModel, checkModel, parseModel } from '../core/onnx/check-model.ts';
import { inspectLocations, safeFiles } from '../core/onnx/checks/external.ts';
import type { Compared } from '../core/onnx/compare/compare.ts';
import type { ModelGraph } from '../core/onnx/graph.ts';
import { readFacts } from '../core/onnx/summary/read-facts.ts';
import { summarize } from '../core/onnx/summary/summarize.ts';
import { externalFingerprints, readExternalWeights } from '../core/onnx/weights/read.ts';
import type { ModelFile } from '../ports.ts';

/** A model file as far as it can be told without an engine. */
export interface Examined {
  /** Null when the file could not be read as a model. */
  readonly model: Compared | null;
  readonly findings: readonly Finding[];
  readonly parts: CheckedModel['parts'];
}

/** Reads and checks a model without loading it anywhere. `bytes` are those of the file. */
export async function runExamine(
  { source, external }: ModelFile,
  {
    path,
    bytes,
    skip,
  }: { readonly path: string; readonly bytes: number; readonly skip: ReadonlySet<string> },
): Promise<Examined> {
  const { graph, findings, parts, fingerprints } = await checkModel(source, { path, external, skip });
  return { model: graph && (await compared(graph, { source, bytes, fingerprints })), findings, parts };
}

/** A model that is only compared with; null when it cannot be read. */
export async function runRead(
  { source, external }: ModelFile,
  { path, bytes }: { readonly path: string; readonly bytes: number },
): Promise<{ readonly model: Compared | null; readonly parts: Examined['parts'] }> {
  const { graph } = await parseModel(source, path);
  if (!graph) return { model: null, parts: [] };
  const files = safeFiles(await inspectLocations(graph, external));
  const weights = await readExternalWeights(graph, external, files);
  const model = await compared(graph, { source, bytes, fingerprints: externalFingerprints(weights) });
  return { model, parts: weights.parts };
}

async function compared(
  graph: ModelGraph,
  { bytes, ...stored }: Pick<Compared, 'source' | 'bytes' | 'fingerprints'>,
): Promise<Compared> {
  const facts = await readFacts(graph, stored.source);
  const summary = summarize(facts);
  return { ...stored, facts, summary, bytes: bytes + summary.externalBytes };
}
