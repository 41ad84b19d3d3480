import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.ts';
import { faultsOf, put, sql, tables } from './helpers.ts';

const CSV = 'a,b,c,d\n1,x,7,\n2,,7,\nnan,x,7,\n2,z,7,\n';

describe('columns of a table', () => {
  test('a CSV file', async () => {
    const path = put(temporaryFolder(), 'rows.csv', CSV);
    const { rows, columns } = await tables.profile({ files: [path] }, ['a', 'b', 'c', 'd']);
    expect(rows).toBe(4);
    expect(columns).toEqual([
      { name: 'a', missing: 1, distinct: 2, min: '1.0', max: '2.0', constant: false },
      { name: 'b', missing: 1, distinct: 2, min: 'x', max: 'z', constant: false },
      { name: 'c', missing: 0, distinct: 1, min: '7.0', max: '7.0', constant: true },
      { name: 'd', missing: 4, distinct: 0, min: null, max: null, constant: false },
    ]);
  });

  test('a Parquet file with awkward names and types', async () => {
    const path = join(temporaryFolder(), 'rows.parquet');
    await sql(
      `COPY (SELECT i AS "a ""b", CASE WHEN i < 3 THEN 'nan'::FLOAT ELSE i END AS f, [i] AS l, true AS t
       FROM range(10) r(i)) TO '${path}' (FORMAT parquet)`,
    );
    const { columns } = await tables.profile({ files: [path] }, ['a "b', 'f', 'l', 't']);
    expect(columns.map(({ missing, min, constant }) => [missing, min, constant])).toEqual([
      [0, '0.0', false],
      [3, '3.0', false],
      [0, '[0]', false],
      [0, 'true', true],
    ]);
  });

  test('a column that is not there', async () => {
    const path = put(temporaryFolder(), 'rows.csv', CSV);
    const [fault] = await faultsOf(tables.profile({ files: [path] }, ['aa']));
    expect(fault).toMatchObject({ code: 'column-missing', fix: 'Nearest: a.' });
  });
});

describe('rows that two tables share', () => {
  test('across formats, types and missing values', async () => {
    const folder = temporaryFolder();
    const holdout = put(folder, 'holdout.csv', 'a,b,other\n0.1,x,1\n0.2,x,2\n,x,3\n0.1,,4\n0.1,x,5\n');
    const training = join(folder, 'training.parquet');
    await sql(
      `COPY (SELECT * FROM (VALUES (0.1::FLOAT, 'x'), (0.1::FLOAT, 'x'), (NULL, 'x'), (0.3::FLOAT, 'x')) t(a, b))
       TO '${training}' (FORMAT parquet)`,
    );
    const count = (columns: string[]) =>
      tables.countShared({ files: [holdout] }, { files: [training] }, columns);
    expect(await count(['a', 'b'])).toBe(3);
    expect(await count(['a'])).toBe(4);
    expect(await count([])).toBe(0);
  });

  test('a training file without the column', async () => {
    const folder = temporaryFolder();
    const source = { files: [put(folder, 'holdout.csv', CSV)] };
    const other = { files: [put(folder, 'training.csv', 'b\nx\n')] };
    const [fault] = await faultsOf(tables.countShared(source, other, ['a', 'b']));
    expect(fault!.code).toBe('column-missing');
    expect(fault!.message).toContain('training.csv has no column `a`');
  });
});
