import { readFile } from 'node:fs/promises';
import { bytesSource } from '../core/onnx/byte-source.ts';
import { CHECK_IDS } from '../core/onnx/check-ids.ts';
import { noExternalFiles } from '../core/onnx/external-files.ts';
import { nodeLists } from '../core/onnx/walks.ts';
import type { Signature } from '../ports.ts';

/** Checks that find what looks at all rows at once. */
const LOOKS_AT_ALL_ROWS = new Set(['batch-reduction', 'training-mode', 'random']);
/** Takes its scale from all rows: an answer would depend on who else asked. */
const SCALED_BY_BATCH = 'DynamicQuantizeLinear';
/** A larger file is weights mostly, and is not read a second time for this. */
const MOST_BYTES = 2 ** 30;

/** Whether every input and output has an open first dimension. */
export const rowsAreOpen = ({ inputs, outputs }: Signature): boolean =>
  [...inputs, ...outputs].every(({ shape }) => shape.length > 0 && typeof shape[0] !== 'number');

/**
 * Whether rows of different requests may share a call of the model: no operator looks at the batch as a whole. False
 * for what cannot be told.
 */
export async function rowsAreAlone(file: string, bytes: number): Promise<boolean> {
  if (bytes > MOST_BYTES) return false;
  // While threads load the model there is time for it.
  const { checkModel } = await import('../core/onnx/check-model.ts');
  const { graph, findings } = await checkModel(bytesSource(await readFile(file)), {
    path: file,
    external: noExternalFiles,
    skip: new Set(CHECK_IDS.filter((id) => !LOOKS_AT_ALL_ROWS.has(id))),
  });
  if (graph === null || findings.some(({ check }) => LOOKS_AT_ALL_ROWS.has(check))) return false;
  return nodeLists(graph).every(({ nodes }) => nodes.every(({ opType }) => opType !== SCALED_BY_BATCH));
}
