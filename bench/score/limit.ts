/**
 * The limit: `session.run` in a tight loop on tensors made beforehand, in a process of its own with one thread.
 * Arguments: model, rows, batch sizes. Prints the seconds for that many rows of each batch size as JSON.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Ort from 'onnxruntime-node';
import { randomInputs } from '../../src/core/scoring/random-inputs.ts';
import { seededRandom } from '../../src/core/stats/random.ts';

const [path = '', rows = '', ...batches] = process.argv.slice(2);
const ort = createRequire(import.meta.url)('onnxruntime-node') as typeof Ort;
const session = await ort.InferenceSession.create(readFileSync(path), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
});
const signature = {
  inputs: session.inputMetadata.map((info) => ({
    name: info.name,
    type: info.isTensor ? info.type : null,
    shape: info.isTensor ? [...info.shape] : [],
  })),
  outputs: [],
};

async function seconds(batch: number): Promise<number> {
  const made = randomInputs(signature, batch, seededRandom(1).uniform);
  const feeds = Object.fromEntries(
    [...made].map(([name, { type, data, shape }]) => [
      name,
      new ort.Tensor(type as 'float32', data as Float32Array, shape),
    ]),
  );
  for (let i = 0; i < 10; i++) await session.run(feeds);
  const calls = Math.ceil(Number(rows) / batch);
  const began = performance.now();
  for (let i = 0; i < calls; i++) await session.run(feeds);
  return ((performance.now() - began) / 1000) * (Number(rows) / (calls * batch));
}

const found: Record<string, number> = {};
for (const batch of batches) found[batch] = await seconds(Number(batch));
console.log(JSON.stringify(found));
