import { DataType, model, node, tensor, value } from '../../../../scripts/onnx/builder.ts';
import * as awkward from '../../../models/awkward.ts';
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
  supportRegressor,
  supportVectors,
} from './build.ts';
import { adding, type judge, longs, loopBody, looping, sound } from './judge.ts';

type Case = readonly [
  id: string,
  broken: () => Uint8Array,
  words: string,
  facts?: Parameters<typeof judge>[1],
];
/** What each row must see, and words of what it says. */
export const BROKEN: readonly Case[] = [
  ['graph-missing', () => model(undefined as never), 'no graph'],
  ['ir-version', () => model(sound(), { irVersion: 0n }), 'IR version 0'],
  ['ir-version', () => model(sound(), { irVersion: 99n }), 'IR version 99'],
  ['opset-missing', () => model(sound(), opsets()), 'no operator set'],
  ['opset-range', () => model(sound(), opsets(['', 2n ** 32n + 17n])), 'version 4294967313'],
  ['opset-conflict', () => model(sound(), opsets(['', 17], ['ai.onnx', 11])), 'version 17 and 11'],
  ['opset-duplicate', () => model(sound(), opsets(['', 17], ['ai.onnx', 17])), 'more than once'],
  ['opset-newer', () => model(sound(), opsets(['', 27])), 'ai.onnx 27'],
  ['opset-undeclared', () => model(sound({ node: [call('F', 'x', 'y')] })), 'operator set "f"'],
  ['graph-name', () => model(sound({ name: '' })), 'no name'],
  ['operator-name', () => model(sound({ node: [node('', ['x'], ['y'])] })), 'names no operator'],
  [
    'name-empty',
    () => model(sound({ initializer: [tensor('', floats(1), [1])] })),
    'initializer has no name',
  ],
  [
    'name-text',
    () => model(sound({ name: 'g', node: [{ ...node('Relu', ['x'], ['y']), name: 'a\u202eb' }] })),
    '\\u{202e}',
  ],
  [
    'name-text',
    () => model(sound({ node: [{ ...node('Relu', ['x'], ['y']), name: 'n'.repeat(5000) }] })),
    'nnn…',
  ],
  [
    'node-name-duplicate',
    () =>
      model(
        sound({
          node: [node('Relu', ['x'], ['h']), node('Neg', ['h'], ['y'])].map((n) => ({ ...n, name: 'n' })),
        }),
      ),
    'called "n"',
  ],
  [
    'metadata-duplicate',
    () =>
      model(sound(), {
        metadataProps: [
          { key: '__proto__', value: '1' },
          { key: '__proto__', value: '2' },
        ],
      }),
    '"__proto__"',
  ],
  ['training-info', () => model(sound(), { trainingInfo: [{}] }), '1 training graphs'],
  [
    'attribute-duplicate',
    () => {
      const one = node('LeakyRelu', ['x'], ['y'], { alpha: 0.5 });
      return model(sound({ node: [{ ...one, attribute: [...one.attribute!, ...one.attribute!] as never }] }));
    },
    '"alpha"',
  ],
  [
    'attribute-value',
    () =>
      model(
        sound({
          node: [
            { ...node('LeakyRelu', ['x'], ['y']), attribute: [{ name: 'alpha', type: 1, i: 3n } as never] },
          ],
        }),
      ),
    'type 1 but carries int',
  ],
  [
    'function-duplicate',
    () => calling([fn('F', [node('Relu', ['a'], ['b'])]), fn('F', [node('Neg', ['a'], ['b'])])]),
    '"F"',
  ],
  [
    'graph-input-duplicate',
    () => model(sound({ input: [value('x', 1, ['b']), value('x', 1, ['b'])] })),
    'input "x"',
  ],
  [
    'graph-output-duplicate',
    () => model(sound({ output: [value('y', 1, ['b']), value('y', 1, ['b'])] })),
    'output "y"',
  ],
  [
    'initializer-duplicate',
    () =>
      model(
        sound({
          initializer: [tensor('w', floats(1), [1]), tensor('w', floats(2), [1])],
          node: [node('Add', ['x', 'w'], ['y'])],
        }),
      ),
    'initializer "w"',
  ],
  [
    'value-made-twice',
    () => model(sound({ node: [node('Relu', ['x'], ['y']), node('Neg', ['x'], ['y'])] })),
    'makes "y"',
  ],
  [
    'value-made-twice',
    () => model(sound({ node: [node('Relu', ['x'], ['x']), node('Neg', ['x'], ['y'])] })),
    'makes "x"',
  ],
  [
    'cycle',
    () =>
      model(
        sound({
          node: [node('Relu', ['x'], ['y']), node('Add', ['x', 'q'], ['p']), node('Neg', ['p'], ['q'])],
        }),
      ),
    '2 nodes need each other',
  ],
  ['cycle', () => model(sound({ node: [node('Add', ['x', 'y'], ['y'])] })), '1 nodes'],
  [
    'order',
    () => model(sound({ node: [node('Neg', ['h'], ['y']), node('Relu', ['x'], ['h'])] })),
    'only a later node makes',
  ],
  [
    'dangling-input',
    () => model(sound({ node: [node('Add', ['x', '__proto__'], ['y'])] })),
    '"__proto__", which nothing makes',
  ],
  [
    'dangling-input',
    () =>
      looping(
        3n,
        loopBody({
          node: [node('Identity', ['go-in'], ['go-out']), node('Add', ['s-in', 'lost'], ['s-out'])],
        }),
      ),
    'body of Loop',
  ],
  ['dangling-input', () => calling([fn('F', [node('Add', ['a', 'x'], ['b'])])]), 'function F'],
  ['output-unmade', () => model(sound({ node: [] })), 'output "y"'],
  ['output-unmade', () => calling([fn('F', [])]), 'function F'],
  [
    'subgraph-shadowing',
    () =>
      looping(
        3n,
        loopBody({
          node: [
            node('Identity', ['go-in'], ['go-out']),
            node('Relu', ['s-in'], ['x']),
            node('Neg', ['x'], ['s-out']),
          ],
        }),
      ),
    'hides',
  ],
  [
    'dead-nodes',
    () => model(sound({ node: [node('Relu', ['x'], ['y']), node('Neg', ['x'], ['z'])] })),
    '1 nodes serve no output',
  ],
  [
    'unused-inputs',
    () => model(sound({ input: [value('x', 1, ['b', 2]), value('price', 1, ['b'])] })),
    '"price"',
  ],
  ['unused-initializers', () => model(sound({ initializer: [tensor('w', floats(1), [1])] })), '"w"'],
  [
    'function-cycle',
    () => calling([fn('F', [call('G', 'a', 'b')]), fn('G', [call('F', 'a', 'b')])]),
    'calls itself',
  ],
  ['function-depth', () => hostile.nestedFunctions(3000), 'nest 3000 deep'],
  [
    'function-expansion',
    () =>
      calling(
        Array.from({ length: 31 }, (_, i) =>
          fn(
            i === 0 ? 'F' : `F${i}`,
            i === 30
              ? [node('Relu', ['a'], ['b'])]
              : [call(`F${i + 1}`, 'a', 'h'), call(`F${i + 1}`, 'h', 'b')],
          ),
        ),
      ),
    '1073741824',
  ],
  [
    'function-unused',
    () => calling([fn('F', [node('Relu', ['a'], ['b'])]), fn('G', [node('Neg', ['a'], ['b'])])]),
    '"G"',
  ],
  ['external-location', () => ext({ location: '../secret' }), "with '..'"],
  ['external-location', () => ext({ location: 'a/../../b' }), "with '..'"],
  ['external-location', () => ext({ location: '/etc/passwd' }), 'absolute'],
  ['external-location', () => ext({ location: 'C:\\secret' }), 'absolute'],
  ['external-location', () => ext({ location: 'a\\..\\..\\b' }), "with '..'"],
  ['external-location', () => ext({ location: '*/_ORT_MEM_ADDR_/*', offset: '4096' }), 'memory address'],
  ['external-location', () => ext({}), 'is empty'],
  ['external-missing', () => ext({ location: 'w.bin' }), 'does not exist'],
  ['external-kind', () => ext({ location: 'w.bin' }), 'is a folder', { 'w.bin': { kind: 'folder' } }],
  [
    'external-outside',
    () => ext({ location: 'w.bin' }),
    'leads out',
    { 'w.bin': { symlink: true, inside: false } },
  ],
  ['external-symlink', () => ext({ location: 'w.bin' }), 'symbolic link', { 'w.bin': { symlink: true } }],
  ['external-hardlink', () => ext({ location: 'w.bin' }), '2 names', { 'w.bin': { links: 2 } }],
  [
    'external-pointer',
    () => ext({ location: 'w.bin' }),
    'pointer',
    { 'w.bin': { head: new TextEncoder().encode('version https://git-lfs.github.com/spec/v1\n') } },
  ],
  [
    'external-range',
    () => ext({ location: 'w.bin', offset: '96', length: '8' }),
    'ends at byte 104',
    { 'w.bin': {} },
  ],
  ['external-range', () => ext({ location: 'w.bin', offset: '-1' }), 'cannot be', { 'w.bin': {} }],
  ['external-range', () => ext({ location: 'w.bin', length: '4000000000000000' }), 'not 8', { 'w.bin': {} }],
  [
    'external-overlap',
    () =>
      model(
        sound({
          initializer: [0, 4].map((offset) => ({
            name: `w${offset}`,
            dims: [2n],
            dataType: 1,
            dataLocation: 1,
            externalData: Object.entries({ location: 'w.bin', offset: `${offset}` }).map(([key, value]) => ({
              key,
              value,
            })),
          })),
          node: [node('Add', ['x', 'w0'], ['h']), node('Add', ['h', 'w4'], ['y'])],
        }),
      ),
    '"w4"',
    { 'w.bin': {} },
  ],
  [
    'subgraph-arity',
    () => looping(3n, loopBody({ output: [value('go-out', DataType.BOOL, [])] })),
    'has 1 outputs, where the node takes 2',
  ],
  [
    'subgraph-arity',
    () =>
      looping(3n, loopBody({ input: [value('i', DataType.INT64, []), value('go-in', DataType.BOOL, [])] })),
    'has 2 inputs',
  ],
  [
    'tree-ensemble',
    () => ensemble({ nodes_values: [0.5, 0] }),
    'has 3 values in nodes_treeids and 2 in nodes_values',
  ],
  ['tree-ensemble', () => ensemble({ nodes_truenodeids: [7n, 0n, 0n] }), 'leads to node 7 of tree 0'],
  ['tree-ensemble', () => ensemble({ nodes_falsenodeids: [0n, 0n, 0n] }), 'comes round to node 0 of tree 0'],
  ['tree-ensemble', () => ensemble({ nodes_nodeids: [0n, 1n, 1n] }), 'two nodes of one number'],
  [
    'support-vectors',
    () => supportVectors({ coefficients: [1, 1] }),
    'has 2 values in coefficients and needs at least 3',
  ],
  ['support-vectors', () => supportVectors({ vectors_per_class: [2n, 2n] }), 'needs a multiple of 4'],
  ['support-vectors', () => supportVectors({ classlabels_ints: [0n] }), 'has 1 values in classlabels_ints'],
  ['support-vectors', () => supportVectors({ rho: [] }), 'has 0 values in rho'],
  ['support-vectors', () => supportVectors({ prob_b: [] }), 'needs just 1'],
  [
    'support-vectors',
    () => supportVectors({ vectors_per_class: [0n, 0n], coefficients: [1, 2, 3] }),
    'needs a multiple of 2',
  ],
  ['support-vectors', () => supportRegressor({ n_supports: 3n }), 'needs a multiple of 3'],
  ['support-vectors', () => supportRegressor({ n_supports: 0n, rho: [] }), 'needs at least 1'],
  ['operator-values', () => convolving({ kernel_shape: [0n] }), 'has kernel_shape below 1'],
  ['operator-values', () => convolving({ kernel_shape: [3n], strides: [0n] }), 'has strides below 1'],
  [
    'operator-values',
    () => convolving({ kernel_shape: [3n], pads: [1n] }),
    'has 1 axes in kernel_shape and 1 pads',
  ],
  ['operator-values', () => convolving({ group: 0n }), 'has group below 1'],
  [
    'operator-values',
    () => model(sound({ node: [node('Transpose', ['x'], ['y'], { perm: [0n, 0n] })] })),
    'no order of 2 axes',
  ],
  [
    'operator-values',
    () => model(sound({ initializer: [longs('s', [-1, -1])], node: [node('Reshape', ['x', 's'], ['y'])] })),
    'more than one size',
  ],
  [
    'external-checksum',
    () => ext({ location: 'w.bin', checksum: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' }),
    'has the SHA-1 0123',
    { 'w.bin': {} },
  ],
  ['external-keys', () => ext({ location: 'w.bin', __class__: 'x' }), '"__class__"', { 'w.bin': {} }],
  [
    'external-stray',
    () =>
      adding({ ...tensor('w', floats(1, 2), [2]), externalData: [{ key: 'location', value: 'w' } as never] }),
    'not marked',
  ],
  ['external-strings', () => ext({ location: 'w.bin', length: '8' }, [2n], 8), 'of strings', { 'w.bin': {} }],
  ['random', () => model(sound({ node: [node('RandomUniformLike', ['x'], ['y'])] })), 'random numbers'],
  [
    'training-mode',
    () =>
      model(
        sound({
          initializer: [tensor('r', floats(0.5), []), tensor('t', Uint8Array.of(1), [])],
          node: [node('Dropout', ['x', 'r', 't'], ['y'])],
        }),
      ),
    'Dropout "Dropout_y" is in training mode',
  ],
  [
    'training-mode',
    () => {
      const names = ['s', 'b', 'm', 'v'];
      return model(
        sound({
          initializer: names.map((n) => tensor(n, floats(1, 2), [2])),
          node: [node('BatchNormalization', ['x', ...names], ['y'], { training_mode: 1n })],
        }),
      );
    },
    'BatchNormalization',
  ],
  [
    'batch-reduction',
    () =>
      model(
        sound({ node: [node('ReduceMean', ['x'], ['m'], { axes: [0n] }), node('Sub', ['x', 'm'], ['y'])] }),
      ),
    'axis 0',
  ],
  ['frozen-batch', () => small.identity(DataType.FLOAT, [32, 4]), '32 rows'],
  [
    'frozen-reshape',
    () => model(sound({ initializer: [longs('s', [8, 2])], node: [node('Reshape', ['x', 's'], ['y'])] })),
    '[8, 2]',
  ],
  [
    'locale',
    () =>
      model(
        sound({
          input: [value('x', 8, ['b'])],
          node: [node('StringNormalizer', ['x'], ['y'], { case_change_action: 'LOWER' })],
        }),
      ),
    'en_US',
  ],
  [
    'custom-domain',
    () =>
      model(
        sound({ node: [{ ...node('Magic', ['x'], ['y']), domain: 'my.ops' }] }),
        opsets(['', 17], ['my.ops', 1]),
      ),
    '"my.ops"',
  ],
  ['io-type', () => awkward.bfloat16(), 'bfloat16'],
  ['io-nontensor', () => awkward.zipMap(), 'made by ZipMap'],
  ['memory-bomb', () => shapeBomb('ConstantOfShape', [longs('s', [2 ** 20, 2 ** 20])]), '4096.0 GiB'],
  [
    'memory-bomb',
    () => shapeBomb('Expand', [tensor('one', floats(1), [1]), longs('s', [2 ** 16, 2 ** 16])]),
    'Expand',
  ],
  ['memory-bomb', () => shapeBomb('Tile', [tensor('one', floats(1), [1]), longs('s', [2 ** 34])]), 'Tile'],
  [
    'memory-bomb',
    () => shapeBomb('Range', [longs('a', [0], []), longs('b', [2 ** 40], []), longs('c', [1], [])]),
    'Range',
  ],
  ['memory-bomb', () => shapeBomb('Pad', [tensor('one', floats(1), [1]), longs('s', [0, 2 ** 34])]), 'Pad'],
  [
    'memory-bomb',
    () =>
      model(
        sound({
          initializer: [tensor('i', floats(1), [1, 1]), longs('s', [2 ** 16, 2 ** 16])],
          node: [node('Resize', ['i', '', '', 's'], ['big']), node('Add', ['x', 'big'], ['y'])],
        }),
      ),
    'Resize',
  ],
  [
    'memory-bomb',
    () => {
      const doubling = Array.from({ length: 40 }, (_, i) =>
        node('Concat', [`c${i}`, `c${i}`], [`c${i + 1}`], { axis: 0n }),
      );
      return model(
        sound({
          initializer: [tensor('c0', floats(1), [1])],
          node: [...doubling, node('Add', ['x', 'c40'], ['y'])],
        }),
      );
    },
    'Concat',
  ],
  ['memory-large', () => shapeBomb('ConstantOfShape', [longs('s', [2 ** 29])]), '2.0 GiB'],
  [
    'fold-memory',
    () => {
      const many = Array.from({ length: 12 }, (_, i) => node('ConstantOfShape', ['s'], [`c${i}`]));
      return model(
        sound({
          initializer: [longs('s', [220_000_000])],
          node: [...many, node('Sum', ['x', ...many.map((_, i) => `c${i}`)], ['y'])],
        }),
      );
    },
    '12 nodes make 9.8 GiB',
  ],
  [
    'fold-cost',
    () =>
      model(
        sound({
          initializer: [longs('s', [4000, 4000])],
          node: [
            node('ConstantOfShape', ['s'], ['m']),
            node('MatMul', ['m', 'm'], ['p0']),
            node('MatMul', ['p0', 'm'], ['p1']),
            node('Add', ['x', 'p1'], ['y']),
          ],
        }),
      ),
    '128000000000',
  ],
  ['loop-endless', () => hostile.endlessLoop(), 'runs 9223372036854775807 times'],
  [
    'tensor-type',
    () => adding({ name: 'w', dims: [1n], dataType: 99, rawData: new Uint8Array(4) }),
    'type 99',
  ],
  [
    'tensor-dims',
    () => adding({ name: 'w', dims: [-1n], dataType: 1, rawData: new Uint8Array(4) }),
    'negative',
  ],
  [
    'tensor-dims',
    () => adding({ name: 'w', dims: [2n ** 62n, 4n], dataType: 1, rawData: new Uint8Array(4) }),
    'overflows',
  ],
  [
    'tensor-field',
    () => adding({ ...tensor('w', floats(1, 2), [2]), floatData: [1, 2] }),
    'float_data and raw_data',
  ],
  ['tensor-field', () => adding({ name: 'w', dims: [1n], dataType: 1, int64Data: [1n] }), 'int64_data'],
  ['tensor-size', () => adding(tensor('w', floats(1, 2, 3), [2])), 'holds 12 bytes, not 8'],
  ['tensor-size', () => adding({ name: 'w', dims: [2n], dataType: 1 }), 'holds no values'],
  [
    'tensor-size',
    () => adding({ name: 'w', dims: [2n], dataType: 7, int64Data: [1n, 300n, -1n] }),
    '3 entries of int64_data, not 2',
  ],
  [
    'tensor-size',
    () => adding({ name: 'w', dims: [2n], dataType: 8, stringData: [new Uint8Array(3)] }),
    '1 entries of string_data',
  ],
  ['sparse-tensor', () => sparse([2, 1]), 'do not rise'],
  ['sparse-tensor', () => sparse([1, 4]), 'index 4 outside'],
  ['sparse-dense-size', () => sparse([1, 4], [65536n, 65536n]), '17179869184 bytes'],
  ['weights-nan', () => adding(tensor('w', floats(1, Number.NaN), [2])), '1 weights in 1 tensors'],
  ['weights-nan', () => adding(tensor('w', Float64Array.of(Number.NaN, 1), [2])), '1 weights'],
  ['weights-infinite', () => adding(tensor('w', floats(1, -Infinity), [2])), 'infinite'],
  ['weights-zero', () => adding(tensor('w', new Float32Array(64), [32, 2])), 'all zero'],
  ['weights-denormal', () => adding(tensor('w', floats(1e-40, 1), [2])), 'denormal'],
  [
    'weights-duplicate',
    () => {
      const same = Float32Array.from({ length: 1024 }, (_, i) => i + 1);
      return model(
        sound({
          initializer: [tensor('v', same, [512, 2]), tensor('w', same, [512, 2])],
          node: [node('Sum', ['x', 'v', 'w'], ['y'])],
        }),
      );
    },
    '"w"',
  ],
];
