/**
 * For each row a model that has what the row looks at, and is right: the nearest to broken that is not. Rows without
 * such an edge have a plain model.
 */
import { DataType, model, node, tensor, value } from '../../../../scripts/onnx/builder.ts';
import * as hostile from '../../../models/hostile.ts';
import * as small from '../../../models/small.ts';
import {
  call,
  calling,
  convolving,
  ensemble,
  ext,
  floats,
  fn,
  opsets,
  shapeBomb,
  sparse,
  supportVectors,
} from './build.ts';
import { adding, type judge, longs, loopBody, looping, sound } from './judge.ts';

type Nearest = readonly [bytes: () => Uint8Array, facts?: Parameters<typeof judge>[1]];

const relu = (from: string, to: string) => node('Relu', [from], [to]);
const chain = (...nodes: ReturnType<typeof node>[]) => model(sound({ node: nodes }));
const plain: Nearest = [() => model(sound())];
const outside = (facts: NonNullable<Nearest[1]>[string], location = 'w.bin'): Nearest => [
  () => ext({ location }),
  { [location]: facts },
];
const weights = (values: Float32Array): Nearest => [
  () => adding(tensor('w', values, [values.length / 2, 2])),
];
const two = (first: Float32Array, second: Float32Array): Nearest => [
  () =>
    model(
      sound({
        initializer: [tensor('v', first, [512, 2]), tensor('w', second, [512, 2])],
        node: [node('Sum', ['x', 'v', 'w'], ['y'])],
      }),
    ),
];
const numbers = (length: number, from = 1) => Float32Array.from({ length }, (_, i) => from + i);
const gibibyte = 2 ** 28;

