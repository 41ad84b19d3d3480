import { describe, expect, test } from 'vitest';
import { DataType, type GraphInit, node, tensor, value } from '../../../../scripts/onnx/builder.ts';
import { summary as summarySchema } from '../../../../src/core/documents/validation.ts';
import { comparedGraph } from '../facts.ts';

const floats = (name: string, ...dims: number[]) =>
  tensor(name, new Float32Array(dims.reduce((a, b) => a * b, 1)).fill(0.5), dims);
const ints = (name: string, ...values: number[]) =>
  tensor(name, BigInt64Array.from(values.map(BigInt)), [values.length]);
const x = (...shape: (number | string | null)[]) => value('x', DataType.FLOAT, shape);
const y = (...shape: (number | string | null)[]) => value('y', DataType.FLOAT, shape);
const summaryOf = async (graph: GraphInit, more = {}) =>
  (await comparedGraph({ name: 'g', ...graph }, more)).summary;

const mlp: GraphInit = {
  input: [x('rows', 3)],
  output: [y('rows', 1)],
  initializer: [floats('w1', 3, 8), floats('b1', 8), floats('w2', 8, 1)],
  node: [
    node('Gemm', ['x', 'w1', 'b1'], ['h']),
    node('Relu', ['h'], ['r']),
    node('MatMul', ['r', 'w2'], ['y']),
  ],
};

test('a perceptron by hand: parameters, bytes, multiply-adds, memory', async () => {
  expect(await summaryOf(mlp)).toMatchObject({
    irVersion: 8,
    opsets: [{ domain: '', version: 17 }],
    producer: { name: 'onnx-gate' },
    inputs: [{ name: 'x', type: 'float32', shape: ['rows', 3] }],
    nodes: 3,
    parameters: 24 + 8 + 8,
    bytes: 160,
    externalBytes: 0,
    // 3 × 8 and 8 × 1.
    multiplyAdds: 32,
    // h and r together: 2 × 8 floats.
    activationBytes: 64,
    quantization: { share: 0, kinds: [] },
    notes: [],
  });
});

test.each<[string, GraphInit, number]>([
  [
    'a convolution: 6×6 outputs, 4 channels, 3 input channels of 3×3',
    {
      input: [x('n', 3, 8, 8)],
      output: [y('n', 4, 6, 6)],
      initializer: [floats('w', 4, 3, 3, 3)],
      node: [node('Conv', ['x', 'w'], ['y'])],
    },
    6 * 6 * 4 * 27,
  ],
  [
    'a padded, strided one in groups',
    {
      input: [x(null, 4, 8, 8)],
      output: [y(null, 4, 4, 4)],
      initializer: [floats('w', 4, 1, 3, 3)],
      node: [node('Conv', ['x', 'w'], ['y'], { group: 4n, strides: [2n, 2n], pads: [1n, 1n, 1n, 1n] })],
    },
    4 * 4 * 4 * 9,
  ],
  [
    'through Flatten, Reshape with -1, Concat, Transpose and Gather',
    {
      input: [x('n', 2, 3)],
      output: [y('n', 5)],
      initializer: [floats('w', 12, 5), ints('shape', 0, -1), ints('index', 1)],
      node: [
        node('Transpose', ['x'], ['t'], { perm: [0n, 2n, 1n] }),
        node('Flatten', ['t'], ['f']),
        node('Reshape', ['x', 'shape'], ['r']),
        node('Concat', ['f', 'r'], ['c'], { axis: 1n }),
        node('MatMul', ['c', 'w'], ['y']),
        node('Gather', ['x', 'index'], ['unused'], { axis: 2n }),
      ],
    },
    60,
  ],
  [
    'a transposed Gemm',
    {
      input: [x('n', 3)],
      output: [y('n', 7)],
      initializer: [floats('w', 7, 3)],
      node: [node('Gemm', ['x', 'w'], ['y'], { transB: 1n })],
    },
    21,
  ],
])('%s', async (_, graph, expected) => {
  expect((await summaryOf(graph)).multiplyAdds).toBe(expected);
});

