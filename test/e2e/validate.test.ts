import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import type { Validation } from '../../src/core/documents/validation.ts';
import { falling, random } from '../models/misbehaving.ts';
import { logistic } from '../models/small.ts';
import { linear } from '../models/zipmaps.ts';
import { temporaryFolder } from '../temporary.ts';
import { DIST, exampleCopy, run } from './run.ts';

const cli = join(DIST, 'cli.js');

interface Made {
  readonly models: Readonly<Record<string, Uint8Array>>;
  /** Of the one model, `m`, whose candidate is models/now.onnx. */
  readonly policy: object;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** A project of its own, gone after the test. */
function project({ models, policy, files = {} }: Made): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'models'));
  for (const [name, bytes] of Object.entries(models)) writeFileSync(join(folder, 'models', name), bytes);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const whole = { version: 1, models: { m: { candidate: 'models/now.onnx', ...policy } } };
  writeFileSync(join(folder, 'onnx-gate.yml'), stringify(whole));
  return folder;
}

async function gate(cwd: string, args: readonly string[] = ['validate', '--quiet']) {
  const ended = await run(cli, args, { cwd });
  const read = (): Validation => JSON.parse(readFileSync(join(cwd, '.onnx-gate/m/validation.json'), 'utf8'));
  return { ...ended, read, told: () => read().findings.map(({ check, severity }) => `${severity} ${check}`) };
}

const rows = ['a,b,y', ...Array.from({ length: 12 }, (_, i) => `${i},${(i * 7) % 12},${i % 2}`)].join('\n');
const holdout = { source: 'rows.csv', label: 'y' };
const files = { 'rows.csv': rows };

describe('onnx-gate validate, built, with `behaviour`', () => {
  it('fails a model that answers at random', async () => {
    const cwd = project({ models: { 'now.onnx': random() }, policy: { validate: { behaviour: true } } });
    const { code, stdout, told } = await gate(cwd);
    expect({ code, stdout }).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('The second time on the same inputs'),
    });
    expect(told()).toContain('error deterministic');
  });

  it('compares outputs with those of the baseline, on rows of the holdout', async () => {
    const cwd = project({
      models: { 'now.onnx': logistic([0.5, -0.25]), 'before.onnx': logistic([0.5, -0.25], 0.125) },
      policy: {
        baseline: 'models/before.onnx',
        holdout,
        inputs: { features: ['a', 'b'] },
        validate: { behaviour: true },
      },
      files,
    });
    const { code, stdout, read } = await gate(cwd);
    expect({ code, stdout: stdout.replaceAll(/\s+/g, ' ') }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Outputs on 12 rows of the holdout: `probability` differs in 100% of'),
    });
    const { outputs } = read().comparison!;
    expect(outputs).toMatchObject({ on: 'holdout', rows: 12, notes: [] });
    const logits = Array.from({ length: 12 }, (_, i) => 0.5 * i - 0.25 * ((i * 7) % 12));
    const apart = logits.map((logit) => 1 / (1 + Math.exp(-logit - 0.125)) - 1 / (1 + Math.exp(-logit)));
    const most = Math.max(...apart);
    expect(outputs!.list[0]!.absolute).toMatchObject({ row: apart.indexOf(most), index: 0 });
    expect(outputs!.list[0]!.absolute!.value).toBeCloseTo(most, 6);
  });

  it('compares on made-up inputs without a holdout, and says why it cannot', async () => {
    const models = { 'now.onnx': logistic([1, 2]), 'before.onnx': logistic([1, 2.5]) };
    const policy = { baseline: 'models/before.onnx', validate: { behaviour: true } };
    const alike = await gate(project({ models, policy }));
    expect(alike.read().comparison!.outputs).toMatchObject({ on: 'made up', rows: 8 });
    const other = await gate(project({ models: { ...models, 'before.onnx': logistic([1]) }, policy }));
    expect(other.read().comparison!.outputs).toMatchObject({
      list: [],
      notes: [expect.stringContaining('the baseline does not run.')],
    });
  });

  it('takes a model of one fixed batch size, and a holdout of few rows', async () => {
    const fixed = (bias: number) =>
      model({
        name: 'fixed',
        input: [value('a', DataType.FLOAT, [5, 1])],
        output: [value('p', DataType.FLOAT, [5, 1])],
        initializer: [tensor('bias', Float32Array.of(bias), [1])],
        node: [node('Add', ['a', 'bias'], ['p'])],
      });
    const cwd = project({
      models: { 'now.onnx': fixed(1), 'before.onnx': fixed(1.5) },
      policy: { baseline: 'models/before.onnx', holdout, validate: { behaviour: true } },
      files: { 'rows.csv': rows.split('\n').slice(0, 8).join('\n') },
    });
    const { read, told } = await gate(cwd);
    expect(told()).not.toContain('error run');
    expect(read().comparison!.outputs).toMatchObject({
      rows: 7,
      list: [{ differing: 1, absolute: { value: 0.5 } }],
    });
  });
});

