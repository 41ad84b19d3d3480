import type { Fault } from '../errors.ts';
import { missingColumn } from './columns.ts';
import type { ColumnInfo, ColumnValues } from './types.ts';
import { code } from './words.ts';

/** Columns with a meaning of their own: never proposed as features, and the label is never matched by name. */
export interface Roles {
  readonly label?: string | undefined;
  readonly group?: string | undefined;
  readonly weight?: string | undefined;
  readonly item?: string | undefined;
}

/** Roles that name no column: `column-missing`. */
export function checkRoles({ label, group, weight, item }: Roles, columns: readonly ColumnInfo[]): Fault[] {
  const names = new Set(columns.map(({ name }) => name));
  return Object.entries({ label, group, weight, item }).flatMap(([role, name]) => {
    return name === undefined || names.has(name)
      ? []
      : [missingColumn(`The ${role} column ${code(name)} is not in the holdout.`, name, columns)];
  });
}

/** The first row without a value: `value-missing`. `first`: the batch's first row in the holdout, from 0. */
export function checkRoleValues(
  role: keyof Roles,
  column: string,
  { valid }: ColumnValues,
  first: number,
): Fault[] {
  const at = valid?.indexOf(0) ?? -1;
  if (at < 0) return [];
  return [
    {
      code: 'value-missing',
      message: `The ${role} column ${code(column)} has no value in row ${first + at + 1}.`,
      fix: `Every row needs one: fill it in, or leave such rows out with \`query: SELECT … WHERE … IS NOT NULL\`.`,
    },
  ];
}
