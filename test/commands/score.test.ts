import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import { runScore, type ScoreInputs } from '../../src/commands/score.ts';
import { fault } from '../../src/core/errors.ts';
import type { ModelRunner, ModelSession, Signature, Tables, Tensor } from '../../src/ports.ts';
import { column, faultsOf, put, readAll, root, sql, tables } from '../adapters/duckdb/helpers.ts';
import { identity, logistic, sumAndProduct } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';

const runner = createModelRunner({
  child: join(root, 'src/adapters/onnxruntime/child.ts'),
  natives: async () => root,
});

type Given = Partial<Omit<ScoreInputs, 'holdout'>> & {
  folder: string;
  source: ScoreInputs['holdout']['source'];
  label?: string;
  group?: string;
  weight?: string;
};

/** Runs with defaults and gives back the scores, and what progress said. */
async function score({ folder, source, label = 'label', group, weight, ...given }: Given, ports = {}) {
  const said: string[] = [];
  const inputs = {
    candidate: join(folder, 'candidate.onnx'),
    baseline: null,
    inputs: 'auto' as const,
    output: { activation: 'none' as const },
    batchRows: 4096,
    limits: { seconds: 60, memory: 2 ** 30 },
    out: join(folder, 'out/scores.parquet'),
    ...given,
    holdout: { source, label, group, weight },
  };
  const progress = { report: (message: string) => said.push(message) };
  const clock = { now: () => new Date(0) };
  const done = await runScore(inputs, { runner, tables, progress, clock, ...ports });
  const scores = await tables.readScores(
    { files: [done.path] },
    {
      label: 'label',
      candidate: 'candidate',
      baseline: inputs.baseline === null ? null : 'baseline',
      weight: weight === undefined ? null : 'weight',
      group: group === undefined ? null : 'group',
    },
  );
  return { ...done, scores, said };
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

test('two models over one holdout: every score is the model’s, in the order of the rows', async () => {
  const folder = temporaryFolder();
  const holdout = join(folder, 'holdout.parquet');
  await sql(
    `COPY (SELECT i / 5000 AS a, -i / 9000 AS b, i % 2 AS label, 1 + i % 3 AS w, 'u' || i % 10 AS u
     FROM range(10001) t(i)) TO '${holdout}' (FORMAT parquet)`,
  );
  put(folder, 'candidate.onnx', logistic([2, 1], 0.5));
  const baseline = put(folder, 'baseline.onnx', logistic([1, -1]));
  const { rows, scores, said } = await score({
    folder,
    baseline,
    source: { files: [holdout] },
    weight: 'w',
    group: 'u',
    inputs: { features: ['a', 'b'] },
  });
  expect(rows).toBe(10_001);
  expect(said.at(-1)).toBe('Scored 10001 of 10001 rows in 0.0 s, in batches of 4096.');
  for (const i of [0, 1, 4095, 4096, 8192, 10_000]) {
    const [a, b] = [i / 5000, -i / 9000];
    expect(scores.candidate[i]).toBeCloseTo(sigmoid(2 * a + b + 0.5), 6);
    expect(scores.baseline![i]).toBeCloseTo(sigmoid(a - b), 6);
    expect([scores.label[i], scores.weight![i], scores.group!.code[i]]).toEqual([i % 2, 1 + (i % 3), i % 10]);
  }
});

test('a fixed batch gives the scores of a free one, the last rows included', async () => {
  const folder = temporaryFolder();
  const holdout = put(
    folder,
    'h.csv',
    `x,label\n${Array.from({ length: 103 }, (_, i) => `${i / 7},${i % 2}`).join('\n')}\n`,
  );
  put(folder, 'candidate.onnx', identity(DataType.FLOAT, [32, 1]));
  const baseline = put(folder, 'baseline.onnx', identity(DataType.FLOAT, ['n']));
  const { scores } = await score({ folder, baseline, source: { files: [holdout] }, batchRows: 50 });
  expect(scores.candidate).toEqual(scores.baseline);
  expect(scores.candidate[102]).toBe(Math.fround(102 / 7));
});

test.each([
  ['float64', DataType.DOUBLE],
  ['float16', DataType.FLOAT16],
] as const)('%s goes in and comes out', async (_, type) => {
  const folder = temporaryFolder();
  const holdout = put(folder, 'h.csv', 'x,label\n0.5,0\n-2,1\n');
  put(folder, 'candidate.onnx', identity(type, ['n', 1]));
  const { scores } = await score({ folder, source: { files: [holdout] } });
  expect([...scores.candidate]).toEqual([0.5, -2]);
});

test('one of several outputs, an activation, an expression and a filled gap', async () => {
  const folder = temporaryFolder();
  const holdout = put(folder, 'h.csv', 'a,c,label\n1,10,0\n,30,1\n');
  put(folder, 'candidate.onnx', sumAndProduct());
  const { scores } = await score({
    folder,
    source: { files: [holdout] },
    inputs: { a: { columns: ['a'], missing: -1 }, b: { sql: 'c / 10' } },
    output: { name: 'product', activation: 'sigmoid' },
  });
  expect(scores.candidate[0]).toBeCloseTo(sigmoid(1), 12);
  expect(scores.candidate[1]).toBeCloseTo(sigmoid(-3), 12);
});

test('a column that was guessed is told', async () => {
  const folder = temporaryFolder();
  put(folder, 'candidate.onnx', identity(DataType.FLOAT));
  const source = { files: [put(folder, 'h.csv', 'X,label\n1,0\n')] };
  const { said } = await score({ folder, source });
  expect(said).toEqual([
    'Input `x` is fed from the column `X`.',
    'Scored 1 of 1 rows in 0.0 s, in batches of 4096.',
  ]);
});

describe('what is wrong is told at once, and leaves nothing behind', () => {
  const bad = async (content: string, given: Partial<Given> = {}, model = identity(DataType.FLOAT)) => {
    const folder = temporaryFolder();
    put(folder, 'candidate.onnx', model);
    const source = { files: [put(folder, 'h.csv', content)] };
    const faults = await faultsOf(score({ folder, source, ...given }));
    expect(readdirSync(folder).sort()).toEqual(['candidate.onnx', 'h.csv']);
    return faults.map(({ code, message }) => `${code}: ${message}`);
  };

  test('columns of the roles and of the model', async () => {
    expect(await bad('z,lable\n1,0\n', { group: 'user' })).toEqual([
      'column-missing: The label column `label` is not in the holdout.',
      'column-missing: The group column `user` is not in the holdout.',
      'column-missing: Input `x` has no column of its name in the holdout.',
    ]);
  });

  test('a label that is text', async () => {
    expect(await bad('x,label\n1,0\n2,bought\n')).toEqual([
      'column-type: Column `label` holds `bought` in row 2, where a number is wanted.',
    ]);
  });

  test('gaps in label, weight and group', async () => {
    const content = 'x,label,w,g\n1,0,1,a\n2,,1,a\n3,1,,\n';
    expect(await bad(content, { weight: 'w', group: 'g' })).toEqual([
      'value-missing: The label column `label` has no value in row 2.',
      'value-missing: The weight column `w` has no value in row 3.',
      'value-missing: The group column `g` has no value in row 3.',
    ]);
  });

  test('NaN and a gap in a feature, each in its batch', async () => {
    const words = (row: number) =>
      `value-missing: Column \`x\` has no value in row ${row}, and input \`x\` needs one.`;
    expect(await bad('x,label\n1,0\nNaN,1\n', { batchRows: 1 })).toEqual([words(2)]);
    expect(await bad('x,label\n1,0\n2,1\n,1\n')).toEqual([words(3)]);
  });

  test('a fraction for an integer input', async () => {
    expect(await bad('x,label\n1,0\n1.5,1\n', {}, identity(DataType.INT64))).toContainEqual(
      expect.stringContaining('labels and not scores'),
    );
    expect(await bad('a,b,label\n1,1.5,0\n', { inputs: { x: 'b' } }, toFloat(DataType.INT64))).toEqual([
      'column-type: Column `b` holds `1.5` in row 1, where a whole number is wanted.',
    ]);
    expect(await bad('x,label\n300,0\n', {}, toFloat(DataType.UINT8))).toEqual([
      'column-type: Column `x` holds 300 in row 1, which input `x` of type uint8 (0 to 255) cannot take.',
    ]);
  });

  test('a holdout and models that are not there', async () => {
    const folder = temporaryFolder();
    const source = { files: [join(folder, 'h.csv')] };
    const faults = await faultsOf(score({ folder, source, baseline: join(folder, 'baseline.onnx') }));
    expect(faults.map(({ message }) => message)).toEqual([
      expect.stringContaining(`There is no file ${folder}/h.csv.`),
      expect.stringContaining(`The candidate: There is no file ${folder}/candidate.onnx.`),
      expect.stringContaining(`The baseline: There is no file ${folder}/baseline.onnx.`),
    ]);
  });
});

/** `x` [n] of `type` → `y` [n] of float. */
function toFloat(type: DataType): Uint8Array {
  return model({
    name: 'to-float',
    input: [value('x', type, ['n'])],
    output: [value('y', DataType.FLOAT, ['n'])],
    node: [node('Cast', ['x'], ['y'], { to: BigInt(DataType.FLOAT) })],
  });
}

describe('with ports of our own', () => {
  const signature: Signature = {
    inputs: [{ name: 'x', type: 'float32', shape: ['n'] }],
    outputs: [{ name: 'y', type: 'float32', shape: ['n'] }],
  };

  /** A runner whose sessions double `x`, or fail at the batch with the given first value. */
  function doubling(failAt = Number.NaN) {
    const open = new Set<string>();
    const runs: number[] = [];
    const session = (path: string): ModelSession => ({
      signature,
      reopen: async () => signature,
      async run(feeds) {
        const x = feeds.get('x')!.data as Float32Array;
        runs.push(x.length);
        if (x[0] === failAt) throw fault('model-crashed', `${path} crashed.`);
        const y: Tensor = { type: 'float32', data: x.map((each) => 2 * each), shape: [x.length] };
        return new Map([['y', y]]);
      },
      async [Symbol.asyncDispose]() {
        open.delete(path);
      },
    });
    const runner: Pick<ModelRunner, 'open'> = {
      async open(path) {
        if (path.includes('absent')) throw fault('file-missing', `There is no file ${path}.`);
        open.add(path);
        return session(path);
      },
    };
    return { runner, open, runs };
  }

  const given = (folder: string) => ({
    folder,
    source: { files: [put(folder, 'h.csv', 'x,label\n1,0\n2,1\n3,0\n')] },
    baseline: 'baseline',
    batchRows: 2,
  });

  test('batches have the size asked for, and both sessions are closed', async () => {
    const { runner, open, runs } = doubling();
    const { scores } = await score(given(temporaryFolder()), { runner });
    expect([...scores.candidate]).toEqual([2, 4, 6]);
    expect(runs).toEqual([2, 1, 2, 1]);
    expect([...open]).toEqual([]);
  });

  test.each([
    ['dynamic', 'n'],
    ['fixed to 300 rows', 300],
  ])('every row is in the batch that it always is in, with workers and in shards: %s', async (_, size) => {
    // The score tells the first row of the call and, where it is not filled up, how many were in it.
    const shape = [size];
    const batched: Pick<ModelRunner, 'open'> = {
      open: async () => ({
        signature: { inputs: [{ ...signature.inputs[0]!, shape }], outputs: signature.outputs },
        reopen: async () => signature,
        async run(feeds) {
          const x = (feeds.get('x')!.data as Float32Array).slice();
          await Promise.resolve();
          const y = x.map(() => x[0]! + x.length / 1024);
          return new Map([['y', { type: 'float32', data: y, shape: [x.length] }]]);
        },
        async [Symbol.asyncDispose]() {},
      }),
    };
    const query = 'SELECT i AS x, 1 AS label FROM range(9500) t(i)';
    const run = (more: object) =>
      score({ folder: temporaryFolder(), source: { query }, batchRows: 700, ...more }, { runner: batched });
    const { scores } = await run({});
    const call = typeof size === 'number' ? size : 700;
    const wanted = Array.from({ length: 9500 }, (_, row) => {
      const batch = row - (row % 700);
      const first = batch + Math.floor((row - batch) / call) * call;
      const rows = typeof size === 'number' ? size : Math.min(700, 9500 - first);
      return first + rows / 1024;
    });
    expect([...scores.candidate]).toEqual(wanted);
    expect([...(await run({ workers: 3 })).scores.candidate]).toEqual(wanted);
    const shards = [];
    for (const index of [1, 2, 3]) shards.push(await run({ shard: { index, of: 3 } }));
    expect(shards.flatMap((each) => [...each.scores.candidate])).toEqual(wanted);
  });

  test('scores that are no probabilities end the run at once where a metric needs them, and are told where none does', async () => {
    const { runner, runs } = doubling();
    const all = { ...given(temporaryFolder()), batchRows: 1 };
    const scale = { probabilities: true, neededBy: ['logloss'] };
    const faults = await faultsOf(score({ ...all, scale }, { runner }));
    expect(faults).toEqual([
      {
        code: 'score-invalid',
        message: "The candidate's score in row 1 is 2, but logloss needs probabilities from 0 to 1.",
        fix: 'If the model gives logits, write `output: { activation: sigmoid }`; `auc` takes any score.',
      },
      expect.objectContaining({
        message: "The baseline's score in row 1 is 2, but logloss needs probabilities from 0 to 1.",
      }),
    ]);
    expect(runs.length).toBeGreaterThan(0);
    const { said } = await score({ ...all, scale: { ...scale, neededBy: [] } }, { runner });
    expect(said.slice(-2)).toEqual([
      "The candidate's score in row 1 is 2, and 3 rows in all hold no probabilities. If the model gives logits, write `output: { activation: sigmoid }`.",
      "The baseline's score in row 1 is 2, and 3 rows in all hold no probabilities. If the model gives logits, write `output: { activation: sigmoid }`.",
    ]);
  });

  test('when both crash midway both are told, all is closed and nothing is written', async () => {
    const folder = temporaryFolder();
    const { runner, open } = doubling(3);
    const faults = await faultsOf(score({ ...given(folder), candidate: 'candidate' }, { runner }));
    expect(faults.map(({ message }) => message)).toEqual([
      'The candidate: candidate crashed.',
      'The baseline: baseline crashed.',
    ]);
    expect([...open]).toEqual([]);
    expect(readdirSync(folder)).toEqual(['h.csv']);
  });

  test('when one model does not open, the other and the table are closed', async () => {
    const { runner, open } = doubling();
    let closed = 0;
    const counting: Pick<Tables, 'open'> = {
      async open(source) {
        const table = await tables.open(source);
        return {
          ...table,
          async [Symbol.asyncDispose]() {
            closed++;
            await table[Symbol.asyncDispose]();
          },
        };
      },
    };
    const all = { ...given(temporaryFolder()), baseline: 'absent' };
    const faults = await faultsOf(score(all, { runner, tables: { ...tables, ...counting } }));
    expect(faults.map(({ message }) => message)).toEqual(['The baseline: There is no file absent.']);
    expect([...open]).toEqual([]);
    expect(closed).toBe(1);
  });
});

const realworld = resolve(root, '../shared/realworld');
const FEATURES =
  'Administrative Administrative_Duration Informational Informational_Duration ProductRelated ProductRelated_Duration BounceRates ExitRates PageValues SpecialDay month_idx OperatingSystems Browser Region TrafficType visitor_idx weekend_idx'.split(
    ' ',
  );

const DENSE = ['log_step', 'price', 'price_ratio', 'log_pop', 'co_last', 'co_prev'];

describe.skipIf(!existsSync(realworld))('real models give the scores of the libraries they come from', () => {
  test.each<[string, string, ScoreInputs['inputs'], ScoreInputs['output']['activation'], string?]>([
    ['shoppers.parquet', 'shopper_mlp_base', { features: FEATURES }, 'none'],
    ['shoppers.csv', 'shopper_mlp_base', { features: FEATURES }, 'none'],
    ['shoppers.parquet', 'shopper_mlp_wide', { features: FEATURES }, 'none'],
    ['shoppers.parquet', 'shopper_mlp_wide_logits', { features: FEATURES }, 'sigmoid', 'shopper_mlp_wide'],
    ['shoppers.parquet', 'shopper_mlp_base_static32', { features: FEATURES }, 'none', 'shopper_mlp_base'],
    ['shoppers.parquet', 'shopper_gbdt', { features: FEATURES }, 'none'],
    ['shoppers.csv', 'shopper_lr', 'auto', 'none'],
    ['shoppers.parquet', 'shopper_lr', 'auto', 'none'],
    ['eshop_impressions.parquet', 'eshop_deepfm', { dense: DENSE }, 'none'],
  ])('%s: %s', async (holdout, name, inputs, activation, reference = name) => {
    const [task] = holdout.split('.');
    const { scores } = await score({
      folder: temporaryFolder(),
      candidate: join(realworld, 'models', `${name}.onnx`),
      source: { files: [join(realworld, 'holdout', holdout)] },
      label: task === 'shoppers' ? 'label' : 'clicked',
      inputs,
      output: { activation },
    });
    await using table = await tables.open({ files: [join(realworld, 'scores', `${task}.parquet`)] });
    const [expected] = await readAll(table, [column(reference, 'float64')]);
    expect(scores.candidate.length).toBe(expected!.length);
    const largest = scores.candidate.reduce((most, value, i) => {
      return Math.max(most, Math.abs(value - (expected![i] as number)));
    }, 0);
    expect(largest).toBeLessThan(1e-6);
  });

  test('a model in float16 comes close, one with ZipMap says how to export it, one of NaN gives NaN', async () => {
    const given = (name: string) => ({
      folder: temporaryFolder(),
      candidate: join(realworld, 'models', `${name}.onnx`),
      source: { files: [join(realworld, 'holdout/shoppers.parquet')] },
      inputs: name.includes('lr') ? ('auto' as const) : { features: FEATURES },
    });
    const half = await score(given('shopper_mlp_base_fp16io'));
    const full = await score(given('shopper_mlp_base'));
    const largest = Math.max(
      ...half.scores.candidate.map((value, i) => Math.abs(value - full.scores.candidate[i]!)),
    );
    expect(largest).toBeGreaterThan(0);
    expect(largest).toBeLessThan(0.02);
    const [fault] = await faultsOf(score(given('shopper_lr_zipmap')));
    expect(fault!.message).toMatch(/ZipMap/);
    const nan = await score(given('shopper_mlp_base_nan'));
    expect(nan.scores.candidate.every(Number.isNaN)).toBe(true);
  });
});

/** Sums `history` [n, length] where `mask` is 1, times `scale`. */
function maskedSum(length: number | string): Uint8Array {
  return model({
    name: 'masked-sum',
    input: [
      value('history', DataType.FLOAT, ['n', length]),
      value('mask', DataType.FLOAT, ['n', length]),
      value('scale', DataType.FLOAT, []),
    ],
    output: [value('y', DataType.FLOAT, ['n'])],
    node: [
      node('Mul', ['history', 'mask'], ['kept']),
      node('ReduceMax', ['kept'], ['most'], { axes: [1n], keepdims: 0n }),
      node('Mul', ['most', 'scale'], ['y']),
    ],
  });
}

test.each([
  ['end', 3, [20, 60, 50]],
  ['start', 3, [20, 80, 50]],
  [undefined, 'length', [20, 80, 50]],
] as const)(
  'lists are filled up and cut (%s), their mask goes with them, a scalar is constant',
  async (truncate, length, wanted) => {
    const folder = temporaryFolder();
    const holdout = join(folder, 'h.parquet');
    await sql(
      `COPY (SELECT * FROM (VALUES (0, [1, 2], 0), (1, [3, 4, 6, 7, 8], 1), (2, [5], 0)) t(i, h, label) ORDER BY i)
     TO '${holdout}' (FORMAT parquet)`,
    );
    put(folder, 'candidate.onnx', maskedSum(length));
    const { scores } = await score({
      folder,
      source: { files: [holdout] },
      inputs: {
        history: { list: 'h', pad: 99, truncate, missing: 'fail' },
        mask: { mask: 'history' },
        scale: { value: 10 },
      },
    });
    expect([...scores.candidate]).toEqual(wanted);
  },
);

test('a matrix a row: lists in lists, arrays, and flat lists of all its values', async () => {
  const folder = temporaryFolder();
  const holdout = join(folder, 'h.parquet');
  await sql(
    `COPY (SELECT i AS label, [[i, 2], [3, 4], [5, 6]] AS nested, [[i, 2], [3, 4], [5, 6]]::DOUBLE[2][3] AS fixed,
       [i, 2, 3, 4, 5, 6]::FLOAT[6] AS flat FROM range(2) t(i)) TO '${holdout}' (FORMAT parquet)`,
  );
  put(
    folder,
    'candidate.onnx',
    model({
      name: 'weighted',
      input: [value('x', DataType.FLOAT, ['n', 3, 2])],
      output: [value('y', DataType.FLOAT, ['n'])],
      initializer: [tensor('w', Float32Array.of(100_000, 10_000, 1000, 100, 10, 1), [3, 2])],
      node: [
        node('Mul', ['x', 'w'], ['weighted']),
        node('ReduceSum', ['weighted', 'axes'], ['y'], { keepdims: 0n }),
        node('Constant', [], ['axes'], { value: tensor('axes', BigInt64Array.of(1n, 2n), [2]) }),
      ].toReversed(),
    }),
  );
  for (const column of ['nested', 'fixed', 'flat']) {
    const { scores } = await score({ folder, source: { files: [holdout] }, inputs: { x: column } });
    expect([...scores.candidate]).toEqual([23_456, 123_456]);
  }
});

test('candidate and baseline take different columns under one name', async () => {
  const folder = temporaryFolder();
  const holdout = put(folder, 'h.csv', 'a,b,c,label\n1,2,3,0\n4,5,6,1\n');
  put(folder, 'candidate.onnx', logistic([1, 1, 1]));
  const baseline = put(folder, 'baseline.onnx', logistic([1, 1]));
  const given = { folder, baseline, source: { files: [holdout] }, inputs: { features: ['a', 'b', 'c'] } };
  const { scores } = await score({ ...given, 'baseline-inputs': { features: ['c', 'a'] } });
  expect(scores.candidate[0]).toBeCloseTo(sigmoid(6), 6);
  expect(scores.baseline![0]).toBeCloseTo(sigmoid(4), 6);
  expect(await faultsOf(score(given))).toMatchObject([
    {
      message: 'The baseline: Input `features` [batch, 2] takes 2 columns, and `inputs` gives it 3.',
      fix: 'List those of the baseline apart:\nbaseline-inputs:\n  features: [… 2 columns …]',
    },
  ]);
  expect(await faultsOf(score({ ...given, 'baseline-inputs': { feature: 'c' } }))).toMatchObject([
    { message: '`baseline-inputs` maps `feature`, and the baseline has no such input.' },
    { message: /^The baseline: Input `features`/ },
  ]);
});

test.each([
  ['a list too long', '[1, 2, 3]', {}, 'Column `h` holds a list of 3 in row 2, and input `x` needs 2.'],
  ['a list too short', '[1]', {}, 'Column `h` holds a list of 1 in row 2, and input `x` needs 2.'],
  ['no list', 'NULL', { pad: 0 }, 'Column `h` has no list in row 2, and input `x` needs at most 2.'],
  ['a hole in a list', '[1, NULL]', {}, 'Column `h` has no value in row 2, and input `x` needs one.'],
] as const)('%s has its row', async (_, list, more, message) => {
  const folder = temporaryFolder();
  const holdout = join(folder, 'h.parquet');
  await sql(
    `COPY (SELECT * FROM (VALUES (0, [1, 2]::DOUBLE[]), (1, ${list}), (2, [7, 8])) t(label, h)) TO '${holdout}' (FORMAT parquet)`,
  );
  put(folder, 'candidate.onnx', identity(DataType.FLOAT, ['n', 2]));
  const inputs = { x: { list: 'h', missing: 'fail', ...more } } as const;
  const [fault] = await faultsOf(
    score({ folder, source: { files: [holdout] }, inputs, output: { class: 1, activation: 'none' } }),
  );
  expect(fault!.message).toBe(message);
});
