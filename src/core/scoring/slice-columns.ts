/** Which columns of the holdout slices need, and where the scores table keeps them. */
import type { SlicePolicy } from '../policy/schema.ts';
import { columnsOf, sliceName } from '../policy/slice-name.ts';
import type { ColumnRequest } from './types.ts';

export interface SliceColumn {
  readonly from: ColumnRequest['from'];
  /** Its name in the scores table. The prefix keeps it apart from `label`, `candidate` and the others. */
  readonly stored: string;
}

/** Each once, in the order of the policy. */
export function sliceColumns(slices: readonly SlicePolicy[]): SliceColumn[] {
  const columns = slices.flatMap((slice): SliceColumn[] =>
    slice.where === undefined
      ? columnsOf(slice).map((column) => ({ from: { column }, stored: `slice.${column}` }))
      : [{ from: { sql: slice.where }, stored: `where.${sliceName(slice)}` }],
  );
  return [...new Map(columns.map((column) => [column.stored, column])).values()];
}
