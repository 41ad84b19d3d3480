import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.ts';
import { column, expression, faultsOf, put, readAll, sql, tables } from './helpers.ts';

const DATA = 'price,label\n1.5,1\n2,0\n,1\n';

test('reads the same rows from CSV, TSV, JSON lines, Parquet and their compressed forms', async () => {
  const folder = temporaryFolder();
  const json = '{"price":1.5,"label":1}\n{"price":2,"label":0}\n{"price":null,"label":1}\n';
  const csv = put(folder, 'a.csv', DATA);
  for (const name of ['a.parquet', 'a.csv.zst', 'a.jsonl.zst']) {
    const format = {
      parquet: 'parquet',
      'csv.zst': 'csv, COMPRESSION zstd',
      'jsonl.zst': 'json, COMPRESSION zstd',
    }[name.slice(2)]!;
    await sql(`COPY (FROM read_csv('${csv}')) TO '${join(folder, name)}' (FORMAT ${format})`);
  }
  put(folder, 'a.tsv', DATA.replaceAll(',', '\t'));
  put(folder, 'a.csv.gz', gzipSync(DATA));
  put(folder, 'a.jsonl', json);
  put(folder, 'a.ndjson.gz', gzipSync(json));
  put(folder, 'semicolon.csv', DATA.replaceAll(',', ';'));
  put(folder, 'crlf.csv', `\ufeff${DATA.replaceAll('\n', '\r\n')}`);
  const names = [
    'a.csv',
    'a.csv.gz',
    'a.csv.zst',
    'a.tsv',
    'a.jsonl',
    'a.jsonl.zst',
    'a.ndjson.gz',
    'a.parquet',
    'semicolon.csv',
    'crlf.csv',
  ];
  for (const name of names) {
    await using table = await tables.open({ files: [join(folder, name)] });
    expect(table.rows, name).toBe(3);
    expect(
      table.columns.map((each) => each.name),
      name,
    ).toEqual(['price', 'label']);
    const values = await readAll(table, [column('price', 'float32'), column('label', 'int64')]);
    expect(values, name).toEqual([
      [1.5, 2, null],
      [1n, 0n, 1n],
    ]);
  }
});

test('several files are one table: in byte order of their names, unioned by column name', async () => {
  const folder = temporaryFolder();
  put(folder, 'part-10.csv', 'a,b\n3,x\n');
  put(folder, 'part-2.csv', 'b,a\ny,4\n');
  put(folder, 'part-1.csv', 'a\n1\n2\n');
  await using table = await tables.open({ files: [join(folder, 'part-2.csv'), join(folder, 'part-*.csv')] });
  expect(table.rows).toBe(4);
  expect(await readAll(table, [column('a', 'float64'), column('b', 'string')])).toEqual([
    [1, 2, 3, 4],
    [null, null, 'x', 'y'],
  ]);
});

test('a name with glob characters is that file first, and quotes in it are harmless', async () => {
  const folder = temporaryFolder();
  const odd = put(folder, "o'dd [1] *.csv", 'a\n1\n');
  put(folder, "o'dd 1 x.csv", 'a\n2\n');
  await using table = await tables.open({ files: [odd] });
  expect(await readAll(table, [column('a', 'float64')])).toEqual([[1]]);
});

test('column names with quotes, spaces, SQL and prototype words are only names', async () => {
  const folder = temporaryFolder();
  const names = ['a "b"', "x'; DROP TABLE t; --", 'select', '__proto__', 'größe', 'a.b'];
  const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
  const file = put(folder, 'names.csv', `${header}\n1,2,3,4,5,6\n`);
  await using table = await tables.open({ files: [file] });
  expect(table.columns.map(({ name }) => name)).toEqual(names);
  const requests = names.map((name) => column(name, 'float64'));
  expect(await readAll(table, requests)).toEqual([[1], [2], [3], [4], [5], [6]]);
});

test('batches have the size asked for, whatever the chunks of the file, and know where they start', async () => {
  const folder = temporaryFolder();
  const file = put(folder, 'n.csv', `n\n${Array.from({ length: 10_000 }, (_, i) => i).join('\n')}\n`);
  await using table = await tables.open({ files: [file] });
  for (const size of [999, 2048, 3000, 10_000, 1 << 20]) {
    const seen: number[] = [];
    let next = 0;
    for await (const batch of table.read([column('n', 'int64')], size)) {
      expect(batch.first).toBe(next);
      expect(batch.rows).toBe(Math.min(size, 10_000 - next));
      next += batch.rows;
      for (const value of batch.columns[0]!.data as BigInt64Array) seen.push(Number(value));
    }
    expect(seen.length).toBe(10_000);
    expect(seen.every((value, i) => value === i)).toBe(true);
  }
});

