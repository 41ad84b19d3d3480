import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../temporary.ts';
import { faultsOf, put, sql, tables } from './helpers.ts';

const compare = (candidate: string, baseline: string, columns: string[]) =>
  tables.compareColumns({ files: [candidate] }, { files: [baseline] }, columns);

test('deciles of the baseline, equal values and gaps in bins of their own', async () => {
  const folder = temporaryFolder();
  const baseline = join(folder, 'then.parquet');
  const candidate = join(folder, 'now.parquet');
  // 1 to 100; now 51 to 150, and every tenth row without a value.
  await sql(`COPY (SELECT i AS x, i % 2 AS y FROM range(1, 101) r(i)) TO '${baseline}' (FORMAT parquet)`);
  await sql(
    `COPY (SELECT CASE WHEN i % 10 = 0 THEN NULL ELSE i END AS x, 1 AS y FROM range(51, 151) r(i)) TO '${candidate}' (FORMAT parquet)`,
  );
  const [x, y] = await compare(candidate, baseline, ['x', 'y']);
  expect(x).toEqual({
    name: 'x',
    bins: { baseline: [0, ...Array(10).fill(10)], candidate: [10, 0, 0, 0, 0, 0, 9, 9, 9, 9, 54] },
    // By hand: half of the baseline lies below 51.
    distance: { value: expect.closeTo(0.5, 12), baseline: 100, candidate: 90 },
  });
  expect(y!.bins).toEqual({ baseline: [50, 50], candidate: [0, 100] });
  expect(y!.distance).toEqual({ value: 0.5, baseline: 100, candidate: 100 });
});

test('text by its frequent values, new ones together; a CSV against Parquet; NaN is a gap', async () => {
  const folder = temporaryFolder();
  const baseline = join(folder, 'then.parquet');
  await sql(
    `COPY (SELECT * FROM (VALUES ('a', 1.5), ('a', 'nan'::DOUBLE), ('b', 2.5), (NULL, 3.5)) t(v, n)) TO '${baseline}' (FORMAT parquet)`,
  );
  const candidate = put(folder, 'now.csv', 'v,n\na,1.5\nc,2.5\nd,3.5\n,3.5\nb,nan\n');
  const [v, n] = await compare(candidate, baseline, ['v', 'n']);
  // a, b, other values, none.
  expect(v).toEqual({
    name: 'v',
    bins: { baseline: [2, 1, 0, 1], candidate: [1, 1, 2, 1] },
    distance: null,
  });
  expect(n!.bins!.baseline.reduce((a, b) => a + b)).toBe(4);
  expect(n!.distance).toEqual({ value: expect.closeTo(2 / 3 - 2 / 4, 12), baseline: 3, candidate: 4 });
});

test('columns that the baseline does not have, or has nothing in', async () => {
  const folder = temporaryFolder();
  const baseline = put(folder, 'then.csv', 'a,empty\n1,\n2,\n');
  const candidate = put(folder, 'now.csv', 'a,b,empty\n1,1,1\n2,1,2\n');
  const [b, empty, a] = await compare(candidate, baseline, ['b', 'empty', 'a']);
  expect(b).toEqual({ name: 'b', bins: null, distance: null });
  expect(empty!.distance).toBeNull();
  expect(a!.bins).toEqual({ baseline: [1, 1], candidate: [1, 1] });
  const [fault] = await faultsOf(compare(candidate, join(folder, 'gone.csv'), ['a']));
  expect(fault).toMatchObject({ code: 'file-missing' });
});

test('large tables are sampled, the same rows each time', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'large.parquet');
  await sql(`COPY (SELECT i AS x FROM range(120000) r(i)) TO '${file}' (FORMAT parquet)`);
  const [one] = await compare(file, file, ['x']);
  expect(one!.distance).toEqual({ value: 0, baseline: 100_000, candidate: 100_000 });
});
