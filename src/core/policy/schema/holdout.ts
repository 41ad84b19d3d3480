import { z } from 'zod';
import { expecting, percent, text } from '../values.ts';
import { wholeNumber } from './words.ts';

const glob = text('a file or glob', 'data/holdout/*.parquet');

export const holdout = expecting(
  z
    .strictObject({
      source: expecting(
        z.union([glob, z.array(glob).min(1)]),
        'a file or glob, or a list of them',
        'data/holdout/*.parquet',
      )
        .optional()
        .describe(
          'Files, globs or references (docs/references.md): Parquet, CSV, JSON lines, Arrow IPC, NumPy, ONNX tensors.',
        ),
      query: text('a DuckDB SELECT', "SELECT * FROM 'data/*.parquet' WHERE day >= 20")
        .optional()
        .describe('DuckDB SQL instead of files.'),
      where: text('an SQL condition', 'day >= 20')
        .optional()
        .describe('DuckDB condition: only rows for which it is true count.'),
      sample: expecting(
        z.union([percent, wholeNumber(100_000, 1_000_000_000)]),
        'a percentage or a number of rows',
        '10%',
      )
        .optional()
        .describe('Rows drawn at random, the same on every machine: a percentage, or how many.'),
      seed: expecting(
        z
          .int()
          .min(0)
          .max(2 ** 31),
        'a whole number from 0',
        1,
      )
        .default(1)
        .describe('Which `sample` is drawn.'),
      limit: wholeNumber(100_000, 1_000_000_000).optional().describe('Only the first rows count, this many.'),
      'install-extensions': z
        .boolean()
        .default(false)
        .describe('Allows DuckDB to download its extension `httpfs`, which https and s3 need.'),
      label: text('the name of a column', 'purchased').describe(
        'Column with the truth: 0 or 1, a class from 0, a grade or a number, by `task`.',
      ),
      group: text('the name of a column', 'user_id')
        .optional()
        .describe('Column of the unit that is sampled, such as the user: rows of one are not independent.'),
      weight: text('the name of a column', 'sample_weight').optional().describe('Column of sample weights.'),
      item: text('the name of a column', 'item_id')
        .optional()
        .describe('Column of what is shown in the row, for metrics of the catalogue.'),
      training: expecting(
        z.union([glob, z.array(glob).min(1)]),
        'a file or glob, or a list of them',
        'data/training/*.parquet',
      )
        .optional()
        .describe('Files that the candidate was trained on: rows shared with them are counted.'),
      baseline: expecting(
        z.union([glob, z.array(glob).min(1)]),
        'a file or glob, or a list of them',
        'data/holdout-last-month/*.parquet',
      )
        .optional()
        .describe('Files that the baseline was judged on: drift of every column against them is told.'),
      ledger: text('the path of a file', 'ci/holdout-ledger.jsonl')
        .optional()
        .describe('JSON-lines file that remembers which candidates this holdout has judged.'),
      'worn-after': wholeNumber(100, 1_000_000)
        .default(100)
        .describe('The holdout is worn out when it has judged more candidates than this; a warning says so.'),
    })
    .meta({ oneOf: [{ required: ['source'] }, { required: ['query'] }] }),
  'a group of keys that say where the rows are',
  { source: 'data/holdout.parquet', label: 'purchased' },
);
