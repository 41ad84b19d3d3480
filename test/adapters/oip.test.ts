import { describe, expect, test } from 'vitest';
import { fromBytes, fromJson, toBytes, toJson } from '../../src/adapters/oip/datatypes.ts';
import { openEndpoint } from '../../src/adapters/oip/endpoint.ts';
import { endpoints } from '../../src/adapters/oip/runner.ts';
import type { Tensor, Tensors } from '../../src/ports.ts';
import { faultsOf } from './duckdb/helpers.ts';
import { serve } from './oip-server.ts';

const rows = (...data: number[]): Tensors =>
  new Map([['x', { type: 'float32', data: Float32Array.from(data), shape: [data.length / 2, 2] } as Tensor]]);

test.each([
  ['JSON', false, 'FP32'],
  ['bytes', true, 'FP32'],
  ['bfloat16', true, 'BF16'],
])('answers by %s', async (_, binary, datatype) => {
  const server = await serve({ binary, datatype });
  await using endpoint = await openEndpoint(server.url);
  expect(endpoint.binary).toBe(binary);
  expect(endpoint.signature).toEqual({
    inputs: [{ name: 'x', type: 'float32', shape: [null, 2] }],
    outputs: [{ name: 'y', type: 'float32', shape: [null, 1] }],
  });
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => endpoint.infer(rows(i, 1, 0.5, 0.25), ['y'])),
  );
  answers.forEach((answer, i) => {
    expect(answer.get('y')).toEqual({ type: 'float32', data: Float32Array.of(i + 2, 1), shape: [2, 1] });
  });
  // Four connections at most, and kept.
  expect(server.seen.sockets.size).toBeLessThanOrEqual(4);
});

test.each([false, true])(
  'arrays may be filled anew while requests wait or are sent again, bytes: %s',
  async (binary) => {
    const server = await serve({
      binary,
      instead(path, response, count) {
        if (!path.endsWith('/infer') || count > 2) return false;
        response.writeHead(503).end();
        return true;
      },
    });
    await using endpoint = await openEndpoint(server.url);
    const data = new Float32Array(2);
    const feeds: Tensors = new Map([['x', { type: 'float32', data, shape: [1, 2] }]]);
    const answers = Array.from({ length: 12 }, (_, i) => {
      data.set([i, 1]);
      return endpoint.infer(feeds, ['y']);
    });
    const values = (await Promise.all(answers)).map((answer) => answer.get('y')!.data[0]);
    expect(values).toEqual(Array.from({ length: 12 }, (_, i) => i + 2));
  },
);

