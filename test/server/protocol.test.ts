import { describe, expect, it } from 'vitest';
import { DataType } from '../../scripts/onnx/builder.ts';
import { identity, logistic, sumAndProduct } from '../models/small.ts';
import { get, post, start } from './start.ts';

const probability = (x: number) => 1 / (1 + Math.exp(-x));
const features = (data: unknown, shape: number[]) => ({
  inputs: [{ name: 'features', datatype: 'FP32', shape, data }],
});

async function click() {
  const server = await start({ 'click/1/model.onnx': logistic([1, -2]) });
  await server.ready;
  return { ...server, model: `${server.address}/v2/models/click` };
}

describe('the Open Inference Protocol', () => {
  it('tells what the server and the model are', async () => {
    const { address, model } = await click();
    expect((await get(`${address}/v2`)).body).toEqual((await get(`${address}/v2/`)).body);
    expect((await get(`${address}/v2`)).body).toMatchObject({
      name: 'onnx-gate',
      version: '0.0.0-test',
      extensions: expect.arrayContaining(['binary_tensor_data']),
    });
    const metadata = {
      name: 'click',
      versions: ['1'],
      platform: 'onnx_onnxv1',
      inputs: [{ name: 'features', datatype: 'FP32', shape: [-1, 2] }],
      outputs: [{ name: 'probability', datatype: 'FP32', shape: [-1, 1] }],
    };
    expect((await get(model)).body).toEqual(metadata);
    expect((await get(`${model}/versions/1`)).body).toEqual(metadata);
    expect((await get(`${model}/ready`)).body).toEqual({ name: 'click', ready: true });
  });

  it.each([
    ['flat', [1, 0, 0, 1]],
    [
      'nested',
      [
        [1, 0],
        [0, 1],
      ],
    ],
  ])('answers %s values, and echoes the id', async (_, data) => {
    const { model } = await click();
    const { status, body } = await post(`${model}/infer`, { id: 'a"1', ...features(data, [2, 2]) });
    expect(status).toBe(200);
    expect(body).toMatchObject({ model_name: 'click', model_version: '1', id: 'a"1' });
    const [output] = body.outputs as { name: string; shape: number[]; data: number[] }[];
    expect(output).toMatchObject({ name: 'probability', datatype: 'FP32', shape: [2, 1] });
    expect(output!.data[0]).toBeCloseTo(probability(1), 6);
    expect(output!.data[1]).toBeCloseTo(probability(-2), 6);
  });

  it('sends only the outputs that are asked for, in that order', async () => {
    const server = await start({ 'm/1/model.onnx': sumAndProduct() });
    await server.ready;
    const input = (name: string, value: number) => ({ name, datatype: 'FP32', shape: [1], data: [value] });
    const inputs = [input('b', 3), input('a', 2)];
    const ask = async (outputs?: object[]) =>
      (
        (await post(`${server.address}/v2/models/m/infer`, { inputs, outputs })).body.outputs as {
          name: string;
          data: number[];
        }[]
      ).map(({ name, data }) => [name, data]);
    expect(await ask()).toEqual([
      ['sum', [5]],
      ['product', [6]],
    ]);
    expect(await ask([{ name: 'product' }, { name: 'sum' }])).toEqual([
      ['product', [6]],
      ['sum', [5]],
    ]);
    expect(await ask([{ name: 'sum' }])).toEqual([['sum', [5]]]);
  });

  it('takes and gives binary tensors', async () => {
    const { model } = await click();
    const header = Buffer.from(
      JSON.stringify({
        parameters: { binary_data_output: true },
        inputs: [{ name: 'features', datatype: 'FP32', shape: [1, 2], parameters: { binary_data_size: 8 } }],
      }),
    );
    const values = Buffer.from(Float32Array.of(3, 1).buffer);
    const response = await fetch(`${model}/infer`, {
      method: 'POST',
      body: Buffer.concat([header, values]),
      headers: { 'Inference-Header-Content-Length': String(header.length) },
    });
    const length = Number(response.headers.get('Inference-Header-Content-Length'));
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(JSON.parse(bytes.subarray(0, length).toString())).toMatchObject({
      outputs: [{ name: 'probability', shape: [1, 1], parameters: { binary_data_size: 4 } }],
    });
    expect(bytes.readFloatLE(length)).toBeCloseTo(probability(1), 6);
  });

  it.each([
    ['BOOL', DataType.BOOL, [true, false]],
    ['UINT8', DataType.UINT8, [0, 255]],
    ['INT8', DataType.INT8, [-128, 127]],
    ['INT16', DataType.INT16, [-32768, 32767]],
    ['UINT16', DataType.UINT16, [0, 65535]],
    ['INT32', DataType.INT32, [-2147483648, 2147483647]],
    ['UINT32', DataType.UINT32, [0, 4294967295]],
    ['INT64', DataType.INT64, [-9007199254740991, 9007199254740991]],
    ['FP32', DataType.FLOAT, [0.5, -1e30]],
    ['FP64', DataType.DOUBLE, [0.1, -1e300]],
    ['BYTES', DataType.STRING, ['', 'naïve "€"']],
  ])('carries %s in JSON', async (datatype, type, data) => {
    const server = await start({ 'm/1/model.onnx': identity(type) });
    await server.ready;
    const inputs = [{ name: 'x', datatype, shape: [2], data }];
    const { body } = await post(`${server.address}/v2/models/m/infer`, { inputs });
    const [output] = body.outputs as { data: unknown[] }[];
    const [given, answered] =
      datatype === 'FP32'
        ? [data.map(Number).map(Math.fround), output!.data.map((one) => Math.fround(Number(one)))]
        : [data, output!.data];
    expect(answered).toEqual(given);
  });

  it('takes whole numbers beyond 2^53 as text, and refuses them as numbers', async () => {
    const server = await start({ 'm/1/model.onnx': identity(DataType.INT64) });
    await server.ready;
    const ask = (data: string) =>
      fetch(`${server.address}/v2/models/m/infer`, {
        method: 'POST',
        body: `{"inputs":[{"name":"x","datatype":"INT64","shape":[1],"data":[${data}]}]}`,
      });
    expect(await (await ask('"9007199254740993"')).text()).toContain('"data":[9007199254740993]');
    expect((await ask('9007199254740993')).status).toBe(400);
  });

  it('carries text and half floats in binary', async () => {
    const server = await start({
      'text/1/model.onnx': identity(DataType.STRING),
      'half/1/model.onnx': identity(DataType.FLOAT16),
    });
    await server.ready;
    const ask = async (name: string, datatype: string, shape: number[], bytes: Buffer) => {
      const parameters = { binary_data_size: bytes.length };
      const head = Buffer.from(
        JSON.stringify({
          parameters: { binary_data_output: true },
          inputs: [{ name: 'x', datatype, shape, parameters }],
        }),
      );
      const response = await fetch(`${server.address}/v2/models/${name}/infer`, {
        method: 'POST',
        body: Buffer.concat([head, bytes]),
        headers: { 'Inference-Header-Content-Length': String(head.length) },
      });
      const answer = Buffer.from(await response.arrayBuffer());
      return answer.subarray(Number(response.headers.get('Inference-Header-Content-Length')));
    };
    const text = Buffer.from([2, 0, 0, 0, 0xc3, 0xa4, 0, 0, 0, 0]);
    expect(await ask('text', 'BYTES', [2], text)).toEqual(text);
    const half = Buffer.from([0x00, 0x3c, 0x01, 0x7c]);
    expect(await ask('half', 'FP16', [2], half)).toEqual(half);
  });
});