test('an unknown shape gives null and says where', async () => {
  const summary = await summaryOf({
    input: [x('rows', 'width')],
    output: [y('rows', 1)],
    initializer: [floats('w', 4, 1)],
    node: [node('Mystery', ['x'], ['h']), node('MatMul', ['h', 'w'], ['y'])],
  });
  expect(summary).toMatchObject({ multiplyAdds: null, activationBytes: null });
  expect(summary.notes).toEqual([
    'Multiply-adds are not known: no fixed shape at `MatMul_y` (MatMul).',
    'Peak memory is not known: no fixed shape or type of `x`.',
  ]);
});

test('trees keep their weights in attributes', async () => {
  const tree = node('TreeEnsembleRegressor', ['x'], ['y'], {
    nodes_values: Array.from({ length: 20 }, (_, i) => i / 8),
  });
  const summary = await summaryOf({
    input: [x('n', 3)],
    output: [y('n', 1)],
    node: [{ ...tree, domain: 'ai.onnx.ml' }],
  });
  expect(summary).toMatchObject({
    parameters: 20,
    operators: [{ operator: 'ai.onnx.ml::TreeEnsembleRegressor', count: 1 }],
  });
});

test('quantised weights are a share of those that could be', async () => {
  const summary = await summaryOf({
    input: [x('n', 4)],
    output: [y('n', 4)],
    initializer: [
      { name: 'q', dims: [4n, 4n], dataType: DataType.INT8, rawData: new Uint8Array(16) },
      floats('s', 16),
      ints('indices', 1, 2, 3),
    ],
    node: [
      node('QuantizeLinear', ['x', 's'], ['a']),
      node('DequantizeLinear', ['q', 's'], ['b']),
      node('MatMul', ['x', 'b'], ['y']),
    ],
  });
  expect(summary.quantization).toEqual({ share: 0.5, kinds: ['QDQ', 'int8 weights'] });
});

test('the drawing leaves out constants and joins nodes by value', async () => {
  const { drawing } = await summaryOf(mlp);
  expect(drawing).toEqual({
    nodes: [
      { label: 'x', kind: 'input' },
      { label: 'Gemm', kind: 'operator' },
      { label: 'Relu', kind: 'operator' },
      { label: 'MatMul', kind: 'operator' },
      { label: 'y', kind: 'output' },
    ],
    edges: [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 4 },
    ],
  });
});

describe('absurd numbers and names', () => {
  test.each<[string, GraphInit, object]>([
    ['sizes beyond 2^53', { initializer: [{ name: 'w', dims: [2n ** 62n, 8n], dataType: 1 }] }, {}],
    ['negative sizes', { initializer: [{ name: 'w', dims: [-5n], dataType: 1 }] }, {}],
    [
      'versions beyond 2^53',
      {},
      { irVersion: 2n ** 62n, opsetImport: [{ domain: '__proto__', version: -(2n ** 62n) }] },
    ],
    [
      'a name of 16 kB',
      { name: 'x'.repeat(16_000), node: [node('R'.repeat(5000), ['__proto__'], ['constructor'])] },
      {},
    ],
    [
      '2,000 opsets',
      {},
      { opsetImport: Array.from({ length: 2000 }, (_, i) => ({ domain: `d${i}`, version: 1n })) },
    ],
    [
      'a kernel of no size',
      { input: [x(1, 1, 4)], node: [node('Conv', ['x', 'x'], ['y'], { kernel_shape: [0n] })] },
      {},
    ],
    ['100 dimensions', { input: [x(...Array.from({ length: 100 }, () => 1))] }, {}],
  ])('%s: the document holds them', async (_, graph, more) => {
    const summary = await summaryOf(graph, more);
    expect(summarySchema.safeParse(summary).error).toBeUndefined();
  });
});
