import { rmSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { dense, logistic } from '../models/small.ts';
import { get, post, put, start } from './start.ts';

const ask = (address: string, data: number[], rows = 1, model = 'click') =>
  post(`${address}/v2/models/${model}/infer`, {
    inputs: [{ name: 'features', datatype: 'FP32', shape: [rows, data.length / rows], data }],
  });
const probabilityIn = ({ body }: Awaited<ReturnType<typeof post>>) =>
  (body.outputs as { data: number[] }[])[0]!.data;

describe('the server', () => {
  it('is alive before it is ready', async () => {
    const server = await start({ 'click/1/model.onnx': logistic([1]) });
    expect((await get(`${server.address}/v2/health/live`)).status).toBe(200);
    expect((await get(`${server.address}/v2/health/ready`)).status).toBe(503);
    await server.ready;
    expect((await get(`${server.address}/v2/health/ready`)).status).toBe(200);
  });

  it('says which model does not load, and stays unready', async () => {
    const server = await start({ 'click/1/model.onnx': 'no model' });
    await expect(server.ready).rejects.toThrow(/protobuf/i);
    expect((await get(`${server.address}/v2/health/ready`)).status).toBe(503);
    expect((await get(`${server.address}/v2/health/live`)).status).toBe(200);
  });

  it('answers many at once with the right rows to each', async () => {
    const server = await start({ 'click/1/model.onnx': logistic([1]) }, { workers: 2, length: 1000 });
    await server.ready;
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => ask(server.address, [i / 100, -i / 100], 2)),
    );
    answers.forEach((answer, i) => {
      expect(answer.status).toBe(200);
      expect(probabilityIn(answer)[0]).toBeCloseTo(1 / (1 + Math.exp(-i / 100)), 5);
      expect(probabilityIn(answer)[1]).toBeCloseTo(1 / (1 + Math.exp(i / 100)), 5);
    });
    const metrics = await (await fetch(`${server.address}/metrics`)).text();
    expect(metrics).toContain('nv_inference_count{model="click",version="1"} 400');
  });

  it('refuses with 429 what its queue cannot hold, and says when to come again', async () => {
    const slow = { 'slow/1/model.onnx': dense(400, 12) };
    const server = await start(slow, { length: 2, batchRows: 1, elements: 1e6, bodyBytes: 2e7 });
    await server.ready;
    const body = {
      inputs: [{ name: 'x', datatype: 'FP32', shape: [400, 400], data: new Array(160_000).fill(0.1) }],
    };
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => post(`${server.address}/v2/models/slow/infer`, body)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.headers.get('Retry-After')).toBe('1');
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(3);
  });

  it('swaps a newer version in without a failed request', async () => {
    const server = await start({ 'click/1/model.onnx': logistic([1]) }, { watchSeconds: 0.05 });
    await server.ready;
    let failed = 0;
    let stop = false;
    const load = (async () => {
      while (!stop) if ((await ask(server.address, [1])).status !== 200) failed++;
    })();
    put(server.folder, { 'click/2/model.onnx': logistic([-1]) });
    await vi.waitFor(
      async () =>
        expect((await get(`${server.address}/v2/models/click`)).body).toMatchObject({ versions: ['2'] }),
      { timeout: 20_000, interval: 50 },
    );
    expect(probabilityIn(await ask(server.address, [1]))[0]).toBeCloseTo(1 / (1 + Math.E), 6);
    // A broken one is not taken, and the good one goes on.
    put(server.folder, { 'click/3/model.onnx': 'no model' });
    await vi.waitFor(() => ask(server.address, [1]));
    rmSync(`${server.folder}/click/3`, { recursive: true });
    stop = true;
    await load;
    expect(failed).toBe(0);
    expect((await get(`${server.address}/v2/models/click`)).body).toMatchObject({ versions: ['2'] });
  });

  it('is unready before it stops, and answers what it was asked', async () => {
    const server = await start({ 'click/1/model.onnx': logistic([1]) }, { drainSeconds: 0.5 });
    await server.ready;
    const stopped = server.stop();
    expect((await get(`${server.address}/v2/health/ready`)).status).toBe(503);
    expect((await ask(server.address, [1])).status).toBe(200);
    await stopped;
    await expect(fetch(`${server.address}/v2/health/live`)).rejects.toThrow();
  });

  it('shows its own series and Triton’s', async () => {
    const server = await start({ 'click/7/model.onnx': logistic([1]) });
    await server.ready;
    await ask(server.address, [1]);
    await ask(server.address, [1, 2]);
    const metrics = await (await fetch(`${server.address}/metrics`)).text();
    for (const line of [
      'nv_inference_request_success{model="click",version="7"} 1',
      'nv_inference_request_failure{model="click",version="7"} 1',
      'nv_inference_pending_request_count{model="click",version="7"} 0',
      'inference_request_duration_seconds_count{model="click",version="7"} 1',
      'inference_batch_rows_count{model="click",version="7"} 1',
    ])
      expect(metrics).toContain(line);
    expect(metrics).toMatch(/model_info\{model="click",version="7",sha256="[0-9a-f]{64}"\} 1/);
    expect(metrics).toMatch(/model_load_duration_seconds\{model="click",version="7"\} \d/);
    expect((await get(`${server.address}/v2/models/click/stats`)).body).toMatchObject({
      model_stats: [{ name: 'click', inference_count: 1, execution_count: 1 }],
    });
  });
});
