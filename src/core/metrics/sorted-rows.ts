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
  const partOf = new Int32Array(order.length).fill(-1);
  const placeIn = new Uint32Array(order.length);
  for (const [part, rows] of parts.entries()) {
    for (let place = 0; place < rows.length; place++) {
      partOf[rows[place]!] = part;
      placeIn[rows[place]!] = place;
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
    const part = partOf[order[i]!]!;
    if (part < 0) continue;
    const place = next[part]!++;
    orders[part]!.order[place] = placeIn[order[i]!]!;
    orders[part]!.begins[place] = run === lastRun[part] ? 0 : 1;
    lastRun[part] = run;
  }
  return orders;
}
