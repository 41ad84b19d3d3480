/** Multiply-adds of one row. */
import { elementsOf, type ModelFacts, type NodeFacts } from './facts.ts';
import type { Shapes } from './shapes.ts';

/** A number, or why there is none. */
export type Estimate =
  | { readonly value: number; readonly note: string | null }
  | { readonly value: null; readonly note: string };

type Count = (node: NodeFacts, shapes: Shapes) => number | null;

/** Output elements × the length of each dot product. */
const convolution =
  (weight: number): Count =>
  (node, shapes) => {
    const out = shapes.of(node.outputs[0] ?? '');
    const kernel = shapes.of(node.inputs[weight] ?? '');
    return out && kernel && product(elementsOf(out), elementsOf(kernel.slice(1)));
  };

/** Every input element meets every weight of its channel. */
const transposed: Count = (node, shapes) => {
  const data = shapes.of(node.inputs[0] ?? '');
  const kernel = shapes.of(node.inputs[1] ?? '');
  return data && kernel && product(elementsOf(data), elementsOf(kernel.slice(1)));
};

const matrices =
  (transposedBy: string | null): Count =>
  (node, shapes) => {
    const a = shapes.of(node.inputs[0] ?? '');
    const out = shapes.of(node.outputs[0] ?? '');
    const length = transposedBy !== null && node.ints(transposedBy)?.[0] ? a?.at(-2) : a?.at(-1);
    return out && length !== undefined ? product(elementsOf(out), length) : null;
  };

const COUNTS: ReadonlyMap<string, Count> = new Map([
  ['Conv', convolution(1)],
  ['ConvInteger', convolution(1)],
  ['QLinearConv', convolution(3)],
  ['ConvTranspose', transposed],
  ['Gemm', matrices('transA')],
  ['MatMul', matrices(null)],
  ['MatMulInteger', matrices(null)],
  ['QLinearMatMul', matrices(null)],
]);

/** Work that is not counted, and is too much to pass over in silence. */
const HEAVY = new Set([
  'LSTM',
  'GRU',
  'RNN',
  'Attention',
  'Einsum',
  'Loop',
  'Scan',
  'If',
  'com.microsoft::Attention',
  'com.microsoft::FusedMatMul',
  'com.microsoft::MatMulNBits',
  'com.microsoft::MultiHeadAttention',
  'com.microsoft::GroupQueryAttention',
  'com.microsoft::FusedConv',
]);

/** Of Conv, Gemm, MatMul and their quantised forms; other operators count nothing. */
export function multiplyAdds(model: ModelFacts, shapes: Shapes): Estimate {
  let total = 0;
  const left = new Set<string>();
  for (const node of model.nodes) {
    if (HEAVY.has(node.operator)) left.add(node.operator);
    const count = COUNTS.get(node.operator);
    if (!count) continue;
    const one = count(node, shapes);
    if (one === null || !Number.isSafeInteger(total + one)) {
      const name = (node.name || node.outputs[0] || '').slice(0, 200);
      return {
        value: null,
        note: `Multiply-adds are not known: no fixed shape at \`${name}\` (${node.operator}).`,
      };
    }
    total += one;
  }
  return {
    value: total,
    note: left.size > 0 ? `Multiply-adds leave out ${[...left].slice(0, 5).join(', ')}.` : null,
  };
}

function product(a: number | null, b: number | null): number | null {
  return a === null || b === null || !Number.isSafeInteger(a * b) ? null : a * b;
}
