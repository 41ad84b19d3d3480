import { readFileSync } from 'node:fs';
import { fromBinary } from '@bufbuild/protobuf';
import { ModelProtoSchema } from 'onnx-buf';
import { describe, expect, it } from 'vitest';
import { withReadableOutputs } from '../../../../src/commands/readable-outputs.ts';
import { messageOf, piecesOf } from '../../../../src/core/onnx/rewrite/pieces.ts';
import { rewriteOutputs } from '../../../../src/core/onnx/rewrite/zipmap.ts';
import {
  fileOf,
  hasRealworld,
  limits,
  realworld,
  runner,
  values,
} from '../../../adapters/onnxruntime/open.ts';
import { zipMap } from '../../../models/awkward.ts';
import { logistic } from '../../../models/small.ts';
import { linear, sequence, twice } from '../../../models/zipmaps.ts';

const x = values('float32', Float32Array.of(1, 2, -3, 0.5), [2, 2]);
const readable = withReadableOutputs(runner, { read: async (path) => readFileSync(path) });

async function run(bytes: Uint8Array, input = 'x') {
  await using session = await readable.open(fileOf(bytes), limits);
  const { outputs } = session.signature;
  const results = await session.run(
    new Map([[input, x]]),
    outputs.map(({ name }) => name),
  );
  return { outputs, results, notes: session.notes };
}

describe('rewriteOutputs', () => {
  it('changes the node and the output, and no byte of the rest', () => {
    const before = fromBinary(ModelProtoSchema, zipMap());
    const { bytes, external, notes } = rewriteOutputs(zipMap())!;
    const after = fromBinary(ModelProtoSchema, bytes);
    expect(after.graph!.node.map(({ opType }) => opType)).toEqual(['Softmax', 'ArgMax', 'Identity']);
    expect(after.graph!.node.slice(0, 2)).toEqual(before.graph!.node.slice(0, 2));
    expect(after.graph!.node[2]).toMatchObject({ input: ['scores'], output: ['probabilities'], domain: '' });
    expect({ ...after, graph: null }).toEqual({ ...before, graph: null });
    expect(external).toBe(false);
    expect(notes).toEqual([
      'Output `probabilities` is a list of maps (ZipMap), which onnxruntime-node cannot read. Its tensor `scores` is read instead, one column for each class: `0`, `1`.',
    ]);
  });

  it.each([
    ['no such output', logistic([1])],
    ['nothing', new Uint8Array()],
    ['garbage', new TextEncoder().encode('this is not a model')],
    ['a cut', zipMap().slice(0, 200)],
  ])('leaves %s alone', (_, bytes) => {
    expect(rewriteOutputs(bytes)).toBeNull();
  });

  it('takes messages apart and puts them together without a change', () => {
    expect(messageOf(piecesOf(linear([0n, 1n])))).toEqual(linear([0n, 1n]));
  });
});

describe('outputs that are read', () => {
  it.each([
    ['int64 labels', linear([0n, 1n, 2n]), 3],
    ['text labels', linear(['no', 'yes']), 2],
  ])('of a model of ai.onnx.ml alone, with %s', async (_, bytes, width) => {
    const { outputs, results } = await run(bytes);
    expect(outputs[1]).toEqual({ name: 'scores', type: 'float32', shape: [null, width] });
    const { data, shape } = results.get('scores')!;
    expect(shape).toEqual([2, width]);
    const sums = [0, 1].map((row) =>
      (data as Float32Array).slice(row * width, (row + 1) * width).reduce((a, b) => a + b),
    );
    for (const sum of sums) expect(sum).toBeCloseTo(1, 5);
  });

  it('twice over one tensor, in the order of the outputs', async () => {
    const { outputs, results, notes } = await run(twice());
    expect(outputs.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'one float32',
      'p float32',
      'two float32',
    ]);
    expect(results.get('one')).toEqual(results.get('p'));
    expect(results.get('two')).toEqual(results.get('p'));
    expect(notes).toHaveLength(2);
  });

  it('one by one out of a sequence', async () => {
    const { outputs, results } = await run(sequence());
    expect(outputs.map(({ name }) => name)).toEqual(['all_0', 'all_1']);
    expect(results.get('all_1')!.data).toEqual(Float32Array.of(2, 4, -6, 1));
  });

  it.skipIf(!hasRealworld)('of a real pipeline, as those of its twin without ZipMap', async () => {
    const features = async (name: string) => {
      await using session = await readable.open(`${realworld}/models/${name}.onnx`, limits);
      const feeds = new Map(
        session.signature.inputs.map(({ name: input, type }) => {
          if (type === 'string') return [input, values('string', ['May', 'Feb'], [2, 1])] as const;
          if (type === 'int64') return [input, values('int64', BigInt64Array.of(2n, 1n), [2, 1])] as const;
          return [input, values('float32', Float32Array.of(0.2, 3), [2, 1])] as const;
        }),
      );
      const last = session.signature.outputs.at(-1)!.name;
      return (await session.run(feeds, [last])).get(last)!;
    };
    expect(await features('shopper_lr_zipmap')).toEqual(await features('shopper_lr'));
  });
});
