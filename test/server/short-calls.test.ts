import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Tensors } from '../../src/ports.ts';
import { openSession } from '../../src/server/session.ts';
import { SHORT, timeGoesByRows, withShortCalls } from '../../src/server/short-calls.ts';
import { dense, logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';
import { get, post, root, start } from './start.ts';

/** Two rows, and a pool that answers with the time it is told and counts. */
async function workshop(seconds: number) {
  const file = join(temporaryFolder(), 'model.onnx');
  writeFileSync(file, logistic([1]));
  const model = await openSession(root, file);
  const feeds: Tensors = new Map([
    ['features', { type: 'float32', shape: [2, 1], data: Float32Array.of(0, 1) }],
  ]);
  const sent: number[] = [];
  const pool = {
    signature: model.signature,
    idle: () => 1,
    run: async (_: Tensors, __: readonly string[], rows: number) => {
      sent.push(rows);
      return { results: new Map(), seconds: 0 };
    },
    [Symbol.asyncDispose]: async () => {},
  };
  const { run } = withShortCalls(pool, model, seconds);
  return { sent, run: (rows: number) => run(feeds, ['probability'], rows) };
}

it('runs a short call on this thread, with the same numbers', async () => {
  const { sent, run } = await workshop(SHORT / 10);
  const { results, seconds } = await run(2);
  const [half, other] = results.get('probability')!.data as Float32Array;
  expect(half).toBe(0.5);
  expect(other).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
  expect(seconds).toBeGreaterThan(0);
  expect(sent).toEqual([]);
});

it('sends rows whose call would be long to the threads', async () => {
  const { sent, run } = await workshop(SHORT / 10);
  await run(100);
  expect(sent).toEqual([100]);
});

it('learns from the calls what a row takes', async () => {
  const { sent, run } = await workshop(SHORT * 2);
  // These, at no time at all, bring the expectation down; then one runs here.
  while (sent.length < 200) {
    const before = sent.length;
    await run(1);
    if (sent.length === before) break;
  }
  expect(sent.length).toBeGreaterThan(1);
  expect(sent.length).toBeLessThan(200);
});

it.each([
  ['rows alone', ['batch', 8], true],
  ['rows and another dimension', ['batch', null], false],
])('a model with %s open', (_, shape, expected) => {
  const inputs = [{ name: 'x', type: 'float32' as const, shape }];
  expect(timeGoesByRows({ inputs, outputs: [] })).toBe(expected);
});

it('answers probes while a model computes', async () => {
  const server = await start(
    { 'slow/1/model.onnx': dense(400, 100) },
    { elements: 1e6, bodyBytes: 2e7, drainSeconds: 0 },
  );
  await server.ready;
  const inputs = [
    {
      name: 'x',
      datatype: 'FP32',
      shape: [1000, 400],
      parameters: { binary_data_size: 1_600_000 },
    },
  ];
  const head = Buffer.from(JSON.stringify({ inputs, parameters: { binary_data_output: true } }));
  const order: string[] = [];
  const answered = post(
    `${server.address}/v2/models/slow/infer`,
    Buffer.concat([head, Buffer.alloc(1_600_000)]),
    { 'Inference-Header-Content-Length': String(head.length) },
  ).then(({ status }) => order.push(`inference ${status}`));
  // Once it is in a thread, and not before, its body has been read.
  for (let pending = 0; pending === 0; ) {
    const metrics = await (await fetch(`${server.address}/metrics`)).text();
    pending = Number(
      /nv_inference_pending_request_count\{model="slow",version="1"\} (\d+)/.exec(metrics)![1],
    );
  }
  order.push(`probe ${(await get(`${server.address}/v2/health/live`)).status}`);
  await answered;
  expect(order).toEqual(['probe 200', 'inference 200']);
});
