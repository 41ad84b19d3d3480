import { type Fault, throwFaults } from '../errors.ts';
import { ELEMENTS } from './elements.ts';
import type { Signature, Tensor, Tensors } from './types.ts';
import { code, shapeText } from './words.ts';

/**
 * Inputs of a model when there is no holdout to take rows from: numbers below one from a seeded generator, zeros for
 * whole numbers (a valid index everywhere), empty text. The first dimension is `rows` unless the model fixes it.
 * Throws `model-signature` for types and dimensions that cannot be made up.
 */
export function randomInputs(signature: Signature, rows: number, random: () => number): Tensors {
  const faults: Fault[] = [];
  const tensors = new Map<string, Tensor>();
  for (const { name, type, shape } of signature.inputs) {
    const element =
      type === null || !Object.hasOwn(ELEMENTS, type) ? null : ELEMENTS[type as keyof typeof ELEMENTS];
    const sizes = shape.map((size, i) => (typeof size === 'number' ? size : i === 0 ? rows : null));
    if (!element || sizes.some((size) => size === null)) {
      faults.push({
        code: 'model-signature',
        message: `Input ${code(name)} ${shapeText(shape)} cannot be made up: ${element ? 'a dimension other than the first is open' : 'it is not a plain tensor'}.`,
        fix: 'Name a holdout whose columns feed it.',
      });
      continue;
    }
    const dims = sizes as number[];
    const data = element.allocate(dims.reduce((product, size) => product * size, 1));
    if (type === 'float32' || type === 'float64') {
      const numbers = data as Float32Array | Float64Array;
      for (let i = 0; i < numbers.length; i++) numbers[i] = random();
    }
    tensors.set(name, { type, data, shape: dims } as Tensor);
  }
  throwFaults(faults);
  return tensors;
}
