/** Holdouts in every format and columns in every shape, by the built CLI: what the scores table then holds. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { create, toBinary } from '@bufbuild/protobuf';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { TensorProtoSchema } from 'onnx-buf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import { column, put, readAll, sql, tables } from '../adapters/duckdb/helpers.ts';
import { identity, logistic, sumAndProduct } from '../models/small.ts';
import { linear } from '../models/zipmaps.ts';
import { DIST, ROOT, run } from './run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'onnx-gate-test-'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

let count = 0;

/** Scores `holdout` by a policy of its own, and gives the scores or what was said instead. */
async function scores(candidate: string, holdout: object, more: object = { output: { activation: 'none' } }) {
  const name = `${++count}`;
  const policy = { candidate, holdout: { label: 'label', ...holdout }, ...more };
  writeFileSync(join(cwd, `${name}.yml`), JSON.stringify({ version: 1, models: { m: policy } }));
  const args = ['score', '--policy', `${name}.yml`, '--out', name, '--runtime-path', ROOT, '--no-color'];
  const { code, stdout, stderr } = await run(join(DIST, 'cli.js'), args, { cwd, env: { HOME: cwd } });
  if (code !== 0) return `${code}: ${(stdout + stderr).replace(/\s+/g, ' ')}`;
  await using table = await tables.open({ files: [join(cwd, name, 'm/scores.parquet')] });
  const [values] = await readAll(table, [column('candidate', 'float64')]);
  return values;
}

const A = [1, 2, 3, 4];
const CSV = `a,b,label\n${A.map((a) => `${a},${10 * a},${a % 2}`).join('\n')}\n`;
const JSONL = A.map((a) => `${JSON.stringify({ a, b: 10 * a, label: a % 2 })}\n`).join('');

