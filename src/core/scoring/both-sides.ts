import type { Fault } from '../errors.ts';
import type { ColumnInfo, Signature } from './types.ts';
import { clip, shapeText } from './words.ts';

const MOST = 50;

/** What the model takes and what the holdout has, as details of the last fault of a mapping. */
export function withBothSides(
  faults: readonly Fault[],
  { inputs }: Signature,
  columns: readonly ColumnInfo[],
): Fault[] {
  const last = faults.at(-1);
  if (!last) return [];
  const details = [
    `The model takes ${listed(inputs.map(({ name, type, shape }) => `${clip(name)} ${type ?? 'not a tensor'} ${shapeText(shape)}`))}.`,
    `The holdout has ${listed(columns.map(({ name, type }) => `${clip(name)} ${clip(type, 40)}`))}.`,
  ].join('\n');
  return [...faults.slice(0, -1), { ...last, details }];
}

function listed(names: readonly string[]): string {
  const more = names.length > MOST ? ` and ${names.length - MOST} more` : '';
  return names.length === 0 ? 'nothing' : names.slice(0, MOST).join(', ') + more;
}
