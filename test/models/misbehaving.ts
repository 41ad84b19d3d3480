/** Models that load and run, and still must not ship. `x` [batch, 2] of float → `y`, unless said otherwise. */
import { DataType, type GraphInit, model, node, tensor, value } from '../../scripts/onnx/builder.ts';

type Nodes = NonNullable<GraphInit['node']>;

const through = (nodes: Nodes, more: Partial<GraphInit> = {}, width = 2) =>
  model({
    name: 'g',
    input: [value('x', DataType.FLOAT, ['batch', 2])],
    output: [value('y', DataType.FLOAT, ['batch', width])],
    node: nodes,
    ...more,
  } as GraphInit);

/** Noise in every score: a RandomUniformLike that was left in. */
export const random = () =>
  through([node('RandomUniformLike', ['x'], ['noise']), node('Add', ['x', 'noise'], ['y'])]);

/** The mean over the batch is taken off: as a normalisation in training mode does. */
export const batchMean = () =>
  through([
    node('ReduceMean', ['x'], ['mean'], { axes: [0n], keepdims: 1n }),
    node('Sub', ['x', 'mean'], ['y']),
  ]);

/** Every row is the sum of the rows up to it. */
export const cumulative = () =>
  through([node('CumSum', ['x', 'axis'], ['y'])], {
    initializer: [tensor('axis', BigInt64Array.of(0n), [])],
  });

/** The same of 8 rows, and of no other number. */
export const cumulativeOf8 = () =>
  through([node('Reshape', ['x', 'shape'], ['eight']), node('CumSum', ['eight', 'axis'], ['y'])], {
    initializer: [tensor('axis', BigInt64Array.of(0n), []), tensor('shape', BigInt64Array.of(8n, 2n), [2])],
  });

/** Declared dynamic, and reshaped to 8 rows. */
export const frozenBatch = () =>
  through([node('Reshape', ['x', 'shape'], ['y'])], {
    initializer: [tensor('shape', BigInt64Array.of(8n, 2n), [2])],
  });

/** log(x − 2): NaN for what a model is usually fed. */
export const notANumber = () =>
  through([node('Sub', ['x', 'two'], ['less']), node('Log', ['less'], ['y'])], {
    initializer: [tensor('two', Float32Array.of(2), [1])],
  });

/** exp(x): infinite for a large input. */
export const exponential = () => through([node('Exp', ['x'], ['y'])]);

/** One score a row: x₀ · w₀ + x₁ · w₁, with w₁ = −1: it falls with the second column. */
export const falling = () =>
  through(
    [node('MatMul', ['x', 'w'], ['y'])],
    { initializer: [tensor('w', Float32Array.of(2, -1), [2, 1])] },
    1,
  );
