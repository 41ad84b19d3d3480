/** Models of the sizes that the limits speak of, written without holding more than one of them in memory. */
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';

const MIB = 2 ** 20;

/** Seeded, so that no two layers are duplicates of each other. */
function weights(count: number, seed: number): Float32Array {
  const values = new Float32Array(count);
  let state = seed + 1;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    values[i] = state / 2 ** 31 - 1;
  }
  return values;
}

/** 178 MB in one file: 34 products with 1144 x 1144 weights. */
export function writeLarge(folder: string): string {
  const size = 1144;
  const initializer = Array.from({ length: 34 }, (_, i) =>
    tensor(`w${i}`, weights(size * size, i), [size, size]),
  );
  return write(folder, 'large.onnx', {
    name: 'large',
    node: initializer.map((_, i) => node('MatMul', [`x${i}`, `w${i}`], [`x${i + 1}`])),
    initializer,
    input: [value('x0', DataType.FLOAT, ['n', size])],
    output: [value(`x${initializer.length}`, DataType.FLOAT, ['n', size])],
  });
}

/**
 * 50,000 nodes: blocks of Gemm, Relu, Constant, Reshape and Add, with weights of their own, so that there are 20,000
 * initializers and 10,000 constants too.
 */
export function writeMany(folder: string): string {
  const blocks = 10_000;
  const shape = BigInt64Array.of(-1n, 8n);
  const initializer = Array.from({ length: blocks }, (_, i) => [
    tensor(`layer.${i}.weight`, weights(64, i), [8, 8]),
    tensor(`layer.${i}.bias`, weights(8, i), [8]),
  ]).flat();
  const nodes = Array.from({ length: blocks }, (_, i) => [
    node('Gemm', [`x${i}`, `layer.${i}.weight`, `layer.${i}.bias`], [`gemm${i}`], { transB: 1n }),
    node('Relu', [`gemm${i}`], [`relu${i}`]),
    node('Constant', [], [`shape${i}`], { value: tensor('', shape, [2]) }),
    node('Reshape', [`relu${i}`, `shape${i}`], [`flat${i}`]),
    node('Add', [`flat${i}`, `x${i}`], [`x${i + 1}`]),
  ]).flat();
  return write(folder, 'many.onnx', {
    name: 'many',
    node: nodes,
    initializer,
    input: [value('x0', DataType.FLOAT, ['n', 8])],
    output: [value(`x${blocks}`, DataType.FLOAT, ['n', 8])],
  });
}

/** A scorer of three layers. */
export function writeSmall(folder: string): string {
  const sizes = [16, 32, 16, 1];
  const layers = sizes.slice(1).map((outs, i) => ({ i, ins: sizes[i]!, outs }));
  return write(folder, 'small.onnx', {
    name: 'small',
    node: layers.flatMap(({ i }) => [
      node('Gemm', [`x${i}`, `w${i}`, `b${i}`], [`g${i}`]),
      node(i === layers.length - 1 ? 'Sigmoid' : 'Relu', [`g${i}`], [`x${i + 1}`]),
    ]),
    initializer: layers.flatMap(({ i, ins, outs }) => [
      tensor(`w${i}`, weights(ins * outs, i), [ins, outs]),
      tensor(`b${i}`, weights(outs, i + 9), [outs]),
    ]),
    input: [value('x0', DataType.FLOAT, ['n', sizes[0]!])],
    output: [value(`x${layers.length}`, DataType.FLOAT, ['n', 1])],
  });
}

/**
 * `tensors` weights of 256 MiB each in `weights.bin`. The file is sparse: it takes no disk, and reading it costs what
 * reading a cached file costs, so the figures are of hashing, not of a disk.
 */
export function writeExternal(folder: string, tensors: number): string {
  const length = 256 * MIB;
  const data = join(folder, 'weights.bin');
  writeFileSync(data, '');
  truncateSync(data, tensors * length);
  const initializer = Array.from({ length: tensors }, (_, i) => ({
    name: `w${i}`,
    dims: [8192n, 8192n],
    dataType: DataType.FLOAT,
    dataLocation: 1,
    externalData: [
      { key: 'location', value: 'weights.bin' },
      { key: 'offset', value: String(i * length) },
      { key: 'length', value: String(length) },
    ],
  }));
  return write(folder, 'external.onnx', {
    name: 'external',
    node: initializer.map((_, i) => node('MatMul', [`x${i}`, `w${i}`], [`x${i + 1}`])),
    initializer,
    input: [value('x0', DataType.FLOAT, ['n', 8192])],
    output: [value(`x${tensors}`, DataType.FLOAT, ['n', 8192])],
  });
}

function write(folder: string, name: string, graph: Parameters<typeof model>[0]): string {
  const path = join(folder, name);
  writeFileSync(path, model(graph));
  return path;
}
