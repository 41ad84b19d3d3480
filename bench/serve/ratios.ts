/** Against an empty route, and against the bare call, in turns of one run. */
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import autocannon from 'autocannon';
import type * as Ort from 'onnxruntime-node';
import { startEmpty, startServer } from './server.ts';

const CONNECTIONS = 10;
const ROUNDS = 7;
const SECONDS = 5;
/** Before the first round: until the compiler is done. */
const WARM_UP = 10;
const BATCH = 256;
const CALLS = 300;
const STARTS = 7;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

export interface Figures {
  readonly get: number;
  readonly post: number;
  readonly infer: number;
  readonly bare: number;
  /** Of a route that sends the same bytes back: what HTTP alone takes. */
  readonly back: number;
  readonly served: number;
  readonly start: number;
}

/** Requests per second by autocannon; milliseconds of 256 rows, p50; seconds from start to ready. */
export async function measureRatios(small: string, wide: string, width: number): Promise<Figures> {
  const body = JSON.stringify({
    inputs: [
      { name: 'features', datatype: 'FP32', shape: [1, 8], data: [0.1, 0.25, -1.5, 3, 0.75, 12, -0.125, 1] },
    ],
  });
  const empty = await startEmpty();
  const server = await startServer(small);
  const post = { method: 'POST', body, headers: { 'content-type': 'application/json' } } as const;
  const arms = {
    get: { url: `${empty.address}/` },
    post: { url: `${empty.address}/`, ...post },
    infer: { url: `${server.address}/v2/models/small/infer`, ...post },
  };
  const rates = { get: [] as number[], post: [] as number[], infer: [] as number[] };
  for (let round = -1; round < ROUNDS; round++)
    for (const [name, arm] of Object.entries(arms)) {
      const duration = round < 0 ? WARM_UP : SECONDS;
      const result = await autocannon({ ...arm, connections: CONNECTIONS, duration });
      if (result.non2xx + result.errors > 0)
        throw new Error(`${name}: ${result.non2xx + result.errors} failed`);
      if (round >= 0) rates[name as keyof typeof rates].push(result.requests.total / result.duration);
    }
  await Promise.all([empty.stop(), server.stop()]);

  const starts = [];
  for (let i = 0; i < STARTS; i++) {
    const one = await startServer(small);
    starts.push(one.readySeconds);
    await one.stop();
  }
  return {
    ...{ get: median(rates.get), post: median(rates.post), infer: median(rates.infer) },
    ...(await measureBatch(wide, width)),
    start: median(starts),
  };
}

/** One call after another, in turn: the bare one, and over kept connections the bytes alone and the model. */
async function measureBatch(file: string, width: number) {
  process.env.ORT_DISABLE_TELEMETRY = '1';
  const ort = createRequire(import.meta.url)('onnxruntime-node') as typeof Ort;
  const session = await ort.InferenceSession.create(file, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const data = Float32Array.from({ length: BATCH * width }, (_, i) => ((i * 31) % 97) / 97);
  const server = await startServer(file);
  const empty = await startEmpty();
  const agent = new Agent({ keepAlive: true });
  const parameters = { binary_data_size: data.byteLength };
  const inputs = [{ name: 'x', datatype: 'FP32', shape: [BATCH, width], parameters }];
  const head = Buffer.from(JSON.stringify({ inputs, parameters: { binary_data_output: true } }));
  const body = Buffer.concat([head, Buffer.from(data.buffer)]);
  const headers = { 'inference-header-content-length': head.length, 'content-length': body.length };
  const ask = (url: string) => () =>
    new Promise<void>((resolve, reject) => {
      const sent = request(url, { agent, method: 'POST', headers }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`status ${response.statusCode}`));
        response.resume().on('end', resolve);
      });
      sent.on('error', reject).end(body);
    });
  const ways = {
    bare: () => session.run({ x: new ort.Tensor('float32', data, [BATCH, width]) }, ['y']),
    back: ask(`${empty.address}/back`),
    served: ask(`${server.address}/v2/models/wide/infer`),
  };
  const taken = { bare: [] as number[], back: [] as number[], served: [] as number[] };
  const timed = async (into: number[], call: () => Promise<unknown>) => {
    const began = performance.now();
    await call();
    into.push(performance.now() - began);
  };
  for (let i = 0; i < CALLS; i++)
    for (const [name, call] of Object.entries(ways)) await timed(taken[name as keyof typeof ways], call);
  agent.destroy();
  await Promise.all([empty.stop(), server.stop()]);
  const later = (all: readonly number[]) => median(all.slice(CALLS / 3));
  return { bare: later(taken.bare), back: later(taken.back), served: later(taken.served) };
}
