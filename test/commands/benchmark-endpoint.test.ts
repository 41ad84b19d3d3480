/** Real servers, and a pace under which a load is over after a few requests. */
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { policyOf } from '../../bench/latency/gate.ts';
import { createTables } from '../../src/adapters/duckdb/tables.ts';
import { endpoints } from '../../src/adapters/oip/runner.ts';
import { runBenchmarkEndpoint } from '../../src/commands/benchmark-endpoint.ts';
import { tensorFiles } from '../../src/commands/tensor-files.ts';
import type { Pace } from '../../src/ports.ts';
import { faultsOf } from '../adapters/duckdb/helpers.ts';
import { serve } from '../adapters/oip-server.ts';
import { natives } from '../adapters/onnxruntime/open.ts';
import { serveTensorFlow } from '../adapters/serving-server.ts';
import { logistic } from '../models/small.ts';
import { start } from '../server/start.ts';

/** Each look at the clock is 10 ms later; nothing is waited for. */
function countedPace(): Pace {
  let now = 0;
  return {
    now: () => {
      now += 0.01;
      return now;
    },
    until: async (at) => {
      now = Math.max(now, at);
    },
  };
}

const loadOf = (address: string, latency: object = {}, seconds = 20) =>
  runBenchmarkEndpoint(
    {
      model: 'm',
      address,
      rows: null,
      inputs: 'auto',
      latency: policyOf({ batch: [2], rate: 20, ...latency }).models.m!.latency!,
      limits: { seconds, memory: 2 ** 31 },
    },
    {
      endpoints,
      tables: createTables({ natives, decode: tensorFiles }),
      pace: countedPace(),
      progress: { report() {} },
    },
  );

test.each(['json', 'bytes'] as const)('our own server answers in %s', async (tensors) => {
  const server = await start({ 'click/1/model.onnx': logistic([1, -2]) });
  await server.ready;
  const { endpoint, notes } = await loadOf(`${server.address}/v2/models/click`, { tensors });
  expect(endpoint.tensors).toBe(tensors === 'json' ? 'JSON' : 'bytes');
  const [load] = endpoint.loads;
  expect(load!.closed[0]).toMatchObject({ clients: 1, failed: 0 });
  expect(load!.open).toMatchObject([{ rate: 20, failed: 0 }]);
  expect(load!.open[0]!.calls).toBeGreaterThan(20);
  expect(notes).toEqual(['Endpoint: Timed on made-up inputs: there is no holdout.']);
});

test.each([
  ['the model', ''],
  ['its predict', ':predict'],
])('TensorFlow Serving by the address of %s, over kept connections', async (_, suffix) => {
  const server = await serveTensorFlow();
  const { endpoint } = await loadOf(`${server.url}${suffix}`);
  expect(endpoint).toMatchObject({ url: server.url, server: 'TensorFlow Serving', tensors: 'JSON' });
  const [first] = server.seen.bodies as { inputs: { x: number[][] } }[];
  expect(first).toMatchObject({ signature_name: 'serving_default' });
  expect(first!.inputs.x.map(({ length }) => length)).toEqual([2, 2]);
  const most = Math.max(...endpoint.loads[0]!.closed.map(({ clients }) => clients));
  expect(server.seen.bodies.length).toBeGreaterThan(server.seen.sockets.size);
  expect(server.seen.sockets.size).toBeLessThanOrEqual(Math.max(most, endpoint.loads[0]!.open[0]!.calls));
});

test.each([429, 503])(
  'a server that refuses under load with %i is counted, and ends the search',
  async (status) => {
    const { url } = await serve({
      instead(path, response, count) {
        // Twenty of the warm-up, and the only client's.
        if (!path.endsWith('/infer') || count < 45 || count % 4 > 0) return false;
        response.writeHead(status).end('{"error":"the queue is full"}');
        return true;
      },
    });
    const { closed, maximum, open } = (await loadOf(url)).endpoint.loads[0]!;
    expect(closed[0]!.failed).toBe(0);
    expect(closed.at(-1)!.failed).toBeGreaterThan(0);
    expect(maximum).toBe(Math.max(...closed.slice(0, -1).map(({ rate }) => rate)));
    expect(open[0]!.failed).toBeGreaterThan(0);
  },
);

