/** Models that behave. Each function returns the bytes of a file. */
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';

/**
 * Logistic regression: `features` [batch, n] → `probability` [batch, 1], with one weight a column.
 * `probability = 1 / (1 + exp(−(features · weights + bias)))`.
 */
export function logistic(weights: readonly number[], bias = 0): Uint8Array {
  return model({
    name: 'logistic',
    input: [value('features', DataType.FLOAT, ['batch', weights.length])],
    output: [value('probability', DataType.FLOAT, ['batch', 1])],
    initializer: [
      tensor('weights', Float32Array.from(weights), [weights.length, 1]),
      tensor('bias', Float32Array.of(bias), [1]),
    ],
    node: [
      node('Gemm', ['features', 'weights', 'bias'], ['logit']),
      node('Sigmoid', ['logit'], ['probability']),
    ],
  });
}

/** `x` → `y`, the same values, of any element type and shape. */
export function identity(
  type: DataType,
  shape: readonly (number | string | null)[] = ['batch'],
  names: readonly [input: string, output: string] = ['x', 'y'],
): Uint8Array {
  return model({
    name: 'identity',
    input: [value(names[0], type, shape)],
    output: [value(names[1], type, shape)],
    node: [node('Identity', [names[0]], [names[1]])],
  });
}

/** `a` and `b` [batch] of float → `sum` and `product` [batch]. */
export function sumAndProduct(): Uint8Array {
  return model({
    name: 'sum-and-product',
    input: ['a', 'b'].map((name) => value(name, DataType.FLOAT, ['batch'])),
    output: ['sum', 'product'].map((name) => value(name, DataType.FLOAT, ['batch'])),
    node: [node('Add', ['a', 'b'], ['sum']), node('Mul', ['a', 'b'], ['product'])],
  });
}

/**
 * `x` [batch, size] through `layers` square products with a rectifier between → `y` [batch, size].
 * For models that differ in cost alone: about batch · layers · size² multiplications a call.
 */
export function dense(size: number, layers: number): Uint8Array {
  const weights = Float32Array.from({ length: size * size }, (_, i) => ((i * 7919) % 101) / 101 / size);
  const steps = Array.from({ length: layers }, (_, i) => i);
  return model({
    name: 'dense',
    input: [value('x', DataType.FLOAT, ['batch', size])],
    output: [value('y', DataType.FLOAT, ['batch', size])],
    initializer: [tensor('w', weights, [size, size])],
    node: steps.flatMap((i) => [
      node('MatMul', [i === 0 ? 'x' : `h${i}`, 'w'], [`p${i}`]),
      node('Relu', [`p${i}`], [i === layers - 1 ? 'y' : `h${i + 1}`]),
    ]),
  });
}