it('draws a small model, and tells of its metadata', async () => {
  const drawn = model(
    {
      name: 'g',
      input: [value('x', DataType.FLOAT, ['n', 2])],
      output: [value('y', DataType.FLOAT, ['n', 2])],
      node: [node('Relu', ['x'], ['y'])],
    },
    { metadataProps: [{ key: 'trained', value: '2027-01-01' }], producerName: 'trainer' },
  );
  const cwd = project({ models: { 'now.onnx': drawn }, policy: {} });
  const { code, read } = await gate(cwd);
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, '.onnx-gate/m/graph.svg'), 'utf8')).toMatch(/^<svg.*Relu.*<\/svg>\s*$/s);
  expect(read().summary).toMatchObject({
    metadata: [{ key: 'trained', value: '2027-01-01' }],
    producer: { name: 'trainer' },
  });
});

describe('golden vectors', () => {
  /** A TensorProto of float32: dims, data_type and raw_data. */
  const proto = (data: number[], shape: [number, number]) => {
    const raw = new Uint8Array(Float32Array.from(data).buffer);
    return Uint8Array.of(8, shape[0], 8, shape[1], 16, 1, 74, raw.length, ...raw);
  };
  const set = (output: number[]) => ({
    'ml/golden/test_data_set_0/input_0.pb': proto([1, 2, 3, 4], [2, 2]),
    'ml/golden/test_data_set_0/output_0.pb': proto(output, [2, 1]),
  });

  it.each([
    [[0, 2], 0],
    [[0, 2.5], 1],
  ])('%j, in a folder beside the policy: exit code %i', async (output, expected) => {
    const cwd = project({ models: {}, policy: {}, files: set(output) });
    writeFileSync(join(cwd, 'ml/now.onnx'), falling());
    const policy = { version: 1, models: { m: { candidate: 'now.onnx', validate: { golden: 'golden' } } } };
    writeFileSync(join(cwd, 'ml/onnx-gate.yml'), stringify(policy));
    const { code, stdout } = await gate(cwd, ['validate', '--policy', 'ml/onnx-gate.yml', '--quiet']);
    expect(code).toBe(expected);
    if (expected === 1)
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain('is 2 at [1, 0] and should be 2.5 (off by 0.5;');
  });
});

describe('--target', () => {
  it('fails a model that is too new for it, over what the policy says', async () => {
    const cwd = project({
      models: { 'now.onnx': logistic([1]) },
      policy: { validate: { targets: ['triton'], preset: 'strict' } },
    });
    const { code, told } = await gate(cwd, ['validate', '--target', 'onnxruntime==1.10', '--quiet']);
    expect({ code, told: told() }).toEqual({
      code: 1,
      told: expect.arrayContaining(['error target-version']),
    });
    const alone = await run(cli, ['validate', 'models/now.onnx', '--target', 'onnxruntime==1.19'], { cwd });
    expect(alone.code).toBe(0);
  });

  it('that is none is a mistake', async () => {
    const cwd = exampleCopy();
    const args = ['validate', 'models/candidate.onnx', '--target', 'onnxruntime 1.19'];
    const { code, stdout, stderr } = await run(cli, args, { cwd });
    expect({ code, told: stdout + stderr }).toMatchObject({
      code: 2,
      told: expect.stringContaining('onnxruntime=='),
    });
  });
});

