/** The columns of a plain input: those that its mapping names, or the one of its own name. */
import type { TensorInfo } from '../documents/validation.ts';
import type { Fault } from '../errors.ts';
import type { InputMapping } from '../policy/schema.ts';
import { isList, missingColumn } from './columns.ts';
import type { Missing } from './elements.ts';
import type { MappingKey } from './mapping.ts';
import type { Roles } from './roles.ts';
import type { ColumnInfo, ColumnRequest } from './types.ts';
import { clip, code, yamlName } from './words.ts';

export interface Found {
  readonly columns: readonly ColumnRequest['from'][];
  readonly missing: readonly Missing[];
}

export interface Context {
  readonly columns: readonly ColumnInfo[];
  readonly roles: Roles;
  readonly faults: Fault[];
  readonly notes: string[];
  readonly key: MappingKey;
}

/** A mapping whose values are numbers or text, one a row for each column. */
export type Plain = Exclude<InputMapping, { list: unknown } | { mask: unknown } | { value: unknown }>;

export function fromMapping({ name }: TensorInfo, entry: Plain, { columns, faults, key }: Context): Found {
  const full = typeof entry === 'object' && 'columns' in entry ? entry : null;
  const given = full ? full.columns : (entry as Exclude<Plain, { columns: unknown }>);
  const usual = full?.missing ?? 'fail';
  const members = (Array.isArray(given) ? given : [given]).map((each) => {
    if (typeof each === 'string') return { from: { column: each }, missing: usual };
    const own = 'missing' in each ? each.missing : undefined;
    const from = 'sql' in each ? { sql: each.sql } : { column: each.column };
    return { from, missing: own ?? usual };
  });
  for (const { from } of members) faults.push(...misplaced(name, from, columns, key));
  return { columns: members.map(({ from }) => from), missing: members.map(({ missing }) => missing) };
}

/** Of a column among plain ones: it is not there, or it holds lists. */
function misplaced(
  input: string,
  from: ColumnRequest['from'],
  columns: readonly ColumnInfo[],
  key: MappingKey,
): Fault[] {
  if ('sql' in from) return [];
  const column = columns.find(({ name }) => name === from.column);
  if (!column) {
    const message = `Input ${code(input)} takes the column ${code(from.column)}, which is not in the holdout.`;
    return [missingColumn(message, from.column, columns)];
  }
  if (!isList(column)) return [];
  return [
    {
      code: 'model-signature',
      message: `Column ${code(column.name)} (${clip(column.type)}) holds lists, and \`${key}\` puts it among single values for input ${code(input)}.`,
      fix: `Feed lists to an input of their own: \`${yamlName(input)}: { list: ${yamlName(column.name)} }\`.`,
    },
  ];
}

/** Null when a name cannot say enough: the input wants several columns. */
export function fromName({ name }: TensorInfo, width: number | null, context: Context): Found | null {
  const { roles, notes, faults } = context;
  const columns = context.columns.filter((column) => column.name !== roles.label);
  const found = (column: string): Found => ({ columns: [{ column }], missing: ['fail'] });
  if (width !== null && width !== 1) return null;
  if (columns.some((column) => column.name === name)) return found(name);
  const alike = columns.filter((column) => column.name.toLowerCase() === name.toLowerCase());
  if (alike.length === 1) {
    notes.push(`Input ${code(name)} is fed from the column ${code(alike[0]!.name)}.`);
    return found(alike[0]!.name);
  }
  if (width === null) return null;
  if (name === roles.label) {
    const fix = 'Map it to a feature under `inputs`, or export the model without it.';
    const message = `Input ${code(name)} has the name of the label, which must not be fed to a model.`;
    faults.push({ code: 'column-missing', message, fix });
  } else
    faults.push(
      missingColumn(`Input ${code(name)} has no column of its name in the holdout.`, name, columns),
    );
  return found(name);
}