test('missing values keep their place across batches', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'nulls.parquet');
  await sql(
    `COPY (SELECT CASE WHEN i % 7 = 3 THEN NULL ELSE i END AS n, CASE WHEN i % 5 = 0 THEN NULL ELSE 's' || i END AS s
     FROM range(5000) t(i)) TO '${file}' (FORMAT parquet)`,
  );
  await using table = await tables.open({ files: [file] });
  const [n, s] = await readAll(table, [column('n', 'float64'), column('s', 'string')], 777);
  expect(n).toEqual(Array.from({ length: 5000 }, (_, i) => (i % 7 === 3 ? null : i)));
  expect(s).toEqual(Array.from({ length: 5000 }, (_, i) => (i % 5 === 0 ? null : `s${i}`)));
});

test('columns side by side are what they are one by one: in any batch, any part, with gaps, by a condition', async () => {
  const query = `SELECT i::FLOAT AS a, CASE WHEN i % 7 = 0 THEN NULL ELSE i * 2 END AS b, i % 3 AS c FROM range(5000) t(i)`;
  const side = { side: [{ column: 'a' }, { column: 'b' }, { sql: 'c + 1' }], as: 'float32' } as const;
  const single = side.side.map((from) => ({ from, as: side.as }));
  const sources = [{ query }, { query, where: 'c <> 1' }, { query: `${query} ORDER BY hash(i)` }];
  for (const source of sources) {
    await using table = await tables.open(source);
    for (const span of [
      { first: 0, rows: table.rows },
      { first: 1500, rows: 1700 },
    ]) {
      const [matrix] = await readAll(table, [side], 700, span);
      const columns = await readAll(table, single, 700, span);
      expect(matrix).toEqual(columns[0]!.flatMap((_, row) => columns.map((each) => each[row]!)));
      expect(matrix).toHaveLength(3 * span.rows);
    }
  }
});

test('two reads at once do not disturb each other, and a read may be left early', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'n.parquet');
  await sql(`COPY (SELECT i AS n FROM range(200000) t(i)) TO '${file}' (FORMAT parquet)`);
  await using table = await tables.open({ files: [file] });
  for await (const batch of table.read([column('n', 'float64')], 100)) {
    expect(batch.rows).toBe(100);
    break;
  }
  const both = await Promise.all([1, 2].map(() => readAll(table, [column('n', 'float64')], 4096)));
  expect(both[0]).toEqual(both[1]);
  expect(both[0]![0]!.length).toBe(200_000);
});

test('a query is a table, and so is an expression', async () => {
  const folder = temporaryFolder();
  const file = put(folder, 'a.csv', 'x,y\n1,10\n2,20\n3,30\n');
  const query = `SELECT x, x + y AS z FROM '${file}' WHERE x > 1 ORDER BY x DESC -- newest first\n;`;
  await using table = await tables.open({ query });
  expect(table.columns.map(({ name }) => name)).toEqual(['x', 'z']);
  const requests = [column('z', 'float64'), expression('x * 2 -- twice', 'int64')];
  expect(await readAll(table, requests)).toEqual([
    [33, 22],
    [6n, 4n],
  ]);
});

test('expressions over CSV see types of the whole file, not of its first rows', async () => {
  const folder = temporaryFolder();
  const rows = Array.from({ length: 30_000 }, (_, i) => (i === 25_000 ? '1.5' : '1'));
  const file = put(folder, 'late.csv', `v\n${rows.join('\n')}\n`);
  await using table = await tables.open({ files: [file] });
  const [plain, doubled] = await readAll(table, [column('v', 'float32'), expression('v * 2', 'float32')]);
  expect(plain![25_000]).toBe(1.5);
  expect(doubled![25_000]).toBe(3);
});

test.each([
  ['DROP TABLE x', /not a SELECT|Catalog/],
  ["COPY (SELECT 1) TO '/tmp/never.csv'", /not a SELECT/],
  ['SELECT 1; SELECT 2', /multiple statements/],
  ['SELECT 1 AS a, 2 AS a', /gives the column `a` more than once/],
  ['SELEC 1', /syntax error/],
  ["SELECT * FROM 'https://example.invalid/a.parquet'", /extension httpfs/],
  ["SELECT * FROM 'nope.parquet'", /No files found/],
])('the query %s is refused in a sentence', async (query, words) => {
  const [fault] = await faultsOf(tables.open({ query }));
  expect(fault!.code).toBe('holdout-unreadable');
  expect(fault!.message).toMatch(words);
  expect(fault!.message).toMatch(/^The query/);
});

test('a query that gives other rows each time is told from a good one', async () => {
  const faults = await faultsOf(async () => {
    await using table = await tables.open({
      query: 'SELECT i FROM range(100000) t(i) WHERE random() < 0.5',
    });
    await readAll(table, [column('i', 'float64')]);
  });
  expect(faults[0]!.message).toMatch(/^The query gave \d+ rows when counted and another number when read\.$/);
});

test('a file that went away after opening is a fault', async () => {
  const folder = temporaryFolder();
  const file = put(folder, 'a.csv', DATA);
  const faults = await faultsOf(async () => {
    await using table = await tables.open({ files: [file] });
    renameSync(file, `${file}.gone`);
    await readAll(table, [column('price', 'float64')]);
  });
  expect(faults[0]!.code).toBe('holdout-unreadable');
});
