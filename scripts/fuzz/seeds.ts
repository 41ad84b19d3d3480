/** Small sound models that between them have most of what a model can have. */
import { readdirSync, readFileSync } from 'node:fs';
import { DataType, model, node, tensor, value } from '../onnx/builder.ts';

const floats = (name: string, ...dims: number[]) =>
  tensor(name, new Float32Array(dims.reduce((a, b) => a * b, 1)).fill(0.5), dims);
const x = value('x', DataType.FLOAT, ['n', 4]);
const y = value('y', DataType.FLOAT, ['n', 4]);
const branch = (name: string, operator: string) => ({
  name,
  node: [node(operator, ['x'], [`${name}_y`])],
  output: [value(`${name}_y`, DataType.FLOAT, ['n', 4])],
});

const BUILT: readonly Uint8Array[] = [
  model({
    name: 'convolution',
    input: [value('x', DataType.FLOAT, ['n', 3, 8, 8])],
    output: [value('y', DataType.FLOAT, ['n', 2])],
    initializer: [floats('w', 2, 3, 3, 3), floats('b', 2)],
    node: [
      node('Conv', ['x', 'w', 'b'], ['c'], { pads: [1n, 1n, 1n, 1n], strides: [2n, 2n] }),
      node('Relu', ['c'], ['r']),
      node('GlobalAveragePool', ['r'], ['p']),
      node('Flatten', ['p'], ['y']),
    ],
  }),
  model({
    name: 'branches',
    input: [x, value('c', DataType.BOOL, [1])],
    output: [y],
    node: [node('If', ['c'], ['y'], { then_branch: branch('a', 'Relu'), else_branch: branch('b', 'Neg') })],
  }),
  model(
    {
      name: 'functions',
      input: [x],
      output: [y],
      node: [{ ...node('Twice', ['x'], ['y']), domain: 'local' }],
    },
    {
      opsetImport: [
        { domain: '', version: 17n },
        { domain: 'local', version: 1n },
      ],
      functions: [
        {
          name: 'Twice',
          domain: 'local',
          input: ['x'],
          output: ['y'],
          opsetImport: [{ domain: '', version: 17n }],
          node: [node('Add', ['x', 'x'], ['y'])],
        },
      ],
    },
  ),
  model({
    name: 'shapes',
    input: [x],
    output: [y],
    initializer: [
      tensor('s', BigInt64Array.of(-1n, 2n, 2n), [3]),
      tensor('t', BigInt64Array.of(0n, 4n), [2]),
    ],
    node: [
      node('Reshape', ['x', 's'], ['r']),
      node('Transpose', ['r'], ['p'], { perm: [0n, 2n, 1n] }),
      node('Reshape', ['p', 't'], ['y']),
    ],
  }),
];

/** The example's models and those built above. */
export function seedModels(root: string): Uint8Array[] {
  const folder = `${root}/examples/sessions/models`;
  const files = readdirSync(folder).filter((name) => name.endsWith('.onnx'));
  return [...files.sort().map((name) => new Uint8Array(readFileSync(`${folder}/${name}`))), ...BUILT];
}
