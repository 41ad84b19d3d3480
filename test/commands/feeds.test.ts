import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DataType } from '../../scripts/onnx/builder.ts';
import { createTables } from '../../src/adapters/duckdb/tables.ts';
import { runMakeFeeds } from '../../src/commands/feeds.ts';
import { tensorFiles } from '../../src/commands/tensor-files.ts';
import { faultsOf, fileOf, limits, natives, runner } from '../adapters/onnxruntime/open.ts';
import { identity } from '../models/small.ts';
import { temporaryFolder } from '../temporary.ts';

const ports = { runner, tables: createTables({ natives, decode: tensorFiles }) };
const wanted = (bytes: Uint8Array) => ({
  models: [fileOf(bytes)],
  rows: null,
  inputs: 'auto' as const,
  batches: [1, 32],
  dimensions: {},
  limits,
});

test('a holdout without the input of the model gives way to made-up inputs, and a note says so', async () => {
  const rows = join(temporaryFolder(), 'rows.csv');
  writeFileSync(rows, 'other\n1\n');
  const { feedsOf, notes } = await runMakeFeeds(
    { ...wanted(identity(DataType.FLOAT)), rows: { source: { files: [rows] } } },
    ports,
  );
  expect(notes).toEqual(['Timed on made-up inputs: the holdout has no column for `x`.']);
  expect(feedsOf(32)[0]!.get('x')!.shape).toEqual([32]);
});

test('a batch size that the model forbids is refused without a holdout, too', async () => {
  const faults = await faultsOf(runMakeFeeds(wanted(identity(DataType.FLOAT, [4, 2])), ports));
  expect(faults).toMatchObject([
    { code: 'model-signature', message: 'A batch of 1 cannot be timed: the model takes exactly 4 rows.' },
  ]);
});
