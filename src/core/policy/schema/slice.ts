import { z } from 'zod';
import { expecting, text } from '../values.ts';
import { level, wholeNumber } from './words.ts';

const sliceColumn = text('the name of a column', 'region');

export const slice = expecting(
  z
    .strictObject({
      by: expecting(
        z.union([sliceColumn, z.array(sliceColumn).min(1).max(4)]),
        'a column, or a list of up to four',
        ['region', 'month'],
      )
        .optional()
        .describe('A column of the holdout, one slice for each of its values; a list crosses them.'),
      where: text('an SQL condition', 'price > 100')
        .optional()
        .describe('A DuckDB condition over the columns of the holdout: its rows are one slice.'),
      name: expecting(z.string().min(1).max(100), 'a name of 100 characters at most', 'expensive')
        .optional()
        .describe('What the slice of a `where` is called; its text when left out.'),
      'min-rows': wholeNumber(500, 1_000_000_000)
        .default(200)
        .describe('Slices with fewer rows are not judged, and listed.'),
      'min-positives': expecting(z.int().min(0).max(1_000_000_000), 'a whole number from 0', 20)
        .default(20)
        .describe('Slices with fewer positive or fewer negative rows are not judged, and listed.'),
      level,
    })
    .meta({ oneOf: [{ required: ['by'] }, { required: ['where'] }] }),
  'a group of keys, with `by` or `where`',
  { by: 'region' },
).meta({ id: 'slice', description: 'Parts of the holdout that are judged on their own.' });
