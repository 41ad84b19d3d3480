import type { TensorInfo } from '../documents/validation.ts';
import type { Fault } from '../errors.ts';
import { isNumeric } from './columns.ts';
import type { MappingKey } from './mapping.ts';
import type { Roles } from './roles.ts';
import type { ColumnInfo } from './types.ts';
import { code, list, shapeText, yamlName } from './words.ts';

const MOST_PROPOSED = 1000;

/** The fault of an input of several columns without a mapping, with YAML to paste or to complete. */
export function proposeColumns(
  { name, shape }: TensorInfo,
  width: number | null,
  columns: readonly ColumnInfo[],
  roles: Roles,
  taken: ReadonlySet<string>,
  key: MappingKey = 'inputs',
): Fault {
  const reserved = new Set([roles.label, roles.group, roles.weight]);
  const free = columns
    .filter((column) => isNumeric(column) && !taken.has(column.name) && !reserved.has(column.name))
    .map((column) => column.name);
  const wants = width === null ? 'several columns' : `${width} columns`;
  const have =
    free.length === 0
      ? 'the holdout has no numeric column left'
      : `the holdout has ${free.length} numeric ones left: ${list(free)}`;
  const fits = free.length === width && width <= MOST_PROPOSED;
  const shown = fits ? free : [...free.slice(0, 3), '…'];
  const yaml = `${key}:\n  ${yamlName(name)}: [${shown.map((each) => (each === '…' ? each : yamlName(each))).join(', ')}]`;
  const opening = fits
    ? 'If these are the columns, in the order that the model was trained on, write'
    : `List ${wants} in the order that the model was trained on`;
  return {
    code: 'model-signature',
    message: `Input ${code(name)} ${shapeText(shape)} takes ${wants}, and a name cannot say which; ${have}.`,
    fix: `${opening}:\n${yaml}`,
  };
}
