/** Holdouts and models that do not go together, through real files: what is said, and that nothing is left behind. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import { runScore, type ScoreInputs } from '../../src/commands/score.ts';
import { faultsOf, put, root, sql, tables } from '../adapters/duckdb/helpers.ts';
import { identity, logistic } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';

const runner = createModelRunner({
  child: join(root, 'src/adapters/onnxruntime/child.ts'),
  natives: async () => root,
});

/** The faults of scoring `holdout` with `bytes`. */
async function told(
  bytes: Uint8Array,
  holdout: string | ((folder: string) => Promise<string>),
  more: Partial<ScoreInputs> = {},
) {
  const folder = temporaryFolder();
  const path = typeof holdout === 'string' ? put(folder, 'h.csv', holdout) : await holdout(folder);
  const inputs: ScoreInputs = {
    candidate: put(folder, 'candidate.onnx', bytes),
    baseline: null,
    holdout: { source: { files: [path] }, label: 'label' },
    inputs: 'auto',
    output: { activation: 'none' },
    limits: { seconds: 60, memory: 2 ** 30 },
    out: join(folder, 'out/scores.parquet'),
    ...more,
  };
  const ports = { runner, tables, progress: { report: () => {} }, clock: { now: () => new Date() } };
  const faults = await faultsOf(runScore(inputs, ports));
  expect(existsSync(inputs.out)).toBe(false);
  return faults.map((fault) => ({ ...fault, message: fault.message.replaceAll(`${folder}/`, '') }));
}

const rows = (count: number, line: (row: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i + 1)).join('\n');

test('a column that is not there: the nearest names, and both sides', async () => {
  const [fault] = await told(identity(DataType.FLOAT, ['n'], ['prise', 'y']), 'price,age,label\n1,2,0\n');
  expect(fault).toEqual({
    code: 'column-missing',
    message: 'Input `prise` has no column of its name in the holdout.',
    fix: 'Did you mean `price`?',
    details: 'The model takes prise float32 [n].\nThe holdout has price BIGINT, age BIGINT, label BIGINT.',
  });
});

test('two columns that might be meant', async () => {
  const parquet = async (folder: string) => {
    await sql(
      `COPY (SELECT 1 AS price_a, 2 AS price_b, 0 AS label) TO '${folder}/h.parquet' (FORMAT parquet)`,
    );
    return `${folder}/h.parquet`;
  };
  const [fault] = await told(identity(DataType.FLOAT, ['n'], ['price', 'y']), parquet);
  expect(fault!.fix).toBe('Did you mean `price_a` or `price_b`?');
});

test('a type that does not fit, with the row and the value', async () => {
  const csv = `x,label\n${rows(100_000, (row) => (row === 90_000 ? 'abc,1' : `${row},0`))}\n`;
  expect(await told(identity(DataType.FLOAT), csv)).toMatchObject([
    { code: 'column-type', message: 'Column `x` holds `abc` in row 90000, where a number is wanted.' },
  ]);
  const [long] = await told(identity(DataType.INT8), 'x,label\n1,0\n300,1\n', {
    output: { name: 'y', activation: 'none' },
  });
  expect(long!.message).toContain('`y` holds int8');
});

test('a list among single values, and single values where a list is wanted', async () => {
  const parquet = async (folder: string) => {
    await sql(`COPY (SELECT [1, 2] AS h, 3 AS a, 0 AS label) TO '${folder}/h.parquet' (FORMAT parquet)`);
    return `${folder}/h.parquet`;
  };
  const [among] = await told(logistic([1, 1]), parquet, { inputs: { features: ['a', 'h'] } });
  expect(among!.message).toBe(
    'Column `h` (INTEGER[]) holds lists, and `inputs` puts it among single values for input `features`.',
  );
  const [single] = await told(logistic([1, 1]), parquet, {
    inputs: { features: { list: 'a', missing: 'fail' } },
  });
  expect(single).toMatchObject({
    message: 'Input `features` [batch, 2] takes a list a row, and column `a` (INTEGER) holds single values.',
    fix: 'The columns of lists are `h`.',
  });
});

test('a model without a batch dimension', async () => {
  const [fault] = await told(identity(DataType.FLOAT, []), 'x,label\n1,0\n');
  expect(fault!.message).toBe(
    'Input `x` has no batch dimension: it is a scalar, or its shape was left open.',
  );
  expect(fault!.fix).toContain('`x: { value: 1 }`');
});

test('an image from a column of numbers', async () => {
  const image = model({
    name: 'image',
    input: [value('image', DataType.FLOAT, ['n', 3, 224, 224])],
    output: [value('y', DataType.FLOAT, ['n'])],
    initializer: [tensor('axes', BigInt64Array.of(1n, 2n, 3n), [3])],
    node: [node('ReduceSum', ['image', 'axes'], ['y'], { keepdims: 0n })],
  });
  const [fault] = await told(image, 'image,label\n1,0\n');
  expect(fault!.message).toBe(
    'Input `image` has 4 dimensions [n, 3, 224, 224] and takes 150528 values a row; plain columns feed [batch] and [batch, columns].',
  );
});

test('a class that the output does not have', async () => {
  const [fault] = await told(identity(DataType.FLOAT, ['n', 3]), 'a,b,c,label\n1,2,3,0\n', {
    inputs: { x: ['a', 'b', 'c'] },
    output: { class: 3, activation: 'none' },
  });
  expect(fault!.message).toBe('`output.class` is 3, and output `y` has columns 0 to 2.');
});

test('a Parquet file that was not written to its end', async () => {
  const cut = async (folder: string) => {
    await sql(
      `COPY (SELECT i AS x, 0 AS label FROM range(50000) t(i)) TO '${folder}/whole.parquet' (FORMAT parquet)`,
    );
    const bytes = readFileSync(`${folder}/whole.parquet`);
    return put(folder, 'h.parquet', bytes.subarray(0, bytes.length / 2));
  };
  expect(await told(identity(DataType.FLOAT), cut)).toMatchObject([
    {
      code: 'holdout-unreadable',
      message: 'h.parquet: the file is cut short: Parquet ends with a footer, and there is none.',
    },
  ]);
});

test('a CSV with a broken quote on row 90,000', async () => {
  const csv = `x,city,label\n${rows(100_000, (row) => `${row},${row === 90_000 ? '"Be"rn' : '"Bern"'},0`)}\n`;
  const [fault] = await told(identity(DataType.FLOAT), csv);
  expect(fault).toMatchObject({
    code: 'holdout-unreadable',
    message: 'h.csv, line 90001: a quoted value is not closed, or goes on after its closing quote.',
  });
});
