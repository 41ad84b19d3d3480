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

test('a query: the digest of its text', async () => {
  const query = "SELECT * FROM 'a.csv'";
  expect(await tables.identify({ query })).toEqual({ digest: `sha256:${sha(query)}`, files: [] });
});

test('a file that is not there', async () => {
  const [fault] = await faultsOf(tables.identify({ files: [join(temporaryFolder(), 'a.csv')] }));
  expect(fault!.code).toBe('file-missing');
});
