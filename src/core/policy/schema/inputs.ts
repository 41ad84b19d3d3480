import { z } from 'zod';
import { expecting, text } from '../values.ts';

const columnName = text('the name of a column', 'price');
const column = expecting(
  z.union([
    columnName,
    z.strictObject({ sql: text('an SQL expression', 'ln(1 + price)').describe('A DuckDB expression.') }),
  ]),
  'the name of a column, or an SQL expression',
  { sql: 'ln(1 + price)' },
).meta({ id: 'column', description: 'A column of the holdout, or a DuckDB expression over its columns.' });

const columns = expecting(z.array(column).min(1), 'a list of columns', ['price', 'age']);

export const inputMapping = expecting(
  z.union([
    column,
    columns,
    z.strictObject({
      columns: columns.describe('The columns, in the order of the input.'),
      missing: expecting(
        z.union([z.literal('fail'), z.literal('nan'), z.number()]),
        'one of `fail`, `nan`, or a number to put there',
        'nan',
      )
        .default('fail')
        .describe('What a missing or NaN value becomes; `fail` stops and names the row.'),
    }),
  ]),
  'a column, a list of columns, or a list with its own rule for missing values',
  { columns: ['price', 'age'], missing: 'nan' },
).meta({ id: 'inputMapping', description: 'What feeds one input of the model.' });