test('the identity has names and versions, and no password', async () => {
  const server = await serve();
  const address = server.url.replace('http://', 'http://ann:secret@');
  const subject = await endpoints.identify(`oip:${address}`);
  expect(subject.reference).toBe(`oip:${server.url} (test-server 1.2, adder version 3)`);
  expect(subject.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(Buffer.from(server.seen.authorization[0]!.slice(6), 'base64').toString()).toBe('ann:secret');
});

test('a busy server is asked again, a slow or failed batch is not', async () => {
  const server = await serve({
    instead(path, response, count) {
      if (!path.endsWith('/infer') || count > 2) return false;
      response.writeHead(503).end();
      return true;
    },
  });
  await using endpoint = await openEndpoint(server.url);
  expect((await endpoint.infer(rows(1, 1), ['y'])).get('y')!.data).toEqual(Float32Array.of(3));
  expect(server.seen.paths.filter((path) => path.endsWith('/infer'))).toHaveLength(3);
});

describe('one sentence for each thing that goes wrong', () => {
  const infer = (answer: Parameters<typeof serve>[0], seconds = 30) =>
    faultsOf(async () => {
      const server = await serve(answer);
      await using endpoint = await openEndpoint(server.url, { seconds, mostBytes: 4000 });
      await endpoint.infer(rows(1, 1, 2, 2), ['y']);
    });
  const usual = (change: object) => ({ answer: (outputs: object[]) => [{ ...outputs[0], ...change }] });
  const onInfer = (reply: (response: import('node:http').ServerResponse) => void) => ({
    instead(path: string, response: import('node:http').ServerResponse) {
      if (!path.endsWith('/infer')) return false;
      reply(response);
      return true;
    },
  });

  test.each([
    [
      'a wrong shape',
      usual({ shape: [3, 1] }),
      'model-run-rejected',
      'output `y` [3, 1] that does not hold 3 values of FP32',
    ],
    [
      'a wrong count',
      usual({ data: [1] }),
      'model-run-rejected',
      'output `y` [2, 1] that does not hold 2 values of FP32',
    ],
    [
      'a wrong type',
      usual({ datatype: 'INT64' }),
      'model-run-rejected',
      'output `y` of INT64, where its metadata says FP32',
    ],
    ['another output', usual({ name: 'z' }), 'model-run-rejected', 'no output `y`'],
    ['text for numbers', usual({ data: ['1', '2'] }), 'model-run-rejected', 'does not hold 2 values'],
    [
      'no JSON',
      onInfer((response) => response.end('<html>')),
      'model-run-rejected',
      'something that is not JSON',
    ],
    [
      'too much',
      onInfer((response) => response.end('x'.repeat(5000))),
      'model-run-rejected',
      'more than 4000 bytes for one batch',
    ],
    [
      'a failure',
      onInfer((response) => response.writeHead(500).end('{"error":"out of memory"}')),
      'runtime-unavailable',
      'answered a batch with status 500: out of memory.',
    ],
    [
      'no metadata',
      { metadata: () => ({ name: 'adder' }) },
      'model-signature',
      'has no `inputs` with name, datatype and shape.',
    ],
  ])('%s', async (_, behaviour, code, sentence) => {
    const [fault, ...more] = await infer(behaviour as Parameters<typeof serve>[0]);
    expect(more).toEqual([]);
    expect(fault!.code).toBe(code);
    expect(fault!.message).toContain(sentence);
  });

  test('no answer', async () => {
    const [fault] = await infer(
      onInfer(() => {}),
      0.5,
    );
    expect(fault!.message).toMatch(/^http:.*\/infer did not answer within 0.5 s\.$/);
  });

  test('nothing listens, another model, no model in the address', async () => {
    const server = await serve();
    const other = await faultsOf(openEndpoint(server.url.replace('adder', 'other')));
    expect(other[0]!.message).toContain('is not there: the server knows no such model or version.');
    server.close();
    const down = await faultsOf(openEndpoint(server.url, { retries: 0 }));
    expect(down[0]!.message).toContain('cannot be reached: nothing listens there.');
    const odd = await faultsOf(openEndpoint('http://ann:secret@localhost/v1/models/x'));
    expect(odd[0]!.message).toBe('http://localhost/v1/models/x is no address of a model.');
  });
});

test.each([
  ['BOOL', { type: 'bool', data: Uint8Array.of(1, 0, 1) }, '[true,false,true]'],
  ['INT64', { type: 'int64', data: BigInt64Array.of(2n ** 52n, -1n, 0n) }, '[4503599627370496,-1,0]'],
  ['UINT8', { type: 'uint8', data: Uint8Array.of(0, 128, 255) }, '[0,128,255]'],
  ['FP32', { type: 'float32', data: Float32Array.of(0.5, -2, 3) }, '[0.5,-2,3]'],
  ['BYTES', { type: 'string', data: ['', 'é', 'a"b'] }, '["","é","a\\"b"]'],
  ['FP16', { type: 'float16', data: Uint16Array.of(0x3c00, 0, 0x7bff) }, null],
  ['BF16', { type: 'float32', data: Float32Array.of(1, -0.5, 3) }, null],
])('%s goes there and back', (datatype, values, json) => {
  const tensor = { ...values, shape: [3] } as Tensor;
  expect(fromBytes(datatype, toBytes(datatype, tensor), 3)).toEqual(values);
  expect(fromBytes(datatype, toBytes(datatype, tensor).subarray(1), 3)).toBe(null);
  if (json === null) return;
  expect(toJson(datatype, tensor)).toBe(json);
  expect(fromJson(datatype, JSON.parse(json), 3)).toEqual(values);
});

test('whole numbers that JSON has rounded are refused', () => {
  expect(fromJson('INT64', JSON.parse('[9007199254740993]'), 1)).toBe(null);
});
