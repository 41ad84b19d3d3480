import { expect, test } from 'vitest';
import { batchSize, handedRows } from '../../../src/core/scoring/batch-size.ts';
import type { FeedPlan, InputPlan } from '../../../src/core/scoring/mapping.ts';

/** A row of `floats` floats. */
function planOf(floats: number): FeedPlan {
  const input: InputPlan = {
    kind: 'columns',
    name: 'x',
    type: 'float32',
    rank: 2,
    requests: Array.from({ length: floats }, (_, i) => ({ from: { column: `x${i}` }, as: 'float32' })),
    missing: Array.from({ length: floats }, () => 'fail'),
  };
  return { inputs: [input], fixedBatch: null, notes: [] };
}

test('the batch shrinks for wide rows, by the wider of two models', () => {
  expect(batchSize([planOf(17)])).toBe(1024);
  expect(batchSize([planOf(17), planOf(8192)])).toBe(512);
});

test('many batches are handed over at once, and few where they are wide', () => {
  expect(handedRows([planOf(17)], 1024)).toBe(16_384);
  expect(handedRows([planOf(17)], 1000)).toBe(16_000);
  // 4 KiB a row: 4 MiB a batch, of which 16 MiB hold four.
  expect(handedRows([planOf(17), planOf(1024)], 1024)).toBe(4096);
  expect(handedRows([planOf(8192)], 512)).toBe(512);
  expect(handedRows([planOf(17)], 50_000)).toBe(50_000);
});
