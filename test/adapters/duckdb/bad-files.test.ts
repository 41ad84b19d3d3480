/** What users hand over by mistake: each is one clear fault. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.ts';
import { column, faultsOf, put, readFaults, sql, tables } from './helpers.ts';

const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;

test.each([
  ['holdout.parquet', POINTER, 'a Git LFS pointer', /git lfs pull.*lfs: true/],
  ['holdout.csv', POINTER, 'a Git LFS pointer', /git lfs pull/],
  ['holdout.csv', '<!DOCTYPE html><html><body>Sign in</body>', 'an HTML page', /fetch the data again/],
  ['holdout.csv', 'PK\x03\x04xl/worksheets', 'a zip archive', /Unpack/],
  ['holdout.csv', 'PAR1\x15\x04', 'a Parquet file', /\.parquet/],
  ['holdout.csv', gzipSync('a,b\n1,2\n'), 'gzip-compressed', /\.gz/],
  ['holdout.csv', Buffer.from('\ufeffa,b\n', 'utf16le'), 'UTF-16 text', /UTF-8/],
  ['holdout.json', '\x93NUMPY\x01\x00', 'a NumPy array', /`\.npy`/],
])('%s that is really something else: %#', async (name, content, kind, fix) => {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const file = put(temporaryFolder(), name, bytes);
  const [fault, ...more] = await readFaults([file]);
  expect(more).toEqual([]);
  expect(fault).toMatchObject({ code: 'file-kind', message: `${file} is ${kind}.` });
  expect(fault!.fix).toMatch(fix);
});

test('a name that promises Parquet or gzip over something else', async () => {
  const folder = temporaryFolder();
  const faults = await readFaults([
    put(folder, 'a.parquet', 'a,b\n1,2\n'),
    put(folder, 'b.csv.gz', 'a\n1\n'),
  ]);
  expect(faults.map(({ message }) => message)).toEqual([
    `${folder}/a.parquet is not a Parquet file, though its name says so.`,
    `${folder}/b.csv.gz is not gzip-compressed, though its name says so.`,
  ]);
});

test('a header that happens to start like a binary format is still a header', async () => {
  const file = put(temporaryFolder(), 'a.csv', 'ORCHID,b\n1,2\n');
  await using table = await tables.open({ files: [file] });
  expect(table.columns[0]!.name).toBe('ORCHID');
});

test('every wrong path is told at once, with the nearest names', async () => {
  const folder = temporaryFolder();
  put(folder, 'shoppers.csv', 'a\n1\n');
  put(folder, 'notes.xlsx', 'PK');
  put(folder, 'empty.csv', '');
  mkdirSync(join(folder, 'days'));
  const faults = await readFaults([
    join(folder, 'shopers.csv'),
    join(folder, 'nowhere/a.csv'),
    join(folder, '*.parquet'),
    join(folder, 'days'),
    join(folder, 'notes.xlsx'),
    join(folder, 'empty.csv'),
    's3://bucket/a.parquet',
  ]);
  expect(faults.map(({ code, message }) => [code, message])).toEqual([
    ['file-missing', `There is no file ${folder}/shopers.csv. Nearest in that folder: shoppers.csv.`],
    [
      'file-missing',
      `There is no file ${folder}/nowhere/a.csv. The folder ${folder}/nowhere is not there either.`,
    ],
    ['file-missing', `No file matches ${folder}/*.parquet.`],
    ['file-kind', `${folder}/days is a folder, not a file.`],
    [
      'reference-unresolved',
      "s3://bucket/a.parquet is a remote address, and DuckDB's extension httpfs, which reads those, is not installed.",
    ],
    ['file-empty', `${folder}/empty.csv is empty (0 bytes).`],
    ['file-kind', `${folder}/notes.xlsx has an extension that is not read here.`],
  ]);
  expect(faults[6]!.fix).toMatch(/\.parquet, \.csv/);
});

test('files of two formats', async () => {
  const folder = temporaryFolder();
  const faults = await readFaults([put(folder, 'a.csv', 'a\n1\n'), put(folder, 'b.jsonl', '{"a":1}\n')]);
  expect(faults[0]).toMatchObject({ code: 'file-kind', message: 'The holdout mixes csv and json files.' });
});

test('no rows: a header alone, and a Parquet file without rows', async () => {
  const folder = temporaryFolder();
  const parquet = join(folder, 'none.parquet');
  await sql(`COPY (SELECT 1 AS a WHERE false) TO '${parquet}' (FORMAT parquet)`);
  for (const file of [put(folder, 'a.csv', 'a,b\n'), put(folder, 'b.csv', 'a,b'), parquet]) {
    const [fault] = await readFaults([file]);
    expect(fault).toMatchObject({ code: 'holdout-empty', message: `${file} has a header and no rows.` });
  }
});

const lines = (count: number, at: number, odd: string, plain: (i: number) => string) =>
  `a,b\n${Array.from({ length: count }, (_, i) => (i === at ? odd : plain(i))).join('\n')}\n`;

test.each([
  ['a quote that is never closed', '60000,"x', /a quoted value is not closed/],
  ['text after a closing quote', '60000,"x"z', /a quoted value is not closed, or goes on/],
  ['a value too many', '60000,2,3', /the line has 3 values where the header names 2 columns/],
  ['a value too few', '60000', /the line has 1 values where the header names 2 columns/],
])('%s on a late row of a CSV', async (_, odd, words) => {
  const file = put(
    temporaryFolder(),
    'late.csv',
    lines(90_000, 60_000, odd, (i) => `${i},y`),
  );
  const [fault, ...more] = await readFaults([file]);
  expect(more).toEqual([]);
  expect(fault!.code).toBe('holdout-unreadable');
  expect(fault!.message).toMatch(words);
  expect(fault!.message.startsWith(`${file}, line 60002: `)).toBe(true);
  expect(fault!.details!.length).toBeLessThanOrEqual(2000);
});

test('a ragged line among the first ones, where the sniffer gives up, has its line too', async () => {
  const file = put(temporaryFolder(), 'ragged.csv', 'a,b\n1,2\n3\n4,5\n');
  const [fault] = await readFaults([file]);
  expect(fault).toMatchObject({
    code: 'holdout-unreadable',
    message: `${file}, line 3: the line has 1 values where the header names 2 columns.`,
  });
});

test('text that is not UTF-8', async () => {
  const file = put(temporaryFolder(), 'latin.csv', Buffer.from('a,b\n1,\xe9t\xe9\n', 'latin1'));
  const [fault] = await readFaults([file], [column('b', 'string')]);
  expect(fault).toMatchObject({ code: 'holdout-unreadable', fix: 'Save the file as UTF-8.' });
});

test('a column named twice', async () => {
  const file = put(temporaryFolder(), 'twice.csv', 'a,label,"a",b\n1,0,3,4\n');
  const [fault] = await readFaults([file]);
  expect(fault).toMatchObject({
    code: 'holdout-unreadable',
    message: `${file} names the column \`a\` more than once (columns 1, 3).`,
  });
});

test('a Parquet file cut short, and one with a damaged page', async () => {
  const folder = temporaryFolder();
  const good = join(folder, 'good.parquet');
  await sql(
    `COPY (SELECT i AS a, hash(i) AS b FROM range(50000) t(i)) TO '${good}' (FORMAT parquet, COMPRESSION zstd)`,
  );
  const bytes = readFileSync(good);
  const [cut] = await readFaults([put(folder, 'cut.parquet', bytes.subarray(0, 5000))]);
  expect(cut).toMatchObject({
    code: 'holdout-unreadable',
    message: `${folder}/cut.parquet: the file is cut short: Parquet ends with a footer, and there is none.`,
  });
  bytes.fill(0x55, 3000, 100_000);
  const [damaged] = await readFaults([put(folder, 'damaged.parquet', bytes)], [column('b', 'float64')]);
  expect(damaged!.code).toBe('holdout-unreadable');
  expect(damaged!.message.startsWith(`${folder}/damaged.parquet: `)).toBe(true);
});

test('malformed JSON', async () => {
  const file = put(temporaryFolder(), 'bad.jsonl', '{"a":1}\n{"a":nul\n{"a":3}\n');
  const [fault] = await readFaults([file]);
  expect(fault!.code).toBe('holdout-unreadable');
  expect(fault!.message).toMatch(/malformed JSON/);
});

test('a request for a column that is not there', async () => {
  const file = put(temporaryFolder(), 'a.csv', 'price,label\n1,0\n');
  const faults = await readFaults([file], [column('prize', 'float32'), column('labels', 'float64')]);
  expect(faults).toEqual([
    { code: 'column-missing', message: 'There is no column `prize`.', fix: 'Nearest: price.' },
    { code: 'column-missing', message: 'There is no column `labels`.', fix: 'Nearest: label.' },
  ]);
});

test('expressions that do not run are all told', async () => {
  const file = put(temporaryFolder(), 'a.csv', 'price,label\n1,0\n');
  const faults = await faultsOf(async () => {
    await using table = await tables.open({ files: [file] });
    const requests = ['nope + 1', 'price +', '1) FROM x --'].map((text) => {
      return { from: { sql: text }, as: 'float64' } as const;
    });
    for await (const _ of table.read(requests, 10)) throw new Error('read');
  });
  expect(faults.map(({ message }) => message.split(':')[0])).toEqual([
    'The expression `nope + 1`',
    'The expression `price +`',
    'The expression `1) FROM x --`',
  ]);
});
