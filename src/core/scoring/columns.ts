import { type Fault, nearest } from '../errors.ts';
import type { ColumnInfo } from './types.ts';
import { code, list } from './words.ts';

/** Types, as SQL names them, whose values are numbers. */
const NUMERIC = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN)$/;

export function isNumeric({ type }: ColumnInfo): boolean {
  return NUMERIC.test(type);
}

/** Lists and arrays, as SQL names them: `FLOAT[]`, `DOUBLE[3][4]`. */
export function isList({ type }: ColumnInfo): boolean {
  return type.endsWith(']');
}

/** How many brackets there are: 2 for a list of vectors. */
export function depthOf({ type }: ColumnInfo): number {
  return /(\[\d*\])*$/.exec(type)![0].split('[').length - 1;
}

/** `message` says who wants the column. The fix has the nearest names, else what there is. */
export function missingColumn(message: string, name: string, columns: readonly ColumnInfo[]): Fault {
  const names = columns.map((column) => column.name);
  const near = nearest(name, names).map(code);
  const fix = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `The columns are ${list(names)}.`;
  return { code: 'column-missing', message, fix };
}
