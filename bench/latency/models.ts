/** Models that differ in one way that matters to a benchmark, and one that must not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import { seededRandom } from '../../src/core/stats/random.ts';
import type { FedModel } from '../../src/ports.ts';

/** Of `x`, the columns. */
export const WIDTH = 256;

/**
 * `x` [batch, 256] through `layers` square products with a rectifier between → `y`: 65,536 multiply-adds a row and layer.
 * `seed`: of the weights, each layer its own.
 */
export function deep(layers: number, seed = 1): Uint8Array {
  const random = seededRandom(seed);
  const steps = Array.from({ length: layers }, (_, i) => i);
  const weights = () => Float32Array.from({ length: WIDTH ** 2 }, () => (random.uniform() - 0.5) / 8);
  return model({
    name: 'deep',
    input: [value('x', DataType.FLOAT, ['batch', WIDTH])],
    output: [value('y', DataType.FLOAT, ['batch', WIDTH])],
    initializer: steps.map((i) => tensor(`w${i}`, weights(), [WIDTH, WIDTH])),
    node: steps.flatMap((i) => [
      node('MatMul', [i === 0 ? 'x' : `h${i}`, `w${i}`], [`p${i}`]),
      node('Relu', [`p${i}`], [i === layers - 1 ? 'y' : `h${i + 1}`]),
    ]),
  });
}

/** The model as a file below `folder`, with a batch of inputs. */
export function fed(folder: string, name: string, bytes: Uint8Array, batch: number): FedModel {
  const path = join(folder, `${name}.onnx`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const data = new Float32Array(batch * WIDTH).map((_, i) => (i % 7) / 7);
  return { path, feeds: new Map([['x', { type: 'float32', data, shape: [batch, WIDTH] }]]) };
}

/** Runs with a folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'onnx-gate-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
