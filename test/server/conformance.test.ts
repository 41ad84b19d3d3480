/**
 * Every answer in the form that the protocol's OpenAPI gives it. Its facts in our words, and stricter: no field that it
 * does not name. Source: kserve/open-inference-protocol, specification/protocol/open_inference_rest.yaml.
 */
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { DataType } from '../../scripts/onnx/builder.ts';
import { identity, logistic } from '../models/small.ts';
import { get, post, start } from './start.ts';

const text = { type: 'string' };
const list = (items: object) => ({ type: 'array', items });
/** All fields are required but those whose name ends with `?`. */
const object = (fields: Readonly<Record<string, object>>) => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(fields).map(([name, is]) => [name.replace('?', ''), is])),
  required: Object.keys(fields).filter((name) => !name.endsWith('?')),
  additionalProperties: false,
});
const values = list({ anyOf: [{ type: 'number' }, text, { type: 'boolean' }] });
const tensor = { name: text, datatype: text, shape: list({ type: 'integer' }) };
const parameters = { type: 'object' };

const SCHEMAS = {
  server: object({ name: text, version: text, extensions: list(text) }),
  model: object({
    ...{ name: text, platform: text, 'versions?': list(text) },
    ...{ 'inputs?': list(object(tensor)), 'outputs?': list(object(tensor)) },
  }),
  inference: object({
    ...{ model_name: text, 'model_version?': text, 'id?': text, 'parameters?': parameters },
    outputs: list(object({ ...tensor, 'parameters?': parameters, data: values })),
  }),
  error: object({ error: text }),
};
const ajv = new Ajv({ allErrors: true, strict: false });

const conforms = (kind: keyof typeof SCHEMAS, body: unknown) => {
  ajv.validate(SCHEMAS[kind], body);
  expect({ body, errors: ajv.errors }).toEqual({ body, errors: null });
};

it('answers in the form of the protocol’s OpenAPI', async () => {
  const server = await start({
    'click/1/model.onnx': logistic([1, 2]),
    'text/1/model.onnx': identity(DataType.STRING),
    'bits/1/model.onnx': identity(DataType.BOOL),
  });
  await server.ready;
  const at = (path: string) => `${server.address}/v2${path}`;
  for (const path of ['/health/live', '/health/ready', '/models/click/versions/1/ready'])
    expect((await get(at(path))).status).toBe(200);
  conforms('server', (await get(at('/'))).body);
  const asked: [string, string, string, unknown[]][] = [
    ['click', 'features', 'FP32', [1, 2]],
    ['text', 'x', 'BYTES', ['a']],
    ['bits', 'x', 'BOOL', [true]],
  ];
  for (const [model, name, datatype, data] of asked) {
    conforms('model', (await get(at(`/models/${model}/versions/1`))).body);
    const shape = model === 'click' ? [1, 2] : [1];
    const inputs = [{ name, datatype, shape, data }];
    const answer = await post(at(`/models/${model}/versions/1/infer`), { id: '42', inputs });
    expect(answer.status).toBe(200);
    conforms('inference', answer.body);
    const refused = await post(at(`/models/${model}/versions/1/infer`), { id: '42', inputs: [] });
    expect(refused.status).toBe(400);
    conforms('error', refused.body);
  }
});

it('would see a field too many, one that is missing, and one of another type', () => {
  const answer = { model_name: 'm', outputs: [{ name: 'y', datatype: 'FP32', shape: [1], data: [1] }] };
  conforms('inference', answer);
  for (const wrong of [
    { ...answer, seconds: 1 },
    { outputs: answer.outputs },
    { ...answer, outputs: [{ ...answer.outputs[0], shape: ['1'] }] },
  ])
    expect(() => conforms('inference', wrong)).toThrow();
});
