/** Peak memory of intermediate tensors for one row. */
import { ELEMENT_TYPES } from '../element-types.ts';
import { elementsOf, type ModelFacts, type NodeFacts } from './facts.ts';
import type { Shapes } from './shapes.ts';
import type { Estimate } from './work.ts';

/** Element types that an operator gives whatever goes in; the others pass on their first input's. */
const RESULT_TYPES: ReadonlyMap<string, string> = new Map([
  ...['Equal', 'Greater', 'GreaterOrEqual', 'Less', 'LessOrEqual', 'Not', 'And', 'Or', 'Xor', 'IsNaN'].map(
    (name) => [name, 'bool'] as const,
  ),
  ...['Shape', 'Size', 'ArgMax', 'ArgMin', 'NonZero'].map((name) => [name, 'int64'] as const),
  ...['DequantizeLinear', 'ai.onnx.ml::Scaler'].map((name) => [name, 'float32'] as const),
  ['QuantizeLinear', 'uint8'],
  ['ai.onnx.ml::LabelEncoder', 'int64'],
]);

const BITS = new Map([...ELEMENT_TYPES.values()].map(({ name, bits }) => [name, bits]));

/**
 * Each value lives from the node that makes it to the last that reads it; inputs from the start, outputs to the end.
 * Weights do not count, nor does reuse in place, so that a runtime may well need less.
 */
export function activationBytes(model: ModelFacts, shapes: Shapes): Estimate {
  const order = model.nodes;
  const last = lastReads(model);
  const weights = new Set(model.weights.map(({ name }) => name));
  const declared = new Map([
    ...model.values,
    ...[...model.inputs, ...model.outputs].map((one) => [one.name, one] as const),
  ]);
  const types = new Map<string, string>();
  const sizes = new Map<string, number>();
  let unknown: string | null = null;
  const enter = (name: string, type: string): number => {
    const shape = shapes.of(name);
    const elements = shape && elementsOf(shape);
    // Texts have no fixed size; they count as nothing.
    const bits = type === 'string' ? 0 : BITS.get(type);
    if (elements === null || elements === undefined || bits === undefined || bits === null) {
      unknown ??= name;
      return 0;
    }
    types.set(name, type);
    const bytes = Math.ceil((elements * bits) / 8);
    sizes.set(name, bytes);
    return bytes;
  };
  let live = 0;
  for (const { name, type } of model.inputs) live += enter(name, type ?? '');
  let peak = live;
  for (const [at, node] of order.entries()) {
    if (node.operator === 'Constant') continue;
    for (const output of new Set(node.outputs)) {
      if (output === '' || weights.has(output) || sizes.has(output)) continue;
      live += enter(output, declared.get(output)?.type ?? resultType(node, types));
    }
    if (unknown !== null) break;
    peak = Math.max(peak, live);
    for (const name of new Set([...node.inputs, ...node.outputs]))
      if ((last.get(name) ?? at) === at) {
        live -= sizes.get(name) ?? 0;
        sizes.delete(name);
      }
  }
  if (unknown !== null || !Number.isSafeInteger(peak)) {
    const name = (unknown ?? '').slice(0, 200);
    return { value: null, note: `Peak memory is not known: no fixed shape or type of \`${name}\`.` };
  }
  return { value: peak, note: null };
}

/** Index of the last node that reads a value; outputs of the graph are read after the last. */
function lastReads({ nodes, outputs }: ModelFacts): Map<string, number> {
  const last = new Map<string, number>();
  for (const [at, { inputs }] of nodes.entries()) for (const name of inputs) last.set(name, at);
  for (const { name } of outputs) last.set(name, nodes.length);
  return last;
}

function resultType(node: NodeFacts, types: ReadonlyMap<string, string>): string {
  if (node.operator === 'Cast') return ELEMENT_TYPES.get(node.ints('to')?.[0] ?? 0)?.name ?? '';
  const own = RESULT_TYPES.get(node.operator);
  return own ?? node.inputs.map((name) => types.get(name)).find((type) => type !== undefined) ?? 'float32';
}
