/** How far, and in what way, a model is quantised. */
import type { Summary } from '../../documents/validation.ts';
import { elementsOf, type ModelFacts } from './facts.ts';

/** One row per way; `at` finds it by operator. */
const WAYS: readonly { readonly kind: string; readonly at: RegExp }[] = [
  { kind: 'QDQ', at: /^(?:com\.microsoft::)?QuantizeLinear$/ },
  { kind: 'weights dequantised at run time', at: /^(?:com\.microsoft::)?DequantizeLinear$/ },
  { kind: 'QLinear operators', at: /(?:^|::)QLinear/ },
  { kind: 'dynamic', at: /(?:^|::)Dynamic(?:QuantizeLinear|QuantizeMatMul|QuantizeLSTM)$/ },
  { kind: 'integer operators', at: /^(?:MatMulInteger|ConvInteger)$/ },
  { kind: '4-bit blocks', at: /^com\.microsoft::(?:MatMulNBits|MatMulBnb4|GatherBlockQuantized)$/ },
];

const LOW = /^(?:u?int[248]|float[48]e.*)$/;
const HIGH = /^(?:b?float(?:16)?|float(?:32|64))$/;

/** Share of the weights' elements that take 8 bits or fewer; integers of 16 bits or more are indices, not weights. */
export function quantizationOf({ operators, weights }: ModelFacts): Summary['quantization'] {
  const names = [...operators.keys()];
  const kinds = WAYS.filter(({ at }) => names.some((name) => at.test(name))).map(({ kind }) => kind);
  let low = 0;
  let high = 0;
  const stored = new Set<string>();
  for (const { type, shape } of weights) {
    const elements = elementsOf(shape) ?? 0;
    if (LOW.test(type) && elements > 1) {
      low += elements;
      stored.add(`${type} weights`);
    } else if (HIGH.test(type)) {
      high += elements;
      if (type !== 'float32' && elements > 1) stored.add(`${type} weights`);
    }
  }
  const dequantises = kinds.includes('QDQ') ? kinds.filter((kind) => !kind.startsWith('weights')) : kinds;
  return {
    share: low + high === 0 ? null : low / (low + high),
    kinds: [...dequantises, ...[...stored].sort()].slice(0, 20),
  };
}
