import type { SlicePolicy } from './schema.ts';

/** What an entry of `slices` is called: its columns, or the name or text of its condition. */
export function sliceName({ by, where, name }: Pick<SlicePolicy, 'by' | 'where' | 'name'>): string {
  if (by !== undefined) return columnsOf({ by }).join(',');
  return name ?? where ?? '';
}

/** The columns that are crossed; none for a condition. */
export function columnsOf({ by }: Pick<SlicePolicy, 'by'>): readonly string[] {
  return by === undefined ? [] : typeof by === 'string' ? [by] : by;
}
