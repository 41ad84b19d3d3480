import { type SortedRows, sortRows } from '../stats/argsort.ts';
import type { Arm } from './prepared.ts';
import type { Scores } from './scores.ts';

/** Rows of `whole` that were taken apart: `subsets[p]` holds the rows `parts[p]`, in that order; no row is in two. */
interface Division {
  readonly whole: Scores;
  readonly parts: readonly Int32Array[];
  readonly subsets: readonly Scores[];
}

/** What is known of scores lives exactly as long as they do. */
const KNOWN = new WeakMap<Scores, Map<Arm, SortedRows>>();
const DIVISIONS = new WeakMap<Scores, Division>();

/** Says where subsets came from, so that they need not be sorted again. */
export function noteDivision(division: Division): void {
  for (const subset of division.subsets) DIVISIONS.set(subset, division);
}

/** Rows by ascending score of one model. Sorted once; subsets take their order from the whole, all of them in one pass. */
export function sortedRows(scores: Scores, arm: Arm): SortedRows {
  const known = KNOWN.get(scores)?.get(arm);
  if (known) return known;
  const division = DIVISIONS.get(scores);
  if (!division) return remember(scores, arm, sortRows(scores[arm]!));
  const orders = divide(sortedRows(division.whole, arm), division);
  for (const [part, order] of orders.entries()) remember(division.subsets[part]!, arm, order);
  return KNOWN.get(scores)!.get(arm)!;
}

function remember(scores: Scores, arm: Arm, order: SortedRows): SortedRows {
  const known = KNOWN.get(scores) ?? new Map<Arm, SortedRows>();
  KNOWN.set(scores, known.set(arm, order));
  return order;
}

function divide({ order, begins }: SortedRows, { parts }: Division): SortedRows[] {
  // By row, its part from 1 and its place there, side by side: they are looked up together, in no order. 0 is no part.
  const homes = new Uint32Array(2 * order.length);
  for (const [part, rows] of parts.entries()) {
    for (let place = 0; place < rows.length; place++) {
      homes[2 * rows[place]!] = part + 1;
      homes[2 * rows[place]! + 1] = place;
    }
  }
  const orders = parts.map(({ length }) => ({
    order: new Uint32Array(length),
    begins: new Uint8Array(length),
  }));
  const next = new Uint32Array(parts.length);
  const lastRun = new Uint32Array(parts.length);
  let run = 0;
  for (let i = 0; i < order.length; i++) {
    run += begins[i]!;
    const home = 2 * order[i]!;
    const part = homes[home]! - 1;
    if (part < 0) continue;
    const place = next[part]!++;
    orders[part]!.order[place] = homes[home + 1]!;
    orders[part]!.begins[place] = run === lastRun[part] ? 0 : 1;
    lastRun[part] = run;
  }
  return orders;
}
