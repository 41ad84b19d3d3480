import { describe, expect, test } from 'vitest';
import { DataType, type GraphInit, node, tensor, value } from '../../../../scripts/onnx/builder.ts';
import { comparison as comparisonSchema } from '../../../../src/core/documents/validation.ts';
import { compareModels, comparisonFindings } from '../../../../src/core/onnx/compare/compare.ts';
import { signatureChanges } from '../../../../src/core/onnx/compare/signature.ts';
import type { ValueFacts } from '../../../../src/core/onnx/summary/facts.ts';
import { comparedGraph } from '../facts.ts';

const facts = (name: string, type: string | null, ...shape: (number | string | null)[]): ValueFacts => ({
  name,
  type,
  shape,
});
const x = facts('x', 'float32', 'n', 3);
const y = facts('y', 'float32', 'n', 1);
type Sides = [inputs: ValueFacts[], outputs: ValueFacts[]];
const levels = (now: Sides, before: Sides) =>
  signatureChanges({ inputs: now[0], outputs: now[1] }, { inputs: before[0], outputs: before[1] }).map(
    ({ level, at }) => `${level} ${at}`,
  );
const z = facts('z', 'int64', 'n');

describe('signature', () => {
  test.each<[string, Sides, Sides, string[]]>([
    ['the same', [[x], [y]], [[x], [y]], []],
    ['another name of a dynamic dimension', [[facts('x', 'float32', 'batch', 3)], [y]], [[x], [y]], []],
    ['a renamed input', [[facts('X', 'float32', 'n', 3)], [y]], [[x], [y]], ['breaking x', 'breaking X']],
    ['a new input', [[x, z], [y]], [[x], [y]], ['breaking z']],
    ['an output gone', [[x], [y]], [[x], [y, z]], ['breaking z']],
    ['an output more', [[x], [y, z]], [[x], [y]], ['compatible z']],
    ['another order of inputs', [[z, x], [y]], [[x, z], [y]], ['warning z']],
    ['another type', [[facts('x', 'float64', 'n', 3)], [y]], [[x], [y]], ['breaking x']],
    ['no tensor any more', [[x], [facts('y', null)]], [[x], [y]], ['breaking y']],
    ['another rank', [[x], [facts('y', 'float32', 'n')]], [[x], [y]], ['breaking y']],
    ['another width', [[facts('x', 'float32', 'n', 4)], [y]], [[x], [y]], ['breaking x']],
    ['a frozen batch', [[facts('x', 'float32', 1, 3)], [y]], [[x], [y]], ['breaking x']],
    ['a batch set free', [[x], [y]], [[facts('x', 'float32', 1, 3)], [y]], ['compatible x']],
    ['an output that promises less', [[x], [y]], [[x], [facts('y', 'float32', 1, 1)]], ['warning y']],
    ['a shape no longer declared', [[{ ...x, shape: null }], [y]], [[x], [y]], ['compatible x']],
  ])('%s', (_, now, before, expected) => expect(levels(now, before)).toEqual(expected));
});

const graph = (width: number, fill: number, more: GraphInit = {}): GraphInit => ({
  name: 'g',
  input: [value('x', DataType.FLOAT, ['n', 3])],
  output: [value('y', DataType.FLOAT, ['n', 1])],
  initializer: [
    tensor('w', new Float32Array(3 * width).fill(fill), [3, width]),
    tensor('v', new Float32Array(width).fill(1), [width, 1]),
  ],
  node: [node('MatMul', ['x', 'w'], ['h']), node('MatMul', ['h', 'v'], ['y'])],
  ...more,
});

test('keeps the baseline’s graph for drawing', async () => {
  const [now, before] = [
    await comparedGraph(graph(4, 0.5, { node: [node('MatMul', ['x', 'w'], ['y'])] })),
    await comparedGraph(graph(4, 0.5)),
  ];
  const { baselineDrawing } = await compareModels(now, before);
  expect(baselineDrawing).toEqual(before.summary.drawing);
  expect(baselineDrawing!.nodes.map(({ label }) => label)).toEqual(['x', 'MatMul', 'MatMul', 'y']);
});

test('retrained: one weight changed, all else the same', async () => {
  const [now, before] = [await comparedGraph(graph(4, 0.5)), await comparedGraph(graph(4, 0.25))];
  const found = await compareModels(now, before);
  expect(found).toMatchObject({
    compatibility: 'compatible',
    signature: [],
    weights: {
      added: 0,
      removed: 0,
      changed: 1,
      same: 1,
      unread: 0,
      list: [{ name: 'w', candidate: 'float32[3,4]', baseline: 'float32[3,4]' }],
    },
    sentences: ['The signature is the same.', 'Weights: 1 changed, 1 the same.'],
  });
  expect(comparisonFindings(found)).toEqual([]);
});

