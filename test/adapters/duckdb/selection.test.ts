import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Selection } from '../../../src/ports.ts';
import { temporaryFolder } from '../../temporary.ts';
import { column, expression, put, readAll, sql, tables } from './helpers.ts';

async function rowsOf(files: readonly string[], selection: Selection): Promise<unknown[]> {
  await using table = await tables.open({ files, ...selection });
  const [values] = await readAll(table, [column('i', 'int64')]);
  expect(values!.length).toBe(table.rows);
  return values!.map(Number);
}

test('where, sample and limit follow one another and keep the order', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'h.parquet');
  await sql(`COPY (SELECT i FROM range(5000) t(i)) TO '${file}' (FORMAT parquet)`);
  const draw = (size: number, seed: number) => rowsOf([file], { sample: { size, seed } });
  const draws = (seed: number) =>
    Array.from({ length: 5000 }, (_, i) => {
      const bytes = createHash('md5')
        .update(`${seed}:${i + 1}`)
        .digest();
      return { i, draw: bytes.readBigUInt64LE(8) };
    });
  const lowest = draws(1)
    .toSorted((a, b) => (a.draw < b.draw ? -1 : 1))
    .slice(0, 5);
  expect(await draw(5, 1)).toEqual(lowest.map(({ i }) => i).toSorted((a, b) => a - b));
  const below = draws(7).filter((one) => one.draw < 2n ** 64n / 100n);
  expect(await draw(0.01, 7)).toEqual(below.map(({ i }) => i));
  expect(await draw(1000, 1)).toHaveLength(1000);
  expect(await draw(1000, 1)).not.toEqual(await draw(1000, 2));
  const share = await draw(0.2, 1);
  expect(share.length).toBeGreaterThan(900);
  expect(share.length).toBeLessThan(1100);
  expect(share).toEqual(share.toSorted((a, b) => Number(a) - Number(b)));
  expect(await rowsOf([file], { where: 'i % 10 = 3 -- odd ones', limit: 3 })).toEqual([3, 13, 23]);
});

test('a condition over a CSV sees its types; the digest tells selections apart', async () => {
  const folder = temporaryFolder();
  const file = put(folder, 'h.csv', 'i,x\n1,2.5\n2,10\n3,9\n');
  expect(await rowsOf([file], { where: 'x > 5' })).toEqual([2, 3]);
  const digest = async (selection: Selection) =>
    (await tables.identify({ files: [file], ...selection })).digest;
  const found = new Set([await digest({}), await digest({ limit: 2 }), await digest({ where: 'x > 5' })]);
  expect(found.size).toBe(3);
});

test('a span is what a whole reading has there, also in compressed and partitioned files', async () => {
  const folder = temporaryFolder();
  await sql(
    `COPY (SELECT i, i % 2 AS part, i / 2 AS x FROM range(9000) t(i)) TO '${folder}/days'
     (FORMAT parquet, PARTITION_BY (part))`,
  );
  await using table = await tables.open({ files: [`${folder}/days/**/*.parquet`] });
  expect(table.columns.map(({ name }) => name)).toEqual(['i', 'x', 'part']);
  const requests = [expression('i + part', 'int64')];
  const [whole] = await readAll(table, requests);
  const found: unknown[] = [];
  for await (const { columns } of table.read(requests, 1000, { first: 3500, rows: 2500 }))
    found.push(...columns[0]!.data);
  expect(found).toEqual(whole!.slice(3500, 6000));
});
