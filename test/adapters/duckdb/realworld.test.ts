import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { column, readAll, root, tables } from './helpers.ts';

const realworld = resolve(root, '../shared/realworld');
const holdout = (name: string) => resolve(realworld, 'holdout', name);

describe.skipIf(!existsSync(realworld))('real holdouts', () => {
  test('shoppers: CSV and Parquet give the same batches', async () => {
    await using csv = await tables.open({ files: [holdout('shoppers.csv')] });
    await using parquet = await tables.open({ files: [holdout('shoppers.parquet')] });
    expect(csv.rows).toBe(4932);
    expect(parquet.rows).toBe(4932);
    const names = parquet.columns.map(({ name }) => name);
    expect(csv.columns.map(({ name }) => name)).toEqual(names);
    const text = ['Month', 'VisitorType'];
    // The Parquet file holds floats where the text has more digits.
    const requests = names.map((name) => column(name, text.includes(name) ? 'string' : 'float32'));
    expect(await readAll(csv, requests)).toEqual(await readAll(parquet, requests));
  });

  test.each([
    ['eshop_impressions.parquet', 119_617, 'clicked', 6000],
    ['eshop_small.csv', null, 'clicked', 634],
    ['eshop_small.parquet', null, 'clicked', 634],
    ['obd.parquet', 20_000, 'label', 109],
    ['coupon.parquet', 4000, 'label', 2282],
  ])('%s opens and has the positives of its README', async (name, rows, label, positives) => {
    await using table = await tables.open({ files: [holdout(name)] });
    if (rows !== null) expect(table.rows).toBe(rows);
    const [values] = await readAll(table, [column(label, 'float64')]);
    expect(values!.filter((value) => value === 1).length).toBe(positives);
  });
});
