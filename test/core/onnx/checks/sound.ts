import { DataType, model, node, tensor } from '../../../../scripts/onnx/builder.ts';
import * as hostile from '../../../models/hostile.ts';
import * as small from '../../../models/small.ts';
import {
  calling,
  ext,
  floats,
  fn,
  opsets,
  shapeBomb,
  sparse,
  supportRegressor,
  supportVectors,
} from './build.ts';
import { adding, type judge, longs, loopBody, looping, sound } from './judge.ts';

/** Models that come near each row's edge, or are real: nothing may be said of them. */
export const SOUND: readonly (readonly [
  name: string,
  bytes: () => Uint8Array,
  facts?: Parameters<typeof judge>[1],
])[] = [
  ['a plain model', () => model(sound())],
  ['logistic', () => small.logistic([1, 2])],
  ['dense', () => small.dense(8, 3)],
  ['two inputs and outputs', small.sumAndProduct],
  ['one row at a time', () => small.identity(DataType.FLOAT, [1, 4])],
  ['a support vector regressor', () => supportRegressor()],
  [
    'more offsets than there are pairs of classes',
    () => supportVectors({ rho: [0.1, 0.2], prob_a: [], prob_b: [] }),
  ],
  ['a scalar', () => small.identity(DataType.FLOAT, [])],
  ['newest IR and opset', () => model(sound(), { irVersion: 13n, ...opsets(['', 26]) })],
  ['IR 2 without opsets', () => model(sound(), { irVersion: 2n, ...opsets() })],
  ["opset spelt 'ai.onnx'", () => model(sound(), opsets(['ai.onnx', 17]))],
  [
    'names of Object',
    () =>
      model(
        sound({
          node: [
            node('Relu', ['x'], ['__proto__']),
            node('Neg', ['__proto__'], ['constructor']),
            node('Abs', ['constructor'], ['y']),
          ],
        }),
      ),
  ],
  ['a short loop', () => looping(3n)],
  [
    'a long loop with a condition',
    () =>
      looping(
        2n ** 63n - 1n,
        loopBody({ node: [node('Not', ['go-in'], ['go-out']), node('Relu', ['s-in'], ['s-out'])] }),
      ),
  ],
  [
    'a subgraph that uses the outer graph',
    () =>
      looping(
        3n,
        loopBody({ node: [node('Identity', ['go-in'], ['go-out']), node('Add', ['s-in', 'x'], ['s-out'])] }),
      ),
  ],
  ['a function', () => calling([fn('F', [node('Relu', ['a'], ['b'])])])],
  ['100 nested functions', () => hostile.nestedFunctions(100)],
  ['external data', () => ext({ location: 'sub/w.bin', offset: '92', length: '8' }), { 'sub/w.bin': {} }],
  ['typed fields', () => adding({ name: 'w', dims: [2n], dataType: 7, int64Data: [-1n, 300n] })],
  ['float16 as int32_data', () => adding({ name: 'w', dims: [2n], dataType: 10, int32Data: [15360, 15360] })],
  [
    'strings',
    () => adding({ name: 'w', dims: [2n], dataType: 8, stringData: [new Uint8Array(3), new Uint8Array()] }),
  ],
  ['int4', () => adding({ name: 'w', dims: [3n], dataType: 22, rawData: Uint8Array.of(0x21, 3) })],
  ['an empty tensor', () => adding(tensor('w', floats(), [0]))],
  ['a sparse tensor', () => sparse([1, 3])],
  [
    'inference Dropout',
    () =>
      model(
        sound({
          initializer: [tensor('r', floats(0.5), []), tensor('t', Uint8Array.of(0), [])],
          node: [node('Dropout', ['x', 'r', 't'], ['y'])],
        }),
      ),
  ],
  [
    'reduction over features',
    () =>
      model(
        sound({ node: [node('ReduceMean', ['x'], ['m'], { axes: [1n] }), node('Sub', ['x', 'm'], ['y'])] }),
      ),
  ],
  [
    'Reshape with a dynamic batch',
    () => model(sound({ initializer: [longs('s', [-1, 2])], node: [node('Reshape', ['x', 's'], ['y'])] })),
  ],
  ['a small ConstantOfShape', () => shapeBomb('ConstantOfShape', [longs('s', [4, 2])])],
  [
    "Microsoft's own operators",
    () =>
      model(
        sound({ node: [{ ...node('FusedGemm', ['x'], ['y']), domain: 'com.microsoft' }] }),
        opsets(['', 17], ['com.microsoft', 1]),
      ),
  ],
  ['63 zeros', () => adding(tensor('w', new Float32Array(63), [63, 1]))],
];
