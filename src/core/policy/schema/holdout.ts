import { z } from 'zod';
import { expecting, text } from '../values.ts';
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
        .describe('Files, globs or references (docs/references.md): Parquet, CSV, JSON lines.'),
      query: text('a DuckDB SELECT', "SELECT * FROM 'data/*.parquet' WHERE day >= 20")
        .optional()
        .describe('DuckDB SQL instead of files.'),
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