describe('`monotonic`', () => {
  const policy = (monotonic: object, more: object = {}) => ({
    holdout,
    inputs: { x: ['a', 'b'] },
    validate: { monotonic },
    ...more,
  });
  const models = { 'now.onnx': falling() };

  it('holds', async () => {
    const cwd = project({ models, files, policy: policy({ a: 'increasing', b: 'decreasing' }) });
    const { code, told } = await gate(cwd);
    expect({ code, told: told() }).toEqual({ code: 0, told: ['info missing-values'] });
  });

  it('is violated', async () => {
    const { code, stdout } = await gate(project({ models, files, policy: policy({ b: 'increasing' }) }));
    expect({ code, stdout: stdout.replaceAll(/\s+/g, ' ') }).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('The score must not go down with `b`, and does for 12 of 12 rows'),
    });
  });

  it('of what feeds no input is a mistake with its place', async () => {
    const { code, stderr, stdout } = await gate(
      project({ models, files, policy: policy({ a: 'increasing', prize: 'decreasing' }) }),
    );
    expect({ code, told: `${stdout}${stderr}` }).toMatchObject({
      code: 2,
      told: expect.stringMatching(/✗ onnx-gate\.yml:\d+:\d+: `monotonic` names `prize`/),
    });
  });

  it('of the label is a mistake before anything runs', async () => {
    const { code, stderr } = await gate(project({ models, files, policy: policy({ y: 'increasing' }) }));
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('is the label') });
  });
});

describe('`ignore`', () => {
  const unused = model({
    name: 'unused',
    input: [value('x', DataType.FLOAT, ['n', 1])],
    output: [value('y', DataType.FLOAT, ['n', 1])],
    initializer: [tensor('left over', Float32Array.of(1), [1])],
    node: [node('Relu', ['x'], ['y'])],
  });
  it.each([
    ['2099-12-31', 0, ['info unused-initializers']],
    ['2020-12-31', 1, ['error unused-initializers', 'warning ignore-expired']],
  ])('until %s', async (expires, expected, findings) => {
    const ignore = [{ check: 'unused-initializers', reason: 'the next export drops it', expires }];
    const cwd = project({
      models: { 'now.onnx': unused },
      policy: { validate: { preset: 'strict', ignore } },
    });
    const { code, told } = await gate(cwd);
    expect({ code, told: told() }).toEqual({ code: expected, told: findings });
  });
});

it('judges a classifier behind a ZipMap', async () => {
  const cwd = project({
    models: { 'now.onnx': linear([0n, 1n]) },
    policy: {
      holdout,
      inputs: { x: ['a', 'b'] },
      output: { name: 'scores', class: 1 },
      metrics: { auc: { min: 0 } },
      validate: { behaviour: true, monotonic: { a: 'increasing' } },
    },
    files,
  });
  const { code, stdout, told } = await gate(cwd, ['gate', '--quiet']);
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('auc') });
  expect(told()).toContain('info rewritten');
  // The report says so as well.
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('`scores` is a list of maps');
  const { metrics } = JSON.parse(readFileSync(join(cwd, '.onnx-gate/m/evaluation.json'), 'utf8'));
  expect(metrics[0]).toMatchObject({ metric: 'auc', n: 12 });
});

it('prints what ONNX Runtime said of a model that it refuses', async () => {
  const refused = model({
    name: 'refused',
    input: [value('x', DataType.FLOAT, ['n', 2])],
    output: [value('y', DataType.FLOAT, ['n', 2])],
    node: [node('NoSuchOperator', ['x'], ['y'])],
  });
  const { code, stdout, read } = await gate(project({ models: { 'now.onnx': refused }, policy: {} }));
  expect(code).toBe(1);
  const { details } = read().findings.find(({ check }) => check === 'load')!;
  expect(details).toContain('NoSuchOperator');
  expect(stdout).toContain(`│ ${details!.split('\n')[0]!.slice(0, 60)}`);
});
