/** Models that differ in one way that matters to a benchmark, and one that must not. */
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import { seededRandom } from '../../src/core/stats/random.ts';

/** Of `x`, the columns. */
export const WIDTH = 256;

/**
 * `x` [batch, 256] through `layers` square products with a rectifier between → `y`: 65,536 multiply-adds a row and layer.
 * `seed`: of the weights, each layer its own.
 */
export function deep(layers: number, seed = 1): Uint8Array {
  const random = seededRandom(seed);
  const steps = Array.from({ length: layers }, (_, i) => i);
  const weights = () => Float32Array.from({ length: WIDTH ** 2 }, () => (random.uniform() - 0.5) / 8);
  return model({
    name: 'deep',
    input: [value('x', DataType.FLOAT, ['batch', WIDTH])],
    output: [value('y', DataType.FLOAT, ['batch', WIDTH])],
    initializer: steps.map((i) => tensor(`w${i}`, weights(), [WIDTH, WIDTH])),
    node: steps.flatMap((i) => [
      node('MatMul', [i === 0 ? 'x' : `h${i}`, `w${i}`], [`p${i}`]),
      node('Relu', [`p${i}`], [i === layers - 1 ? 'y' : `h${i + 1}`]),
    ]),
  });
}