/** Version 1.0, little-endian. */
function npy(descr: string, data: NodeJS.ArrayBufferView & { readonly length: number }): Uint8Array {
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${data.length},), }`.padEnd(117);
  const body = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return Buffer.concat([
    Buffer.from('\x93NUMPY\x01\x00\x76\x00', 'latin1'),
    Buffer.from(`${header}\n`),
    body,
  ]);
}

beforeAll(async () => {
  const files = {
    'add.onnx': sumAndProduct(),
    'zip.onnx': linear([0n, 1n]),
    'two.onnx': logistic([1, -1]),
    'rows.csv': CSV,
    'rows.tsv': CSV.replaceAll(',', '\t'),
    'rows.csv.gz': gzipSync(CSV),
    'rows.csv.zst': zstdCompressSync(CSV),
    'rows.jsonl': JSONL,
    'rows.jsonl.gz': gzipSync(JSONL),
    'rows.arrow': tableToIPC(
      tableFromArrays({
        a: Float32Array.from(A),
        b: Float32Array.from(A, (a) => 10 * a),
        label: Int32Array.from(A, (a) => a % 2),
      }),
      'file',
    ),
    'n/a.npy': npy('<f4', Float32Array.from(A)),
    'n/b.npy': npy(
      '<f8',
      Float64Array.from(A, (a) => 10 * a),
    ),
    'n/label.npy': npy(
      '<i8',
      BigInt64Array.from(A, (a) => BigInt(a % 2)),
    ),
    'lists.jsonl': '{"h":[1,2,3],"label":0}\n{"h":[4],"label":1}\n',
    'gaps.csv': 'a,b,label\n1,,0\n2,3,1\n',
  };
  for (const [name, content] of Object.entries(files)) put(cwd, name, content);
  for (const [name, by] of [
    ['a', 1],
    ['b', 10],
    ['label', 0],
  ] as const) {
    const data = Float32Array.from(A, (a) => (by === 0 ? a % 2 : by * a));
    const bytes = toBinary(TensorProtoSchema, create(TensorProtoSchema, tensor(name, data, [data.length])));
    put(cwd, `vectors/test_data_set_0/input_${by}.pb`, bytes);
  }
  await sql(`COPY (FROM '${cwd}/rows.csv') TO '${cwd}/rows.parquet' (COMPRESSION zstd)`);
  for (const part of [1, 2]) {
    const where = `WHERE a ${part === 1 ? '<=' : '>'} 2`;
    mkdirSync(join(cwd, `days/a_of=${part}`), { recursive: true });
    await sql(`COPY (FROM '${cwd}/rows.csv' ${where}) TO '${cwd}/days/a_of=${part}/x.parquet'`);
  }
});

const SUM = { output: { name: 'sum', activation: 'none' } };

describe('the same rows', () => {
  it.each([
    ...['csv', 'tsv', 'csv.gz', 'csv.zst', 'jsonl', 'jsonl.gz', 'arrow', 'parquet'].map((e) => `rows.${e}`),
    'vectors/test_data_set_*/*.pb',
    'n/*.npy',
    'days/*/*.parquet',
  ])('%s', async (source) => {
    expect(await scores('add.onnx', { source }, SUM)).toEqual([11, 22, 33, 44]);
  });

  it('a query', async () => {
    const query = "SELECT a, a * 10 AS b, label FROM 'rows.parquet' ORDER BY a DESC";
    expect(await scores('add.onnx', { query }, SUM)).toEqual([44, 33, 22, 11]);
  });

  it('the folders of a Hive partition are columns', async () => {
    const inputs = { a: 'a_of' };
    const holdout = { source: 'days/**/*.parquet' };
    expect(await scores('add.onnx', holdout, { inputs, ...SUM })).toEqual([11, 21, 32, 42]);
  });

  it('a condition and a limit keep their order', async () => {
    const holdout = { source: 'rows.parquet', where: 'a > 1', limit: 2 };
    expect(await scores('add.onnx', holdout, SUM)).toEqual([22, 33]);
  });
});

const TYPES = [
  ...(['FLOAT', 'DOUBLE', 'FLOAT16', 'BOOL', 'STRING'] as const),
  ...(['INT8', 'UINT8', 'INT16', 'UINT16', 'INT32', 'UINT32', 'INT64', 'UINT64'] as const),
];

describe('columns to tensors', () => {
  it('an expression, a constant, another output', async () => {
    const inputs = { a: { sql: 'a + b' }, b: { value: 2 } };
    const output = { name: 'product', activation: 'none' };
    expect(await scores('add.onnx', { source: 'rows.csv' }, { inputs, output })).toEqual([22, 44, 66, 88]);
  });

  it('a missing value where the policy gives one', async () => {
    const inputs = { b: { column: 'b', missing: -1 } };
    expect(await scores('add.onnx', { source: 'gaps.csv' }, { inputs, ...SUM })).toEqual([0, 5]);
  });

  it.each([
    ['end', [2, 4]],
    ['start', [3, 4]],
  ])('lists padded, truncated at the %s', async (truncate, wanted) => {
    writeFileSync(join(cwd, 'pair.onnx'), identity(DataType.FLOAT, ['n', 2]));
    const output = { activation: 'none', class: 1 };
    const inputs = { x: { list: 'h', pad: 4, truncate } };
    expect(await scores('pair.onnx', { source: 'lists.jsonl' }, { inputs, output })).toEqual(wanted);
  });

  it('a mask is 1 where the list has a value, 0 where it was padded', async () => {
    const wide = (name: string) => value(name, DataType.FLOAT, ['n', 3]);
    const masked = model({
      name: 'masked',
      input: [wide('x'), wide('mask')],
      output: [wide('y')],
      node: [node('Mul', ['x', 'mask'], ['y'])],
    });
    writeFileSync(join(cwd, 'masked.onnx'), masked);
    const inputs = { x: { list: 'h', pad: 9 }, mask: { mask: 'x' } };
    const output = { activation: 'none', class: 1 };
    expect(await scores('masked.onnx', { source: 'lists.jsonl' }, { inputs, output })).toEqual([2, 0]);
  });

  it('a class of a ZipMap, by its key', async () => {
    const inputs = { x: ['a', 'b'] };
    const told = (key: number) =>
      scores('zip.onnx', { source: 'rows.csv' }, { inputs, output: { name: 'scores', class: key } });
    const [zero, one] = [await told(0), await told(1)];
    const sums = (zero as number[]).map((value, i) => value + (one as number[])[i]!);
    for (const sum of sums) expect(sum).toBeCloseTo(1, 6);
    expect(zero).not.toEqual(one);
  });

  it('sigmoid and softmax, by hand and by the policy', async () => {
    writeFileSync(join(cwd, 'pair.onnx'), identity(DataType.FLOAT, ['n', 2]));
    const inputs = { x: [{ sql: 'a - 2' }, { sql: 'b / 10 - 3' }] };
    const told = (output: object) => scores('pair.onnx', { source: 'rows.csv' }, { inputs, output });
    const close = (of: unknown, wanted: (a: number) => number) =>
      A.forEach((a, i) => void expect((of as number[])[i]).toBeCloseTo(wanted(a), 6));
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    close(await told({ class: 0, activation: 'sigmoid' }), (a) => sigmoid(a - 2));
    // The share of the second class: e^(a − 3) of e^(a − 2) + e^(a − 3).
    close(await told({ class: 1, activation: 'softmax' }), () => sigmoid(-1));
    expect(await told({ class: 2, activation: 'none' })).toMatch(/^2: .*output\.class.*2/);
  });

  it('a batch that the model fixes: the last one is filled up, and what filled it is left out', async () => {
    writeFileSync(join(cwd, 'three.onnx'), identity(DataType.FLOAT, [3]));
    expect(await scores('three.onnx', { source: 'rows.csv' }, { inputs: { x: 'a' } })).toEqual(A);
  });

  it.each(TYPES)('%s', async (type) => {
    const cast = model({
      name: 'cast',
      input: [value('x', DataType[type], ['n'])],
      output: [value('y', DataType.FLOAT, ['n'])],
      node: [node('Cast', ['x'], ['y'], { to: BigInt(DataType.FLOAT) })],
    });
    writeFileSync(join(cwd, `${type}.onnx`), cast);
    const inputs = { x: type === 'BOOL' ? { sql: 'a > 2' } : 'a' };
    const output = { activation: 'none' };
    const told = await scores(`${type}.onnx`, { source: 'rows.csv' }, { inputs, output });
    expect(told).toEqual(type === 'BOOL' ? [0, 0, 1, 1] : A);
  });

  it('BFLOAT16 is refused by its name', async () => {
    writeFileSync(join(cwd, 'bf16.onnx'), identity(DataType.BFLOAT16, ['n'], ['a', 'y']));
    expect(await scores('bf16.onnx', { source: 'rows.csv' })).toMatch(/^2: .*bfloat16/);
  });
});

describe('what is told', () => {
  it('the place in a CSV, once', async () => {
    put(cwd, 'ragged.csv', 'a,b,label\n1,2,0\n1,2,0,9\n');
    const told = String(await scores('add.onnx', { source: 'ragged.csv' }, SUM));
    expect(told).toContain('ragged.csv, line 3: the line has 4 values where the header names 3 columns');
    expect(told.split('ragged.csv')).toHaveLength(2);
  });

  it('a path with the digest of an address', async () => {
    const stray = `#sha256=${'0'.repeat(64)}`;
    const fix = 'Leave `#sha256=…` away: addresses take a digest, and';
    expect(await scores('add.onnx', { source: `rows.csv${stray}` }, SUM)).toContain(
      `${fix} rows.csv is a path`,
    );
    const candidate = await scores(`add.onnx${stray}`, { source: 'rows.csv' }, SUM);
    expect(candidate).toContain(`${fix} add.onnx is a path`);
    const baseline = await scores(
      'add.onnx',
      { source: 'rows.csv' },
      { baseline: `two.onnx${stray}`, ...SUM },
    );
    expect(baseline).toContain(`${fix} two.onnx is a path`);
  });

  it.each(['s3://bucket/rows.parquet', 'https://localhost:1/*.parquet'])(
    '%s without the extension, which is not installed behind the back',
    async (source) => {
      const told = await scores('add.onnx', { source }, SUM);
      expect(told).toMatch(/^2: .*httpfs, which reads those, is not installed\. .*`--install-extensions`/);
      expect(existsSync(join(cwd, '.duckdb'))).toBe(false);
    },
  );
});
