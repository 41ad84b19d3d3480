/** Equal scores in the order of ids, as trec_eval breaks ties. */
import type { Scores } from '../scores.ts';
import type { GroupedOrder } from './grouped-order.ts';

/**
 * `order.rows` with every run of equal scores by the id of its items, descending by UTF-8 bytes, as `strcmp` compares them
 * (trec_eval's form_res_rels.c); rows of one id keep the order of the input. Ids 9 and 10: 9 goes first.
 */
export function rowsByIdDescending(
  { rows, runEnds }: Pick<GroupedOrder, 'rows' | 'runEnds'>,
  { code, ids }: NonNullable<Scores['item']>,
): Uint32Array {
  const sorted = rows.slice();
  for (let start = 0; start < rows.length; start = runEnds[start]!) {
    if (runEnds[start]! - start === 1) continue;
    const run = [...rows.subarray(start, runEnds[start])];
    sorted.set(
      run.sort((a, b) => compareUtf8(ids[code[b]!]!, ids[code[a]!]!)),
      start,
    );
  }
  return sorted;
}

/** Below 0 where the UTF-8 bytes of `a` come before those of `b`: the order of code points, and not that of `<`. */
export function compareUtf8(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  for (let i = 0; i < end; i++) {
    const difference = byCodePoint(a.charCodeAt(i)) - byCodePoint(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all that one unit of UTF-16 can hold, but lie below U+E000. */
function byCodePoint(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
