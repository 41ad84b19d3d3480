import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.ts';
import { faultsOf, put, tables } from './helpers.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

test('one file: the digest of its bytes', async () => {
  const file = put(temporaryFolder(), 'a.csv', 'a\n1\n');
  expect(await tables.identify({ files: [file] })).toEqual({
    digest: `sha256:${sha('a\n1\n')}`,
    files: [file],
    open: null,
  });
});

test('several files: the digest of what sha256sum prints in their folder, wherever that is', async () => {
  const digests: string[] = [];
  for (const folder of [temporaryFolder(), temporaryFolder()]) {
    const files = [put(folder, 'day=1/a.csv', 'a\n1\n'), put(folder, 'day=2/a.csv', 'a\n2\n')];
    const found = await tables.identify({ files: [join(folder, '*/a.csv')] });
    expect(found.files).toEqual(files);
    digests.push(found.digest);
  }
  const listing = `${sha('a\n1\n')}  day=1/a.csv\n${sha('a\n2\n')}  day=2/a.csv\n`;
  expect(digests).toEqual([`sha256:${sha(listing)}`, `sha256:${sha(listing)}`]);
});

test('a query: the digest of its text and of the files that it reads, however it names them', async () => {
  const folder = temporaryFolder();
  const csv = put(folder, 'a.csv', 'a\n1\n');
  const json = put(folder, 'b.jsonl', '{"a":1}\n');
  const queries = [
    `SELECT * FROM '${csv}' JOIN '${json}' USING (a)`,
    `WITH t AS (SELECT * FROM '${folder}/*.csv') SELECT * FROM t, read_json(['${json}']) j WHERE t.a IN (SELECT i FROM range(5) r(i))`,
  ];
  const before = [];
  for (const query of queries) {
    const found = await tables.identify({ query });
    expect(found).toMatchObject({ files: [csv, json], open: null });
    expect(await tables.identify({ query })).toEqual(found);
    before.push(found.digest);
  }
  put(folder, 'b.jsonl', '{"a":2}\n');
  for (const [i, query] of queries.entries())
    expect((await tables.identify({ query })).digest).not.toBe(before[i]);
});

test('a query without files: the digest of its text', async () => {
  const query = 'SELECT i AS a FROM range(5) t(i)';
  expect(await tables.identify({ query })).toEqual({ digest: `sha256:${sha(query)}`, files: [], open: null });
});

test.each([
  ['SELECT random() AS a FROM range(3)', '`random` may give something else each time'],
  ['SELECT current_date AS a', '`current_date` may give something else each time'],
  ['SELECT * FROM range(100) USING SAMPLE 10', 'it draws a sample'],
  ["SELECT * FROM glob('*')", 'which files glob() reads is not in its text'],
  ["SELECT * FROM read_csv('a' || '.csv')", 'which files read_csv() reads is not in its text'],
  ["SELECT * FROM 'https://host.example/a.parquet'", 'it reads over the network'],
  ['SELECT * FROM main.t', 'it reads the table main.t'],
  ["SELECT * FROM 'absent.parquet'", 'There is no file absent.parquet'],
])('a query whose rows may change is known by its text alone: %s', async (query, why) => {
  const { digest, files, open } = await tables.identify({ query });
  expect({ digest, files }).toEqual({ digest: `sha256:${sha(query)}`, files: [] });
  expect(open).toContain(why);
});

test('a file that is not there', async () => {
  const [fault] = await faultsOf(tables.identify({ files: [join(temporaryFolder(), 'a.csv')] }));
  expect(fault!.code).toBe('file-missing');
});
