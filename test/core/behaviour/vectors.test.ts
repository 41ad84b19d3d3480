import { create, toBinary } from '@bufbuild/protobuf';
import { TensorProtoSchema } from 'onnx-buf';
import { describe, expect, it } from 'vitest';
import { DataType, tensor } from '../../../scripts/onnx/builder.ts';
import { assembleGolden } from '../../../src/core/behaviour/golden.ts';
import { readNpy } from '../../../src/core/behaviour/vectors/npy.ts';
import { readNpz } from '../../../src/core/behaviour/vectors/npz.ts';
import { readTensorProto } from '../../../src/core/behaviour/vectors/tensor-proto.ts';
import * as numpy from './numpy-files.ts';

const proto = (init: object) => toBinary(TensorProtoSchema, create(TensorProtoSchema, init));

describe('readTensorProto', () => {
  it('reads raw data', () => {
    expect(readTensorProto(proto(tensor('x', Float32Array.of(1, 2.5), [2, 1])))).toEqual({
      ok: true,
      name: 'x',
      tensor: { type: 'float32', data: Float32Array.of(1, 2.5), shape: [2, 1] },
    });
  });

  it.each([
    [{ dataType: DataType.INT64, int64Data: [5n, -1n] }, 'int64', BigInt64Array.of(5n, -1n)],
    [
      { dataType: DataType.UINT32, uint64Data: [1n, 2n ** 32n - 1n] },
      'uint32',
      Uint32Array.of(1, 2 ** 32 - 1),
    ],
    [{ dataType: DataType.INT8, int32Data: [-1, 2] }, 'int8', Int8Array.of(-1, 2)],
    [{ dataType: DataType.FLOAT16, int32Data: [0x3c00, 0] }, 'float16', Uint16Array.of(0x3c00, 0)],
    [{ dataType: DataType.BOOL, int32Data: [1, 0] }, 'bool', Uint8Array.of(1, 0)],
    [{ dataType: DataType.DOUBLE, doubleData: [1.5, 2] }, 'float64', Float64Array.of(1.5, 2)],
    [
      { dataType: DataType.STRING, stringData: ['ü', ''].map((t) => new TextEncoder().encode(t)) },
      'string',
      ['ü', ''],
    ],
  ])('reads typed fields: %#', (init, type, data) => {
    expect(readTensorProto(proto({ ...init, dims: [2n] }))).toEqual({
      ok: true,
      name: '',
      tensor: { type, data, shape: [2] },
    });
  });

  it.each([
    [proto({ ...tensor('x', Float32Array.of(1), [1]), dims: [2n] }), 'has 4 bytes, which is not float32 [2]'],
    [proto({ dataType: DataType.INT32, dims: [3n], int32Data: [1] }), 'has 1 values for the shape [3]'],
    [
      proto({ dataType: DataType.INT32, dims: [-1n, -1n], int32Data: [1] }),
      'has 1 values for the shape [-1, -1]',
    ],
    [proto({ dataType: DataType.BFLOAT16, dims: [1n], int32Data: [1] }), 'holds BFLOAT16, which'],
    [new TextEncoder().encode('nothing of the kind'), 'is not a TensorProto'],
  ])('says why not: %#', (bytes, why) => {
    expect(readTensorProto(bytes)).toEqual({ ok: false, why: expect.stringContaining(why) });
  });
});

describe('readNpz', () => {
  it.each([
    ['np.savez', numpy.stored],
    ['np.savez_compressed', numpy.compressed],
  ])('reads what %s writes', async (_, bytes) => {
    const tensors = [...(await readNpz(bytes))!].map(([name, one]) => [name, one.ok && one.tensor]);
    expect(Object.fromEntries(tensors)).toEqual({
      x: { type: 'float32', data: Float32Array.of(1, 2, 3, 4.5), shape: [2, 2] },
      n: { type: 'int64', data: BigInt64Array.of(1n, -2n), shape: [2] },
      w: { type: 'string', data: ['ü', 'ab'], shape: [2] },
      f: { type: 'bool', data: Uint8Array.of(1, 0), shape: [2] },
    });
  });

  it('refuses what is none, or cut short', async () => {
    expect(await readNpz(new TextEncoder().encode('PK but no archive, not at all'))).toBeNull();
    expect(await readNpz(new Uint8Array())).toBeNull();
    expect(await readNpz(numpy.stored.subarray(500))).toBeNull();
  });

  it('does not unpack beyond the size that is claimed', async () => {
    const bytes = new Uint8Array(numpy.compressed);
    const view = new DataView(bytes.buffer);
    const central = view.getUint32(bytes.length - 6, true);
    view.setUint32(central + 24, 10, true);
    expect((await readNpz(bytes))!.get('x')).toEqual({ ok: false, why: 'cannot be unpacked' });
  });
});

describe('readNpy', () => {
  it('reads a scalar and bytes', () => {
    expect(readNpy('s', numpy.scalar)).toMatchObject({
      tensor: { type: 'float64', data: Float64Array.of(3.5), shape: [] },
    });
    expect(readNpy('b', numpy.bytes)).toMatchObject({ tensor: { type: 'string', data: ['ab', 'c'] } });
  });

  it.each([
    [numpy.fortran, 'np.ascontiguousarray'],
    [numpy.big, 'big-endian'],
    [numpy.record, 'not an array of numbers or text'],
    [numpy.scalar.subarray(0, 8), 'cut short'],
    [numpy.scalar.subarray(0, -1), 'has 7 bytes, which is not float64 []'],
    [new Uint8Array(9), 'is not a NumPy array'],
  ])('says why not: %#', (bytes, why) => {
    expect(readNpy('x', bytes)).toEqual({ ok: false, why: expect.stringContaining(why) });
  });
});

describe('assembleGolden', () => {
  const info = (name: string) => ({ name, type: 'float32', shape: [1] });
  const signature = { inputs: [info('a'), info('b')], outputs: [info('y')] };
  const stored = (name: string) => ({
    ok: true as const,
    name,
    tensor: { type: 'float32' as const, data: Float32Array.of(1), shape: [1] },
  });

  it('prefers names to positions', () => {
    const parts = [
      { place: 'input_0', stored: stored('b') },
      { place: 'input_1', stored: stored('a') },
      { place: 'output_0', stored: stored('') },
    ];
    const { golden, findings } = assembleGolden('set', parts, signature);
    expect(findings).toEqual([]);
    expect([...golden!.inputs.keys()]).toEqual(['b', 'a']);
    expect([...golden!.outputs.keys()]).toEqual(['y']);
  });

  it.each([
    [
      [
        { place: 'input_0', stored: stored('') },
        { place: 'output_0', stored: stored('') },
      ],
      'no values for input `b`',
    ],
    [
      [
        { place: 'a', stored: stored('a') },
        { place: 'b', stored: stored('b') },
      ],
      'it has no outputs',
    ],
    [[{ place: 'input_7', stored: stored('') }], 'is neither an input nor an output'],
    [
      [{ place: 'a', stored: { ok: false as const, why: 'is not a TensorProto' } }],
      '`a` is not a TensorProto',
    ],
  ])('says what is missing: %#', (parts, words) => {
    const { golden, findings } = assembleGolden('set', parts, signature);
    expect(golden).toBeNull();
    expect(findings).toMatchObject([{ check: 'golden-unread', message: expect.stringContaining(words) }]);
  });
});
