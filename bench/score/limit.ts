/**
 * The limit: `session.run` in a tight loop on tensors made beforehand, in a process of its own with one thread.
 * Arguments: model, table, rows, batch sizes. Prints what that many rows take at each batch size as JSON.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Ort from 'onnxruntime-node';
import { createTables } from '../../src/adapters/duckdb/tables.ts';
import { firstBatch } from '../../src/commands/feeds.ts';
import { tensorFiles } from '../../src/commands/tensor-files.ts';
import { planInputs } from '../../src/core/scoring/mapping.ts';
import { packInputs } from '../../src/core/scoring/pack.ts';
import { readsOf } from '../../src/core/scoring/reads.ts';
import { inputsOf, ROOT } from './models.ts';

const [path = '', table = '', rows = '', ...batches] = process.argv.slice(2);
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
await using opened = await createTables({ natives: async () => ROOT, decode: tensorFiles }).open({
  files: [table],
});
const planned = planInputs(signature, opened.columns, inputsOf(path));
if (!planned.ok) throw new Error(planned.faults[0]!.message);
const { plan } = planned;
const head = await firstBatch(opened, readsOf(plan), Math.max(...batches.map(Number)));

async function measure(batch: number) {
  const made = packInputs(plan, head.columns, { first: 0, from: 0, count: batch });
  const feeds = Object.fromEntries(
    [...made].map(([name, { type, data, shape }]) => [
      name,
      new ort.Tensor(type as 'float32', data as Float32Array, shape),
    ]),
  );
  for (let i = 0; i < 10; i++) await session.run(feeds);
  const calls = Math.ceil(Number(rows) / batch);
  const scale = Number(rows) / (calls * batch);
  const before = process.cpuUsage();
  const began = performance.now();
  for (let i = 0; i < calls; i++) await session.run(feeds);
  const seconds = ((performance.now() - began) / 1000) * scale;
  const { user, system } = process.cpuUsage(before);
  return { seconds, processor: ((user + system) / 1e6) * scale, mebibytes: 0 };
}

const found = [];
for (const batch of batches) found.push(await measure(Number(batch)));
console.log(JSON.stringify(found));
