import { z } from 'zod';
import { choice, expecting, text } from '../values.ts';
import { wholeNumber } from './words.ts';

const columnName = text('the name of a column', 'price');
const sql = text('an SQL expression', 'ln(1 + price)').describe('A DuckDB expression.');

const missing = expecting(
  z.union([z.literal('fail'), z.literal('nan'), z.number()]),
  'one of `fail`, `nan`, or a number to put there',
  'nan',
);

const column = expecting(
  z.union([columnName, z.strictObject({ sql })]),
  'the name of a column, or an SQL expression',
  { sql: 'ln(1 + price)' },
).meta({ id: 'column', description: 'A column of the holdout, or a DuckDB expression over its columns.' });

const MISSING = 'What a missing or NaN value becomes; `fail` stops and names the row.';

const ownRule = missing.optional().describe(MISSING);
/** A column with a rule of its own, if need be. */
const member = expecting(
  z.union([
    columnName,
    z.strictObject({ column: columnName.describe('The name of a column.'), missing: ownRule }),
    z.strictObject({ sql, missing: ownRule }),
  ]),
  'the name of a column, an SQL expression, or one of these with its own rule for missing values',
  { column: 'age', missing: 0 },
).meta({
  id: 'member',
  description:
    'A column of the holdout or a DuckDB expression, with its own rule for missing values if need be.',
});

const columns = expecting(z.array(member).min(1), 'a list of columns', ['price', 'age']);

const constant = expecting(
  z.union([z.number(), z.boolean(), z.string().max(4096)]),
  'a number, true or false, or text',
  0.7,
);

export const inputMapping = expecting(
  z.union([
    member,
    columns,
    z.strictObject({
      columns: columns.describe('The columns, in the order of the input.'),
      missing: missing.default('fail').describe(MISSING),
    }),
    z.strictObject({
      list: column.describe('A column of lists, such as the items that a user has seen.'),
      length: wholeNumber(1, 1_000_000)
        .optional()
        .describe(
          "Elements that every row gets; the model's own size where it has one, else the longest of the batch.",
        ),
      pad: constant
        .optional()
        .describe('Fills up shorter lists at their end. Without it all must be of one length.'),
      truncate: choice(['start', 'end'], 'start')
        .optional()
        .describe('Which end of a longer list is cut off. Without it a longer list stops and names the row.'),
      missing: missing.default('fail').describe(MISSING),
    }),
    z.strictObject({
      mask: text('the name of another input', 'history').describe(
        'The input whose list it goes with: 1 where that has a value, 0 where it was filled up.',
      ),
    }),
    z.strictObject({ value: constant.describe('The same for every row, or for a scalar input.') }),
  ]),
  'a column, a list of columns, a list with its own rule for missing values, or one of `list`, `mask` and `value`',
  { columns: ['price', 'age'], missing: 'nan' },
).meta({ id: 'inputMapping', description: 'What feeds one input of the model.' });