describe('a request that cannot be answered', () => {
  const one = { name: 'features', datatype: 'FP32', shape: [1, 2], data: [1, 2] };
  it.each<[string, unknown, number, RegExp]>([
    ['garbage', '{"inputs":', 400, /not JSON/],
    ['a list', [], 400, /not a JSON object/],
    ['no inputs', {}, 400, /no `inputs`/],
    ['a missing input', { inputs: [] }, 400, /lacks "features"/],
    [
      'an unknown input',
      { inputs: [{ ...one, name: 'feature' }] },
      400,
      /no input "feature"; it has "features"/,
    ],
    ['an input twice', { inputs: [one, one] }, 400, /given twice/],
    [
      'another datatype',
      { inputs: [{ ...one, datatype: 'FP64' }] },
      400,
      /is FP32, and the request has "FP64"/,
    ],
    [
      'another shape',
      { inputs: [{ ...one, shape: [1, 3], data: [1, 2, 3] }] },
      400,
      /\[1,3\], and the model takes \[-1,2\]/,
    ],
    ['a shape that lies', { inputs: [{ ...one, shape: [2, 2] }] }, 400, /2 values, and its shape needs 4/],
    ['a negative shape', { inputs: [{ ...one, shape: [-1, 2] }] }, 400, /no `shape` of whole numbers/],
    [
      'text for a number',
      { inputs: [{ ...one, data: [1, 'x'] }] },
      400,
      /Value 1 .* is "x", which is no FP32/,
    ],
    ['null for a number', { inputs: [{ ...one, data: [null, 1] }] }, 400, /is null/],
    ['an unknown output', { inputs: [one], outputs: [{ name: 'p' }] }, 400, /no output "p"/],
    ['too many rows', features(Array(4002).fill(0), [2001, 2]), 400, /2001 rows; at most 1000/],
    ['far too many elements', { inputs: [{ ...one, shape: [1e9, 2] }] }, 413, /elements/],
    ['a body that is too large', `${' '.repeat(1_000_001)}{}`, 413, /large/i],
    [
      'values nested deeper than any tensor',
      `{"inputs":[{"name":"features","datatype":"FP32","shape":[1,2],"data":${'['.repeat(5000)}${']'.repeat(5000)}}]}`,
      400,
      /nested too deep/,
    ],
  ])('%s', async (_, body, status, message) => {
    const { model, address } = await click();
    const answer = await post(`${model}/infer`, body);
    expect(answer).toMatchObject({ status, body: { error: expect.stringMatching(message) } });
    expect((await get(`${address}/v2/health/ready`)).status).toBe(200);
    expect((await post(`${model}/infer`, features([1, 2], [1, 2]))).status).toBe(200);
  });

  it.each([
    ['a header that is longer than the body', '1000', 8],
    ['no number', 'many', 8],
  ])('binary tensors with %s', async (_, length, size) => {
    const { model } = await click();
    const answer = await post(`${model}/infer`, new Uint8Array(size), {
      'Inference-Header-Content-Length': length,
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('Inference-Header-Content-Length') },
    });
  });

  it('another path, another model, another version', async () => {
    const { address } = await click();
    for (const path of [
      '/v1/models',
      '/v2/models/clik',
      '/v2/models/click/versions/2',
      '/v2/models/__proto__',
    ])
      expect(await get(`${address}${path}`)).toMatchObject({
        status: 404,
        body: { error: expect.any(String) },
      });
  });
});
