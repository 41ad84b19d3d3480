import { expect, it } from 'vitest';
import { logistic } from '../models/small.ts';
import { get, post, put, start } from './start.ts';

const ask = (address: string, name: string) =>
  post(`${address}/v2/models/${name}/infer`, {
    inputs: [{ name: 'features', datatype: 'FP32', shape: [1, 1], data: [1] }],
  });
const indexed = async (address: string, body: object = {}) =>
  (await (
    await fetch(`${address}/v2/repository/index`, { method: 'POST', body: JSON.stringify(body) })
  ).json()) as unknown;

it('lists, unloads and loads models, with those that it was not asked for untouched', async () => {
  const server = await start(
    { 'a/1/model.onnx': logistic([1]), 'b/1/model.onnx': logistic([2]) },
    { loading: true, watchSeconds: 0.05 },
  );
  await server.ready;
  const { address } = server;
  expect((await get(`${address}/v2`)).body).toMatchObject({
    extensions: expect.arrayContaining(['model_repository']),
  });
  const ready = (name: string, version = '1') => ({ name, version, state: 'READY', reason: '' });
  expect(await indexed(address)).toEqual([ready('a'), ready('b')]);

  expect(await post(`${address}/v2/repository/models/a/unload`, {})).toMatchObject({ status: 200, body: {} });
  expect((await ask(address, 'a')).status).toBe(404);
  expect((await ask(address, 'b')).status).toBe(200);
  expect((await get(`${address}/v2/health/ready`)).status).toBe(200);
  const gone = { name: 'a', version: '1', state: 'UNAVAILABLE', reason: 'unloaded' };
  expect(await indexed(address)).toEqual([gone, ready('b')]);
  expect(await indexed(address, { ready: true })).toEqual([ready('b')]);

  // A newer version does not bring it back by itself; being asked for does, and takes the newest.
  put(server.folder, { 'a/2/model.onnx': logistic([3]), 'b/2/model.onnx': logistic([4]) });
  while (((await indexed(address, { ready: true })) as { version: string }[])[0]!.version !== '2');
  expect((await ask(address, 'a')).status).toBe(404);
  expect((await post(`${address}/v2/repository/models/a/load`, {})).status).toBe(200);
  expect(await indexed(address)).toEqual([ready('a', '2'), ready('b', '2')]);
  expect((await ask(address, 'a')).status).toBe(200);
});

it('says why a model is not loaded, and keeps the old one', async () => {
  const server = await start({ 'a/1/model.onnx': logistic([1]) }, { loading: true });
  await server.ready;
  put(server.folder, { 'a/2/model.onnx': 'no model' });
  const { address } = server;
  expect(await post(`${address}/v2/repository/models/a/load`, {})).toMatchObject({
    status: 400,
    body: { error: expect.stringMatching(/"a" does not load: .*protobuf/i) },
  });
  expect(await ask(address, 'a')).toMatchObject({ status: 200, body: { model_version: '1' } });
  for (const what of ['load', 'unload'])
    expect((await post(`${address}/v2/repository/models/c/${what}`, {})).status).toBe(404);
});

it('only lists where it was not allowed to change', async () => {
  const server = await start({ 'a/1/model.onnx': logistic([1]) });
  await server.ready;
  expect(await indexed(server.address)).toHaveLength(1);
  expect((await post(`${server.address}/v2/repository/models/a/unload`, {})).status).toBe(404);
  expect((await ask(server.address, 'a')).status).toBe(200);
  expect((await get(`${server.address}/v2`)).body).toMatchObject({
    extensions: expect.not.arrayContaining(['model_repository']),
  });
});
