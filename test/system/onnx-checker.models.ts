/** Sound and broken models on which onnx.checker and our static checks are compared. */
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { mutate } from '../../scripts/fuzz/mutate.ts';
import { seedModels } from '../../scripts/fuzz/seeds.ts';
import { DataType, type GraphInit, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import { seededRandom } from '../../src/core/stats/random.ts';
import { ensemble, supportVectors } from '../core/onnx/checks/build.ts';
import { adding, longs, loopBody, looping, sound } from '../core/onnx/checks/judge.ts';
import * as awkward from '../models/awkward.ts';
import * as hostile from '../models/hostile.ts';
import * as misbehaving from '../models/misbehaving.ts';
import { REFUSED, WRONGLY_DECLARED } from '../models/refused.ts';
import * as zipmaps from '../models/zipmaps.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const DATA = '/usr/share/libonnx-testdata/data';
const REALWORLD = resolve(ROOT, '../shared/realworld/models');

/** Paths of the models of libonnx-testdata, and of real ones where they are. All are sound. */
export function soundModels(): string[] {
  const backend = readdirSync(DATA).flatMap((set) =>
    readdirSync(join(DATA, set)).map((test) => join(DATA, set, test, 'model.onnx')),
  );
  const real = listed(REALWORLD)
    .filter((name) => name.endsWith('.onnx'))
    .map((name) => join(REALWORLD, name));
  return [...backend, ...real].filter((path) => statSync(path, { throwIfNoEntry: false })).sort();
}

function listed(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
}

export interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Larger ones are slow to write a thousand times, and have nothing else. */
const LARGEST_SEED = 20_000;

/** Every second mutant is of a model with many features, the others of one of a thousand with few. */
export function* mutants(count: number, seed: number): Generator<Named> {
  const random = seededRandom(seed);
  const rich = seedModels(ROOT);
  const plain = soundModels()
    .filter((path) => path.startsWith(DATA) && statSync(path).size < LARGEST_SEED)
    .map((path) => new Uint8Array(readFileSync(path)));
  for (let i = 0; i < count; i++)
    yield { name: `mutant ${i}`, bytes: mutate(i % 2 === 0 ? rich : plain, random) };
}

const text = (words: string) => new TextEncoder().encode(words);
const imports = (...domains: [string, number][]) => ({
  opsetImport: domains.map(([domain, version]) => ({ domain, version: BigInt(version) })),
});

/** Files that `external` models below name, beside the models. */
export function writeExternalFiles(folder: string): void {
  const models = join(folder, 'models');
  mkdirSync(join(models, 'folder'), { recursive: true });
  writeFileSync(join(folder, 'outside.bin'), new Uint8Array(8));
  writeFileSync(join(models, 'weights.bin'), new Uint8Array(8));
  writeFileSync(join(models, 'one-name.bin'), new Uint8Array(8));
  linkSync(join(models, 'one-name.bin'), join(models, 'two-names.bin'));
  writeFileSync(
    join(models, 'pointer.bin'),
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 8\n',
  );
  symlinkSync('../outside.bin', join(models, 'link-out.bin'));
  symlinkSync('weights.bin', join(models, 'link.bin'));
}

const external = (location: string, more: Record<string, string> = {}, dataType = 1) =>
  adding({
    name: 'w',
    dims: [2n],
    dataType,
    dataLocation: 1,
    externalData: Object.entries({ location, ...more }).map(([key, given]) => ({ key, value: given })),
  } as never);

const sparse = (indices: number[], dims = [4n]) =>
  model(
    sound({
      sparseInitializer: [
        {
          values: tensor('w', new Float32Array(indices.length), [indices.length]),
          indices: longs('', indices),
          dims,
        },
      ],
      node: [node('Add', ['x', 'w'], ['y'])],
    }),
  );

const call = (name: string, from: string, to: string) => ({
  ...node(name, [from], [to]),
  domain: 'f',
  name: '',
});
const fn = (name: string, ...body: ReturnType<typeof node>[]) => ({
  name,
  domain: 'f',
  input: ['a'],
  output: ['b'],
  node: body,
  ...imports(['', 17], ['f', 1]),
});
const calling = (...functions: ReturnType<typeof fn>[]) =>
  model(sound({ node: [call('F', 'x', 'y')] }), { ...imports(['', 17], ['f', 1]), functions });

const attribute = (given: object, more: Parameters<typeof model>[1] = {}) =>
  model(sound({ node: [{ ...node('LeakyRelu', ['x'], ['y']), attribute: [given as never] }] }), more);
const alpha = { name: 'alpha', type: 1, f: 0.5 };

const constants = (nodes: GraphInit['node'], ...shape: number[]) =>
  model(sound({ initializer: [longs('s', shape)], node: nodes } as GraphInit));

/** What neither the collections in test/models nor mutants have; every static check that is an error has one somewhere. */
const MORE: readonly (readonly [name: string, bytes: () => Uint8Array])[] = [
  ['Git LFS pointer', () => text('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 8\n')],
  ['web page', () => text('<!DOCTYPE html><html></html>')],
  [
    'text mode',
    () =>
      text(
        new TextDecoder().decode(model(sound({ initializer: [tensor('w', Float32Array.of(-1.7), [1])] }))),
      ),
  ],
  ['two models', () => Buffer.concat([model(sound()), model(sound())])],
  ['zero byte, then rubbish', () => Buffer.concat([model(sound()), Buffer.of(0, 255, 255, 255)])],
  ['60 subgraphs deep', () => nested(60)],
  ['no IR version', () => model(sound(), { irVersion: 0n })],
  ['negative IR version', () => model(sound(), { irVersion: -1n, ...imports() })],
  ['IR version 1 without opsets', () => model(sound(), { irVersion: 1n, ...imports() })],
  ['IR version 2 without opsets', () => model(sound(), { irVersion: 2n, ...imports() })],
  ['opset of ai.onnx twice', () => model(sound(), imports(['', 17], ['ai.onnx', 11]))],
  ['opset past 32 bits', () => model(sound(), { opsetImport: [{ domain: '', version: 2n ** 32n + 17n }] })],
  [
    'initializer that is no input, IR version 3',
    () =>
      model(
        sound({
          initializer: [tensor('w', Float32Array.of(1, 2), [2])],
          node: [node('Add', ['x', 'w'], ['y'])],
        }),
        { irVersion: 3n },
      ),
  ],
  [
    'metadata twice',
    () => model(sound(), { metadataProps: ['1', '2'].map((given) => ({ key: 'k', value: given })) }),
  ],
  ['graph without a name', () => model(sound({ name: '' }))],
  [
    'attribute twice',
    () =>
      model(sound({ node: [{ ...node('LeakyRelu', ['x'], ['y']), attribute: [alpha, alpha] as never }] })),
  ],
  ['attribute without a type', () => attribute({ name: 'alpha', f: 0.5 })],
  [
    'attribute without a type, IR version 1',
    () => attribute({ name: 'alpha', f: 0.5 }, { irVersion: 1n, ...imports() }),
  ],
  ['attribute of type 14 with a string', () => attribute({ name: 'alpha', type: 14, s: text('x') })],
  [
    'output twice',
    () =>
      model(sound({ output: [value('y', DataType.FLOAT, ['b', 2]), value('y', DataType.FLOAT, ['b', 2])] })),
  ],
  ['function', () => calling(fn('F', node('Relu', ['a'], ['b'])))],
  ['function twice', () => calling(fn('F', node('Relu', ['a'], ['b'])), fn('F', node('Neg', ['a'], ['b'])))],
  ['function without opsets', () => calling({ ...fn('F', node('Relu', ['a'], ['b'])), opsetImport: [] })],
  [
    'function of an older opset',
    () => calling({ ...fn('F', node('Relu', ['a'], ['b'])), ...imports(['', 13], ['f', 1]) }),
  ],
  [
    'subgraph makes a name of the graph around it again',
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
  ],
  ['function doubling 16 times', () => calling(...doubling(16))],
  ['nested functions', () => hostile.nestedFunctions(200)],
  ['external data', () => external('weights.bin')],
  ['external data climbs', () => external('../outside.bin')],
  ['external data climbs later', () => external('folder/../../outside.bin')],
  ['external data missing', () => external('nothing.bin')],
  ['external data is a folder', () => external('folder')],
  ['external data is a link', () => external('link.bin')],
  ['external data is a link that leads out', () => external('link-out.bin')],
  ['external data is a hard link', () => external('two-names.bin')],
  ['external data is a pointer', () => external('pointer.bin', { length: '8' })],
  ['external data ends early', () => external('weights.bin', { offset: '4', length: '8' })],
  [
    'external data of another checksum',
    () => external('weights.bin', { checksum: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' }),
  ],
  ['a tree that comes round', () => ensemble({ nodes_falsenodeids: [0n, 0n, 0n] })],
  ['a tree short of a list', () => ensemble({ nodes_values: [0.5] })],
  ['support vectors short of a list', () => supportVectors({ coefficients: [1, 1] })],
  ['external strings', () => external('weights.bin', { length: '8' }, 8)],
  ['sparse tensor', () => sparse([1, 3])],
  ['sparse tensor out of order', () => sparse([2, 1])],
  ['sparse tensor out of range', () => sparse([1, 4])],
  ['sparse tensor of 16 GiB', () => sparse([1, 4], [65536n, 65536n])],
  ['tensor in two fields', () => adding({ ...tensor('w', Float32Array.of(1, 2), [2]), floatData: [1, 2] })],
  [
    'tensor past 2^63',
    () => adding({ name: 'w', dims: [2n ** 62n, 4n], dataType: 1, rawData: new Uint8Array(4) }),
  ],
  ['tensor of type 0', () => adding({ name: 'w', dims: [1n], rawData: new Uint8Array(4) })],
  [
    '4 TiB of zeros',
    () =>
      constants([node('ConstantOfShape', ['s'], ['b']), node('Add', ['x', 'b'], ['y'])], 2 ** 20, 2 ** 20),
  ],
  ['12 constants of 0.8 GiB', () => constants(twelve, 220_000_000)],
  ['endless loop', hostile.endlessLoop],
  ['memory bomb at run', hostile.memoryBomb],
  ['division by zero', hostile.divisionOverflow],
  ['sequence output', zipmaps.sequence],
  ['maps', awkward.zipMap],
  ['bfloat16', awkward.bfloat16],
  ['int4', awkward.int4],
  ['random', misbehaving.random],
  ['frozen batch', misbehaving.frozenBatch],
];

const names = Array.from({ length: 12 }, (_, i) => `c${i}`);
const twelve = [
  ...names.map((name) => node('ConstantOfShape', ['s'], [name])),
  node('Sum', ['x', ...names], ['y']),
];

function doubling(times: number): ReturnType<typeof fn>[] {
  return Array.from({ length: times + 1 }, (_, i) =>
    i === times
      ? fn(`F${i}`, node('Relu', ['a'], ['b']))
      : fn(i === 0 ? 'F' : `F${i}`, call(`F${i + 1}`, 'a', 'h'), call(`F${i + 1}`, 'h', 'b')),
  );
}

function nested(depth: number): Uint8Array {
  let inner = {
    name: 'g0',
    node: [node('Relu', ['x'], ['y0'])],
    output: [value('y0', DataType.FLOAT, ['b', 2])],
  };
  for (let i = 1; i <= depth; i++) {
    const branches = { then_branch: inner, else_branch: inner };
    const output = `y${i}`;
    inner = {
      name: `g${i}`,
      node: [
        node('If', ['c'], [output], {
          then_branch: inner,
          else_branch: { ...branches.else_branch, node: [node('Neg', ['x'], [`y${i - 1}`])] },
        }),
      ],
      output: [value(output, DataType.FLOAT, ['b', 2])],
    };
  }
  return model(
    sound({
      input: [value('x', DataType.FLOAT, ['b', 2]), value('c', DataType.BOOL, [])],
      node: inner.node,
      output: inner.output,
    }),
  );
}

/** Models made for one fault each, and some without one. */
export function madeModels(): Named[] {
  return [
    ...[...REFUSED, ...WRONGLY_DECLARED].map(([name, bytes]) => ({ name, bytes })),
    ...MORE.map(([name, bytes]) => ({ name, bytes: bytes() })),
  ];
}
