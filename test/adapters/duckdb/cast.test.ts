/** Values that do not fit what is wanted: the column, the row and the value, and no silent rounding. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.ts';
import { column, expression, put, readAll, readFaults, sql, tables } from './helpers.ts';

const csvOf = (values: readonly string[]) => `v,w\n${values.map((value) => `${value},1`).join('\n')}\n`;

test.each([
  ['float32', ['1', 'abc', 'x'], 'abc', 2, 'a number'],
  ['float64', ['n/a', '1'], 'n/a', 1, 'a number'],
  ['float32', ['1', '1e300'], '1e300', 2, 'a number'],
  ['int64', ['1', '1.5'], '1.5', 2, 'a whole number'],
  ['int64', ['1', '', 'x'], 'x', 3, 'a whole number'],
  ['int64', ['1', '9223372036854775808'], null, 2, 'a whole number'],
  ['float64', ['2024-01-31', '2024-02-01'], '2024-01-31', 1, 'a number'],
] as const)('CSV as %s: %j', async (as, values, value, row, wanted) => {
  const file = put(temporaryFolder(), 'a.csv', csvOf(values));
  const faults = await readFaults([file], [column('w', 'float64'), column('v', as)]);
  expect(faults.length).toBe(1);
  expect(faults[0]!.code).toBe('column-type');
  if (value !== null) {
    expect(faults[0]!.message).toBe(
      `Column \`v\` holds \`${value}\` in row ${row}, where ${wanted} is wanted.`,
    );
  }
});

test.each([100, 25_000, 1_500_000])('text among numbers in row %i of a CSV', async (row) => {
  const values = Array.from({ length: row + 10 }, (_, i) => (i === row - 1 ? 'abc' : '1'));
  const file = put(temporaryFolder(), 'a.csv', csvOf(values));
  const faults = await readFaults([file], [column('v', 'float32')]);
  expect(faults.map(({ message }) => message)).toEqual([
    `Column \`v\` holds \`abc\` in row ${row}, where a number is wanted.`,
  ]);
});

test('text among numbers far into Parquet, where a stream just ends, and every column at once', async () => {
  const file = join(temporaryFolder(), 'a.parquet');
  await sql(
    `COPY (SELECT CASE WHEN i = 900000 THEN 'abc' ELSE i::VARCHAR END AS v,
       CASE WHEN i = 950000 THEN 0.5 ELSE i END AS w, i AS x FROM range(1000000) t(i)) TO '${file}' (FORMAT parquet)`,
  );
  const requests = [column('x', 'int64'), column('v', 'float32'), column('w', 'int64')];
  const faults = await readFaults([file], requests);
  expect(faults.map(({ message }) => message)).toEqual([
    'Column `v` holds `abc` in row 900001, where a number is wanted.',
    'Column `w` holds `0.5` in row 950001, where a whole number is wanted.',
  ]);
});

test('of columns side by side, each that does not fit is told by its own name', async () => {
  const found = await readFaults(
    [put(temporaryFolder(), 'side.csv', `a,b,c\n${'1,2,3\n'.repeat(30_000)}1,x,y\n`)],
    [{ side: [{ column: 'a' }, { column: 'b' }, { column: 'c' }], as: 'float32' }],
  );
  expect(found.map(({ message }) => message)).toEqual([
    'Column `b` holds `x` in row 30001, where a number is wanted.',
    'Column `c` holds `y` in row 30001, where a number is wanted.',
  ]);
});

test('types that are not numbers at all', async () => {
  const file = join(temporaryFolder(), 'a.parquet');
  await sql(
    `COPY (SELECT NULL::DATE AS d, [1, 2] AS l UNION ALL SELECT DATE '2024-01-31', [3]) TO '${file}' (FORMAT parquet)`,
  );
  const faults = await readFaults([file], [column('d', 'float32'), column('l', 'float64')]);
  expect(faults.map(({ message }) => message)).toEqual([
    'Column `d` holds `2024-01-31` in row 2, where a number is wanted.',
    'Column `l` holds `[1, 2]` in row 1, where a number is wanted.',
  ]);
});

test('an expression is named by its text', async () => {
  const file = put(temporaryFolder(), 'a.csv', csvOf(['1', '2']));
  const faults = await readFaults([file], [expression('v / 2', 'int64')]);
  expect(faults[0]!.message).toBe(
    'The expression `v / 2` holds `0.5` in row 1, where a whole number is wanted.',
  );
});

test('what fits: gaps, NaN, infinity, booleans, decimals, 64-bit integers, text as it stands', async () => {
  const folder = temporaryFolder();
  const csv = put(
    folder,
    'a.csv',
    'f,b,i,g,t\n1,TRUE,9007199254740993,1.0,007\nNaN,FALSE,-9223372036854775808,,1.50\ninf,TRUE,0,3.0,\n',
  );
  await using table = await tables.open({ files: [csv] });
  const requests = [
    column('f', 'float32'),
    column('b', 'float64'),
    column('b', 'string'),
    column('i', 'int64'),
    column('g', 'int64'),
    column('t', 'string'),
  ];
  expect(await readAll(table, requests)).toEqual([
    [1, Number.NaN, Number.POSITIVE_INFINITY],
    [1, 0, 1],
    ['TRUE', 'FALSE', 'TRUE'],
    [9007199254740993n, -9223372036854775808n, 0n],
    [1n, null, 3n],
    ['007', '1.50', null],
  ]);
});

test('a column of yes and no is 1 and 0, until it says something else', async () => {
  const folder = temporaryFolder();
  await using table = await tables.open({ files: [put(folder, 'a.csv', csvOf(['yes', 'no', '']))] });
  expect(await readAll(table, [column('v', 'float64')])).toEqual([[1, 0, null]]);
  const values = Array.from({ length: 30_000 }, (_, i) => (i === 29_000 ? 'maybe' : 'no'));
  const [fault] = await readFaults([put(folder, 'b.csv', csvOf(values))], [column('v', 'float64')]);
  expect(fault!.message).toBe('Column `v` holds `maybe` in row 29001, where a number is wanted.');
});

test('Parquet: NaN among integers is a gap, decimals and text are numbers', async () => {
  const file = join(temporaryFolder(), 'a.parquet');
  await sql(
    `COPY (SELECT * FROM (VALUES (1::DOUBLE, 1.00::DECIMAL(9, 2), '9007199254740993', true), ('nan', NULL, NULL, NULL))
       t(d, m, s, b)) TO '${file}' (FORMAT parquet)`,
  );
  await using table = await tables.open({ files: [file] });
  const requests = ['d', 'm', 's', 'b'].map((name) => column(name, 'int64'));
  expect(await readAll(table, [...requests, column('s', 'float64'), column('d', 'string')])).toEqual([
    [1n, null],
    [1n, null],
    [9007199254740993n, null],
    [1n, null],
    [9007199254740992, null],
    ['1.0', 'nan'],
  ]);
});
