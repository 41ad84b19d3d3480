import { type Fault, throwFaults } from '../errors.ts';
import { ELEMENTS } from './elements.ts';
import type { Signature, Tensor, Tensors } from './types.ts';
import { code, shapeText, yamlName } from './words.ts';

/**
 * Inputs of a model when there is no holdout to take rows from: numbers below one from a seeded generator, zeros for
 * whole numbers (a valid index everywhere), empty text. The first dimension is `rows` unless the model fixes it.
 * Other open dimensions are in `dimensions` by name, or as `input/axis` where they have none.
 * Throws `model-signature` for types and dimensions that cannot be made up.
 */
export function randomInputs(
  signature: Signature,
  rows: number,
  random: () => number,
  dimensions: Readonly<Record<string, number>> = {},
): Tensors {
  const given = new Map(Object.entries(dimensions));
  const faults: Fault[] = [];
  const tensors = new Map<string, Tensor>();
  for (const { name, type, shape } of signature.inputs) {
    const element =
      type === null || !Object.hasOwn(ELEMENTS, type) ? null : ELEMENTS[type as keyof typeof ELEMENTS];
    const keys = shape.map((size, axis) => (typeof size === 'string' ? size : `${name}/${axis}`));
    const sizes = shape.map((size, i) =>
      typeof size === 'number' ? size : i === 0 ? rows : (given.get(keys[i]!) ?? null),
    );
    const open = sizes.indexOf(null);
    if (!element || open >= 0) {
      faults.push({
        code: 'model-signature',
        message: `Input ${code(name)} ${shapeText(shape)} cannot be made up: ${element ? 'a dimension other than the first is open' : 'it is not a plain tensor'}.`,
        fix: element
          ? `Name a holdout whose columns feed it, or give the size: \`latency: { dimensions: { ${yamlName(keys[open]!)}: 16 } }\`.`
          : 'Name a holdout whose columns feed it.',
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
