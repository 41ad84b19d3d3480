import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { DataType, type GraphInit, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import { limits } from '../adapters/onnxruntime/open.ts';
import { validated } from './validated.ts';

const linear = (input = 'x', more: GraphInit = {}): GraphInit => ({
  name: 'linear',
  input: [value(input, DataType.FLOAT, ['n', 3])],
  output: [value('y', DataType.FLOAT, ['n', 1])],
  initializer: [tensor('w', Float32Array.of(1, 2, 3), [3, 1])],
  node: [node('MatMul', [input, 'w'], ['y'])],
  ...more,
});

test('a sound model passes: summary, oldest runtime, no findings', async () => {
  const { status, summary, minimumRuntime, comparison, told } = await validated(model(linear()));
  expect({ status, comparison, told }).toEqual({ status: 'pass', comparison: null, told: [] });
  expect(summary).toMatchObject({ parameters: 3, multiplyAdds: 3, nodes: 1 });
  expect(minimumRuntime).toEqual({ name: 'ONNX Runtime', version: '1.12', reason: 'opset 17' });
});

test('files beside the model are in the document by digest', async () => {
  const outside = linear('x', {
    initializer: [
      {
        name: 'w',
        dims: [3n, 1n],
        dataType: DataType.FLOAT,
        dataLocation: 1,
        externalData: [{ key: 'location', value: 'weights.bin' }],
      },
    ],
  });
  const weights = new Uint8Array(Float32Array.of(1, 2, 3).buffer);
  const { status, candidate, external, told } = await validated(
    model(outside),
    null,
    {},
    { 'weights.bin': weights },
  );
  const digest = `sha256:${createHash('sha256').update(weights).digest('hex')}`;
  expect({ status, told, external }).toEqual({
    status: 'pass',
    told: [],
    external: [{ location: 'weights.bin', bytes: 12, digest }],
  });
  const line = `${digest.slice('sha256:'.length)}  weights.bin\n`;
  expect(candidate.external).toEqual({
    files: 1,
    bytes: 12,
    digest: `sha256:${createHash('sha256').update(line).digest('hex')}`,
  });
  const baseline = model({ ...outside, name: 'another' });
  const { comparison } = await validated(model(outside), baseline, {}, { 'weights.bin': weights });
  expect(comparison?.weights).toMatchObject({ same: 1, changed: 0, unread: 0 });
});

test('a renamed input fails, unless the policy says that callers know', async () => {
  const [now, before] = [model(linear('features')), model(linear())];
  const strict = await validated(now, before);
  expect(strict.status).toBe('fail');
  expect(strict.told).toEqual(['error signature-breaking', 'error signature-breaking']);
  expect(strict.comparison?.compatibility).toBe('breaking');
  const known = await validated(now, before, { checks: { 'signature-breaking': 'warn' } });
  expect(known).toMatchObject({
    status: 'pass',
    told: ['warning signature-breaking', 'warning signature-breaking'],
  });
});

test('inputs in another order are a warning', async () => {
  const pair = (...names: string[]) =>
    model({
      name: 'pair',
      input: names.map((name) => value(name, DataType.FLOAT, ['n', 3])),
      output: [value('y', DataType.FLOAT, ['n', 3])],
      node: [node('Add', ['a', 'b'], ['y'])],
    });
  expect(await validated(pair('b', 'a'), pair('a', 'b'))).toMatchObject({
    status: 'pass',
    told: ['warning signature-changed'],
  });
  expect((await validated(pair('b', 'a'), pair('b', 'a', 'c'))).told).not.toContain(
    'warning signature-changed',
  );
});

test('a target that is too old fails', async () => {
  const { status, told } = await validated(model(linear()), null, {
    targets: ['onnxruntime==1.11', 'triton'],
  });
  expect({ status, told }).toEqual({
    status: 'fail',
    told: ['error target-version', 'info target-security'],
  });
});

test('a warning is an error in the strict preset, and may be ignored for a time', async () => {
  const unused = model(
    linear('x', {
      initializer: [
        tensor('w', Float32Array.of(1, 2, 3), [3, 1]),
        tensor('left over', Float32Array.of(1), [1]),
      ],
    }),
  );
  const check = 'unused-initializers';
  expect(await validated(unused)).toMatchObject({ status: 'pass', told: [`warning ${check}`] });
  expect(await validated(unused, null, { preset: 'strict' })).toMatchObject({
    status: 'fail',
    told: [`error ${check}`],
  });
  const ignore = [{ check, reason: 'the next export drops it', expires: '2027-01-31' }];
  expect(await validated(unused, null, { preset: 'strict', ignore })).toMatchObject({
    status: 'pass',
    told: [`info ${check}`],
  });
});

test('functions that unfold into millions of nodes are told of and not loaded', async () => {
  const functions = Array.from({ length: 24 }, (_, i) => ({
    name: `f${i}`,
    domain: 'local',
    input: ['x'],
    output: ['y'],
    opsetImport: [
      { domain: '', version: 17n },
      { domain: 'local', version: 1n },
    ],
    node: [0, 1].map((part) => {
      const [from, to] = part === 0 ? ['x', 'h'] : ['h', 'y'];
      return i === 23
        ? node('Relu', [from!], [to!])
        : { ...node(`f${i + 1}`, [from!], [to!]), domain: 'local' };
    }),
  }));
  const bomb = model(
    linear('x', { node: [{ ...node('f0', ['x'], ['y']), domain: 'local' }], initializer: [] }),
    {
      opsetImport: [
        { domain: '', version: 17n },
        { domain: 'local', version: 1n },
      ],
      functions,
    },
  );
  const { status, told } = await validated(bomb, null, { preset: 'default' });
  expect(status).toBe('fail');
  expect(told).toContain('error function-expansion');
  expect(told).toContain('info not-loaded');
  expect(told).not.toContain('error timeout');
});

test('a model that must not be loaded is judged by its file alone', async () => {
  const unknown = model(linear('x', { node: [node('NoSuchOperator', ['x', 'w'], ['y'])] }));
  expect((await validated(unknown)).told).toContain('error load');
  const { status, told, findings } = await validated(unknown, null, { load: false });
  expect({ status, told }).toEqual({ status: 'pass', told: ['info not-loaded'] });
  expect(findings[0]!.message).toContain('as the policy says (`load: false`)');
});

test('a model of very many nodes says what it waits for, and how to wait longer', async () => {
  const nodes = Array.from({ length: 20_001 }, (_, i) =>
    node('Relu', [`x${i}`], [i === 20_000 ? 'y' : `x${i + 1}`]),
  );
  const long = model(linear('x0', { node: nodes, initializer: [] }));
  const { status, findings, reported } = await validated(long, null, {}, {}, { ...limits, seconds: 1 });
  expect(status).toBe('fail');
  expect(reported).toEqual([
    expect.stringMatching(/has 20,001 nodes, which .* may take minutes to load; it is stopped after 1 s$/),
  ]);
  expect(findings).toMatchObject([
    {
      check: 'timeout',
      message: expect.stringContaining('did not finish loading'),
      fix: expect.stringMatching(/limits: \{ seconds: 900 \}.*validate: \{ load: false \}/),
    },
  ]);
});

test('half a file fails with the reason, and is not loaded', async () => {
  const whole = model(linear());
  const { status, summary, told } = await validated(whole.slice(0, whole.length - 20));
  expect({ status, summary }).toEqual({ status: 'fail', summary: null });
  expect(told).toEqual(['error file-truncated', 'info not-loaded']);
});

test('a baseline that cannot be read is not compared with', async () => {
  const whole = model(linear());
  const { status, comparison } = await validated(whole, whole.slice(0, whole.length - 20));
  expect({ status, comparison }).toEqual({ status: 'pass', comparison: null });
});
