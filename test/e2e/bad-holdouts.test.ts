/** Holdouts and models that do not go together, as users meet them: the built CLI, its words and exit code 2. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import { put, sql } from '../adapters/duckdb/helpers.ts';
import { sha256 } from '../adapters/references/tools.ts';
import { identity, logistic } from '../models/small.ts';
import { serve } from '../serve.ts';
import { DIST, ROOT, run } from './run.ts';

interface Case {
  readonly candidate: string;
  readonly holdout: string;
  readonly inputs?: unknown;
  readonly output?: unknown;
  readonly baseline?: readonly string[];
  /** In the order in which they are said. */
  readonly says: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'a missing column: the nearest name, and both sides': {
    candidate: 'price.onnx',
    holdout: 'prise.csv',
    says: [
      'Input `price` has no column of its name',
      'Did you mean `prise`?',
      'The model takes price float32 [n]',
      'The holdout has prise BIGINT, label BIGINT',
    ],
  },
  'an ambiguous column: each that may be meant': {
    candidate: 'price.onnx',
    holdout: 'ambiguous.csv',
    says: ['Input `price` has no column of its name', 'Did you mean `price_a` or `price_b`?'],
  },
  'a type that does not fit': {
    candidate: 'x.onnx',
    holdout: 'type.csv',
    says: ['Column `x` holds `abc` in row 90000, where a number is wanted'],
  },
  'ragged lists': {
    candidate: 'two.onnx',
    holdout: 'ragged.parquet',
    inputs: { features: { list: 'h' } },
    says: ['Column `h` holds a list of 1 in row 2, and input `features` needs 2', '`pad: 0`'],
  },
  nulls: {
    candidate: 'x.onnx',
    holdout: 'null.csv',
    says: ['Column `x` has no value in row 2', 'missing: 0'],
  },
  'a model without a batch dimension': {
    candidate: 'scalar.onnx',
    holdout: 'one.csv',
    says: ['Input `x` has no batch dimension', '`x: { value: 1 }`'],
  },
  'an image from a column of numbers': {
    candidate: 'image.onnx',
    holdout: 'one.csv',
    says: ['Input `image` has 4 dimensions [n, 3, 224, 224] and takes 150528 values a row'],
  },
  'a class out of range': {
    candidate: 'three.onnx',
    holdout: 'three.csv',
    inputs: { x: ['a', 'b', 'c'] },
    output: { class: 3, activation: 'none' },
    says: ['`output.class` is 3, and output `y` has columns 0 to 2'],
  },
  'a reference that does not resolve: every place': {
    candidate: 'x.onnx',
    holdout: 'one.csv',
    baseline: ['gone.onnx', 'git:main:x.onnx', 'dvc:x.onnx.dvc', 'release:latest/x.onnx'],
    says: [
      'gone.onnx: no such file',
      'not a git repository',
      'neither',
      'release:latest/x.onnx: it does not say which repository',
      'dvc add',
      'GITHUB_REPOSITORY',
    ],
  },
  'a half-written Parquet': {
    candidate: 'x.onnx',
    holdout: 'half.parquet',
    says: ['half.parquet: the file is cut short: Parquet ends with a footer, and there is none'],
  },
  'a broken quote on row 90,000': {
    candidate: 'x.onnx',
    holdout: 'quote.csv',
    says: ['quote.csv, line 90001: a quoted value is not closed, or goes on after its closing quote'],
  },
};