export const NEAREST: Readonly<Record<string, Nearest>> = {
  'graph-missing': [() => model({ name: 'g' })],
  'ir-version': [() => model(sound(), { irVersion: 1n })],
  'metadata-duplicate': [
    () =>
      model(sound(), {
        metadataProps: [
          { key: 'a', value: '1' },
          { key: 'A', value: '1' },
        ],
      }),
  ],
  'training-info': plain,
  'function-duplicate': [
    () => calling([fn('F', [relu('a', 'b')]), fn('F', [relu('a', 'b')], { overload: 'other' })]),
  ],
  'opset-missing': [() => model(sound(), { irVersion: 2n, ...opsets() })],
  'opset-range': [() => model(sound(), opsets(['', 2n ** 31n - 1n]))],
  'opset-conflict': [() => model(sound(), opsets(['', 17], ['ai.onnx', 17]))],
  'opset-duplicate': [() => model(sound(), opsets(['', 17], ['ai.onnx.ml', 3]))],
  'opset-newer': [() => model(sound(), opsets(['', 26]))],
  'opset-undeclared': [() => calling([fn('F', [relu('a', 'b')])])],
  'graph-name': [() => model(sound({ name: ' ' }))],
  'operator-name': [() => chain(node('unknown', ['x'], ['y']))],
  'name-empty': [() => chain({ ...relu('x', 'y'), name: '' })],
  'name-text': [() => chain({ ...relu('x', 'y'), name: `größe-${'n'.repeat(500)}` })],
  'node-name-duplicate': [() => chain({ ...relu('x', 'h'), name: '' }, { ...relu('h', 'y'), name: '' })],
  'attribute-duplicate': [() => chain(node('Selu', ['x'], ['y'], { alpha: 0.5, gamma: 0.5 }))],
  'attribute-value': [
    () =>
      chain({ ...node('LeakyRelu', ['x'], ['y']), attribute: [{ name: 'alpha', type: 1, f: 0 } as never] }),
  ],
  'graph-input-duplicate': [() => small.sumAndProduct()],
  'graph-output-duplicate': [() => small.sumAndProduct()],
  'initializer-duplicate': two(numbers(1024), numbers(1024, 2)),
  'value-made-twice': [() => chain(relu('x', 'X'), relu('X', 'y'))],
  cycle: [() => chain(relu('x', 'a'), node('Add', ['a', 'a'], ['b']), node('Add', ['a', 'b'], ['y']))],
  order: [() => chain(relu('x', 'a'), relu('a', 'y'))],
  'dangling-input': [() => chain(node('Clip', ['x', '', ''], ['y']))],
  'output-unmade': [() => model(sound({ node: [], output: [value('x', DataType.FLOAT, ['batch', 2])] }))],
  'subgraph-shadowing': [() => looping(3n)],
  'dead-nodes': [() => chain(node('Dropout', ['x'], ['y', 'mask']))],
  'unused-inputs': [
    () =>
      looping(
        3n,
        loopBody({ node: [node('Identity', ['go-in'], ['go-out']), node('Add', ['s-in', 'x'], ['s-out'])] }),
      ),
  ],
  'unused-initializers': [
    () =>
      model(
        sound({
          initializer: [
            longs('times', [3], []),
            tensor('go', Uint8Array.of(1), []),
            tensor('w', floats(1, 2), [2]),
          ],
          node: [
            node('Loop', ['times', 'go', 'x'], ['y'], {
              body: loopBody({
                node: [node('Identity', ['go-in'], ['go-out']), node('Add', ['s-in', 'w'], ['s-out'])],
              }),
            }),
          ],
        }),
      ),
  ],
  'function-cycle': [() => calling([fn('F', [call('G', 'a', 'b')]), fn('G', [relu('a', 'b')])])],
  'function-depth': [() => hostile.nestedFunctions(100)],
  'function-expansion': [
    () =>
      calling(
        Array.from({ length: 13 }, (_, i) =>
          fn(i === 0 ? 'F' : `F${i}`, [
            i === 12 ? relu('a', 'h') : call(`F${i + 1}`, 'a', 'h'),
            i === 12 ? relu('h', 'b') : call(`F${i + 1}`, 'h', 'b'),
          ]),
        ),
      ),
  ],
  'function-unused': [() => calling([fn('F', [call('G', 'a', 'b')]), fn('G', [relu('a', 'b')])])],
  'subgraph-arity': [() => looping(3n)],
  'tree-ensemble': [() => ensemble()],
  'support-vectors': [() => supportVectors()],
  'operator-values': [() => convolving({ kernel_shape: [3n], strides: [1n], pads: [0n, 0n], group: 1n })],
  'external-location': [() => ext({ location: 'a/..b/w.bin' })],
  'external-missing': outside({ size: 8 }),
  'external-kind': outside({ kind: 'regular' }),
  'external-outside': outside({ symlink: true, inside: true }),
  'external-symlink': outside({ symlink: false }),
  'external-hardlink': outside({ links: 1 }),
  'external-pointer': outside({ head: new TextEncoder().encode('version 2') }),
  'external-range': [() => ext({ location: 'w.bin', offset: '92', length: '8' }), { 'w.bin': { size: 100 } }],
  'external-overlap': [
    () =>
      model(
        sound({
          initializer: [0, 8, 8].map((offset, i) => ({
            name: `w${i}`,
            dims: [2n],
            dataType: 1,
            dataLocation: 1,
            externalData: [
              { key: 'location', value: 'w.bin' },
              { key: 'offset', value: `${offset}` },
            ],
          })),
          node: [node('Sum', ['x', 'w0', 'w1', 'w2'], ['y'])],
        }),
      ),
    { 'w.bin': {} },
  ],
  'external-keys': [
    () => ext({ location: 'w.bin', offset: '0', length: '8', checksum: '0123', basepath: '' }),
    { 'w.bin': {} },
  ],
  'external-checksum': [() => ext({ location: 'w.bin', checksum: '0123' }), { 'w.bin': {} }],
  'external-stray': outside({}),
  'external-strings': [() => adding({ name: 'w', dims: [1n], dataType: 8, stringData: [new Uint8Array(3)] })],
  random: [() => chain({ ...node('RandomUniform', [], ['y']), domain: 'mine' })],
  'training-mode': [
    () =>
      model(
        sound({
          initializer: [tensor('r', floats(0.5), []), tensor('t', Uint8Array.of(0), [])],
          node: [node('Dropout', ['x', 'r', 't'], ['y'])],
        }),
      ),
  ],
  'batch-reduction': [
    () => chain(node('ReduceMean', ['x'], ['m'], { axes: [1n] }), node('Sub', ['x', 'm'], ['y'])),
  ],
  'frozen-batch': [() => small.identity(DataType.FLOAT, [1, 4])],
  'frozen-reshape': [
    () => model(sound({ initializer: [longs('s', [1, -1])], node: [node('Reshape', ['x', 's'], ['y'])] })),
  ],
  locale: [() => chain({ ...node('StringNormalizer', ['x'], ['y']), domain: 'mine' })],
  'custom-domain': [() => calling([fn('F', [relu('a', 'b')])])],
  'io-type': [() => small.identity(DataType.FLOAT16, ['batch', 2])],
  'io-nontensor': plain,
  'memory-bomb': [() => shapeBomb('ConstantOfShape', [longs('s', [4 * gibibyte - 1])])],
  'memory-large': [() => shapeBomb('ConstantOfShape', [longs('s', [gibibyte - 1])])],
  'fold-memory': [
    () =>
      model(
        sound({
          initializer: [longs('s', [gibibyte - 1])],
          node: [
            node('ConstantOfShape', ['s'], ['a']),
            node('ConstantOfShape', ['s'], ['b']),
            node('ConstantOfShape', ['s'], ['c']),
            node('Sum', ['x', 'a', 'b', 'c'], ['y']),
          ],
        }),
      ),
  ],
  'fold-cost': [
    () =>
      model(
        sound({
          initializer: [longs('s', [4000, 4000])],
          node: [
            node('ConstantOfShape', ['s'], ['a']),
            node('MatMul', ['a', 'a'], ['b']),
            node('Add', ['x', 'b'], ['y']),
          ],
        }),
      ),
  ],
  'loop-endless': [() => looping(10_000_000n)],
  'tensor-type': [() => adding({ name: 'w', dims: [3n], dataType: 22, rawData: Uint8Array.of(0x21, 3) })],
  'tensor-dims': [() => adding(tensor('w', floats(), [0, 2]))],
  'tensor-field': [() => adding({ name: 'w', dims: [2n], dataType: 10, int32Data: [15360, 15360] })],
  'tensor-size': [() => adding({ name: 'w', dims: [2n], dataType: 7, int64Data: [-1n, 300n] })],
  'sparse-tensor': [() => sparse([0, 3])],
  'sparse-dense-size': [() => sparse([0], [BigInt(gibibyte)])],
  'weights-nan': weights(floats(3.4028234663852886e38, 1)),
  'weights-infinite': weights(floats(3.4028234663852886e38, -3.4028234663852886e38)),
  'weights-zero': weights(new Float32Array(64).with(63, 1)),
  'weights-denormal': weights(new Float32Array(100).fill(1).with(0, 1e-40)),
  'weights-duplicate': two(
    numbers(1024),
    numbers(1024).map((number) => -number),
  ),
};