test('grown: shapes, operators, opset and producer', async () => {
  const added = graph(8, 0.5, {
    node: [node('MatMul', ['x', 'w'], ['h']), node('Relu', ['h'], ['r']), node('MatMul', ['r', 'v'], ['y'])],
  });
  const now = await comparedGraph(added, {
    opsetImport: [{ domain: '', version: 21n }],
    producerName: 'pytorch',
  });
  const found = await compareModels(now, await comparedGraph(graph(4, 0.5)));
  expect(comparisonSchema.safeParse(found).error).toBeUndefined();
  expect(found.operators).toEqual([{ operator: 'Relu', candidate: 1, baseline: 0 }]);
  expect(found.sentences).toEqual([
    'The signature is the same.',
    'Weights: 2 changed, 0 the same.',
    'Operators: `Relu` 0 → 1.',
    'Parameters: 16 → 32 (+100%).',
    'Multiply-adds a row: 16 → 32 (+100%).',
    expect.stringMatching(/^Bytes: /),
    'Opsets: `ai.onnx` 17 → 21.',
    'Producer: `onnx-gate` → `pytorch`.',
  ]);
});

test('float_data and raw_data with the same numbers are the same weight', async () => {
  const packed = graph(4, 0.5, {
    initializer: [
      {
        name: 'w',
        dims: [3n, 4n],
        dataType: DataType.FLOAT,
        floatData: Array.from({ length: 12 }, () => 0.5),
      },
      tensor('v', new Float32Array(4).fill(1), [4, 1]),
    ],
  });
  const found = await compareModels(await comparedGraph(packed), await comparedGraph(graph(4, 0.5)));
  expect(found.weights).toMatchObject({ changed: 0, same: 2, unread: 0 });
});

test('weights larger than a chunk are read to the end', async () => {
  const large = (last: number) => {
    const data = new Float32Array(600_000).fill(1);
    data[599_999] = last;
    return comparedGraph({ name: 'g', initializer: [tensor('w', data, [600_000])] });
  };
  expect((await compareModels(await large(1), await large(1))).weights).toMatchObject({ same: 1 });
  expect((await compareModels(await large(1), await large(2))).weights).toMatchObject({ changed: 1 });
});

test('trees are compared by their lists', async () => {
  const forest = (last: number) => {
    const tree = node('TreeEnsembleRegressor', ['x'], ['y'], {
      nodes_values: Array.from({ length: 20 }, (_, i) => (i === 19 ? last : i)),
    });
    return comparedGraph(graph(4, 1, { node: [{ ...tree, domain: 'ai.onnx.ml' }] }));
  };
  expect((await compareModels(await forest(1), await forest(1))).weights).toMatchObject({
    changed: 0,
    same: 3,
  });
  expect((await compareModels(await forest(1), await forest(2))).weights.list[0]).toMatchObject({
    name: 'TreeEnsembleRegressor_y.nodes_values',
  });
});

test('a breaking change is an error and says what to do', async () => {
  const renamed = graph(4, 0.5, {
    input: [value('features', DataType.FLOAT, ['n', 3])],
    node: [node('MatMul', ['features', 'w'], ['h']), node('MatMul', ['h', 'v'], ['y'])],
  });
  const found = await compareModels(await comparedGraph(renamed), await comparedGraph(graph(4, 0.5)));
  expect(found.compatibility).toBe('breaking');
  expect(comparisonFindings(found)).toMatchObject([
    { check: 'signature-breaking', severity: 'error', at: 'x' },
    {
      check: 'signature-breaking',
      severity: 'error',
      at: 'features',
      message: 'The input `features` is new: callers do not send it.',
    },
  ]);
});

test('weights beside both models go by their fingerprints', async () => {
  const beside = (length: bigint) =>
    comparedGraph({
      name: 'g',
      initializer: [
        {
          name: 'w',
          dims: [length],
          dataType: DataType.FLOAT,
          dataLocation: 1,
          externalData: [{ key: 'location', value: 'w.bin' }],
        },
      ],
    });
  const weights = async (now: string | null, before: string | null, length = 2n) => {
    const [candidate, baseline] = await Promise.all([beside(2n), beside(length)]);
    const prints = (print: string | null) => new Map(print === null ? [] : [['w', print]]);
    const { same, changed, unread } = (
      await compareModels(
        { ...candidate, fingerprints: prints(now) },
        { ...baseline, fingerprints: prints(before) },
      )
    ).weights;
    return { same, changed, unread };
  };
  expect(await weights('a', 'a')).toEqual({ same: 1, changed: 0, unread: 0 });
  expect(await weights('a', 'b')).toEqual({ same: 0, changed: 1, unread: 0 });
  expect(await weights('a', null)).toEqual({ same: 0, changed: 0, unread: 1 });
  expect(await weights('a', 'a', 3n)).toEqual({ same: 0, changed: 1, unread: 0 });
});