const cwd = mkdtempSync(join(tmpdir(), 'onnx-gate-test-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const lines = (line: (row: number) => string) =>
  Array.from({ length: 100_000 }, (_, i) => `${line(i + 1)}\n`).join('');

beforeAll(async () => {
  const image = model({
    name: 'image',
    input: [value('image', DataType.FLOAT, ['n', 3, 224, 224])],
    output: [value('y', DataType.FLOAT, ['n'])],
    initializer: [tensor('axes', BigInt64Array.of(1n, 2n, 3n), [3])],
    node: [node('ReduceSum', ['image', 'axes'], ['y'], { keepdims: 0n })],
  });
  const files = {
    'price.onnx': identity(DataType.FLOAT, ['n'], ['price', 'y']),
    'x.onnx': identity(DataType.FLOAT),
    'two.onnx': logistic([1, 1]),
    'scalar.onnx': identity(DataType.FLOAT, []),
    'three.onnx': identity(DataType.FLOAT, ['n', 3]),
    'image.onnx': image,
    'prise.csv': 'prise,label\n1,0\n',
    'ambiguous.csv': 'price_a,price_b,label\n1,2,0\n',
    'type.csv': `x,label\n${lines((row) => `${row === 90_000 ? 'abc' : row},0`)}`,
    'null.csv': 'x,label\n1,0\n,1\n',
    'one.csv': 'x,image,label\n1,2,0\n',
    'three.csv': 'a,b,c,label\n1,2,3,0\n',
    'quote.csv': `x,city,label\n${lines((row) => `${row},${row === 90_000 ? '"Be"rn' : '"Bern"'},0`)}`,
  };
  for (const [name, content] of Object.entries(files)) put(cwd, name, content);
  await sql(
    `COPY (FROM (VALUES ([1.0, 2.0], 0), ([1.0], 1)) t(h, label)) TO '${cwd}/ragged.parquet' (FORMAT parquet)`,
  );
  await sql(
    `COPY (SELECT i AS x, 0 AS label FROM range(50000) t(i)) TO '${cwd}/whole.parquet' (FORMAT parquet)`,
  );
  const whole = readFileSync(join(cwd, 'whole.parquet'));
  put(cwd, 'half.parquet', whole.subarray(0, whole.length / 2));
});

it.each(Object.entries(CASES))('%s', async (name, { candidate, holdout, inputs, output, baseline, says }) => {
  const policy = join(cwd, `${Object.keys(CASES).indexOf(name)}.yml`);
  const told = {
    candidate,
    ...(baseline && { baseline }),
    holdout: { source: holdout, label: 'label' },
    ...(inputs !== undefined && { inputs }),
    output: output ?? { activation: 'none' },
  };
  writeFileSync(policy, JSON.stringify({ version: 1, models: { m: told } }));
  const args = ['score', '--policy', policy, '--out', `${policy}.out`, '--runtime-path', ROOT];
  const { code, stdout, stderr } = await run(join(DIST, 'cli.js'), [...args, '--no-color'], { cwd });
  const words = (stdout + stderr).replace(/\s+/g, ' ');
  expect({ code, words }).toMatchObject({ code: 2 });
  let from = 0;
  for (const word of says) {
    const at = words.indexOf(word, from);
    expect(at, `"${word}" in: ${words}`).toBeGreaterThanOrEqual(0);
    from = at;
  }
  expect(words).toContain('fix: ');
  expect(words).not.toMatch(/\.js:\d+/);
  // Nor what only somebody who writes DuckDB's SQL can follow.
  expect(words).not.toMatch(/strict_mode|sample_size|SELECT/);
  expect(existsSync(join(`${policy}.out`, 'm/scores.parquet'))).toBe(false);
});

it('a digest that differs: the one asked for, and the one that came', async () => {
  const model = readFileSync(join(cwd, 'x.onnx'));
  const server = await serve(() => model);
  const asked = '0'.repeat(64);
  const baseline = `${server.url}/x.onnx#sha256=${asked}`;
  const args = ['validate', 'x.onnx', '--baseline', baseline, '--runtime-path', ROOT, '--no-color'];
  const { code, stdout, stderr } = await run(join(DIST, 'cli.js'), args, { cwd });
  const words = (stdout + stderr).replace(/\s+/g, '');
  expect({ code, words }).toMatchObject({ code: 2 });
  for (const digest of [asked, sha256(model)]) expect(words).toContain(digest);
  expect(words).toContain('Findoutwhochangedit');
});
