/** Models of the builder as the summary sees them. */
import { type GraphInit, model } from '../../../scripts/onnx/builder.ts';
import { bytesSource } from '../../../src/core/onnx/byte-source.ts';
import type { Compared } from '../../../src/core/onnx/compare/compare.ts';
import { decodeModel } from '../../../src/core/onnx/decode/model.ts';
import { readFacts } from '../../../src/core/onnx/summary/read-facts.ts';
import { summarize } from '../../../src/core/onnx/summary/summarize.ts';
import { scanWire } from '../../../src/core/onnx/wire/scan.ts';

export async function compared(bytes: Uint8Array): Promise<Compared> {
  const source = bytesSource(bytes);
  const facts = await readFacts(decodeModel((await scanWire(source)).skeleton), source);
  return { facts, source, fingerprints: new Map(), summary: summarize(facts), bytes: bytes.length };
}

export const comparedGraph = (graph: GraphInit, more: Parameters<typeof model>[1] = {}) =>
  compared(model(graph, more));