test('a server that refuses its only client is no server to load', async () => {
  const faults = await faultsOf(
    serve({
      instead(path, response, count) {
        if (!path.endsWith('/infer') || count <= 22) return false;
        response.writeHead(503).end();
        return true;
      },
    }).then(({ url }) => loadOf(url)),
  );
  expect(faults).toMatchObject([
    {
      code: 'runtime-unavailable',
      message: expect.stringMatching(/adder refused a request of its only client, after 2 answers\.$/),
    },
  ]);
});

test('without a rate, at 50 % and 80 % of the maximum', async () => {
  const { url } = await serve();
  const { maximum, open } = (await loadOf(url, { rate: undefined })).endpoint.loads[0]!;
  expect(open.map(({ rate }) => rate / maximum)).toEqual([expect.closeTo(0.5), expect.closeTo(0.8)]);
});

describe('one sentence for each thing that goes wrong', () => {
  const on =
    (end: string, reply: (response: ServerResponse) => void) => (path: string, response: ServerResponse) => {
      if (!path.endsWith(end)) return false;
      reply(response);
      return true;
    };
  const failing = (response: ServerResponse) => {
    response.writeHead(500).end('{"error":"out of memory"}');
  };
  const json = (value: unknown) => (response: ServerResponse) => {
    response.end(JSON.stringify(value));
  };
  const oip = async (behaviour: Parameters<typeof serve>[0]) => (await serve(behaviour)).url;
  const serving = async (...instead: Parameters<typeof serveTensorFlow>) =>
    (await serveTensorFlow(...instead)).url;
  const wrong = { answer: (outputs: object[]) => [{ ...outputs[0], shape: [1, 2] }] };

  test.each<[string, () => Promise<string>, string, RegExp, number?]>([
    [
      'down',
      async () => 'http://127.0.0.1:9/v2/models/m',
      'runtime-unavailable',
      /cannot be reached: nothing listens there\.$/,
    ],
    [
      'down, v1',
      async () => 'http://127.0.0.1:9/v1/models/m',
      'runtime-unavailable',
      /cannot be reached: nothing listens there\.$/,
    ],
    ['no address', async () => 'http://127.0.0.1:9/', 'usage-invalid', /is no address of a model\.$/],
    [
      'slow',
      () => oip({ instead: on('/infer', () => {}) }),
      'model-timeout',
      /did not answer within 0\.2 s\.$/,
      0.2,
    ],
    [
      'slow, v1',
      () => serving(on(':predict', () => {})),
      'model-timeout',
      /did not answer within 0\.2 s\.$/,
      0.2,
    ],
    [
      '500',
      () => oip({ instead: on('/infer', failing) }),
      'runtime-unavailable',
      /answered a batch with status 500: out of memory\.$/,
    ],
    [
      '500, v1',
      () => serving(on(':predict', failing)),
      'runtime-unavailable',
      /answered a batch with status 500: out of memory\.$/,
    ],
    [
      'another shape',
      () => oip(wrong),
      'model-run-rejected',
      /answered a batch of 2 with output `y` \[1, 2\]; its metadata says \[\?, 1\]\.$/,
    ],
    [
      'another shape, v1',
      () => serving(on(':predict', json({ outputs: [[1, 2]] }))),
      'model-run-rejected',
      /answered a batch of 2 with output `y` \[1, 2\]; its metadata says \[\?, 1\]\.$/,
    ],
    [
      'ragged rows',
      () => serving(on(':predict', json({ outputs: [[1], [1, 2]] }))),
      'model-run-rejected',
      /answered without output `y`, or with one that is not FP32 in rows of one length\.$/,
    ],
    [
      'no output',
      () => serving(on(':predict', json({}))),
      'model-run-rejected',
      /answered without output `y`/,
    ],
    [
      'no metadata',
      () => serving(on('/metadata', json({}))),
      'model-signature',
      /gives no metadata with the signature `serving_default` \(status 200\)\.$/,
    ],
  ])('%s', async (_, address, code, message, seconds = 20) => {
    const faults = await faultsOf(address().then((url) => loadOf(url, {}, seconds)));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
