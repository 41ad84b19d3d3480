import type { Arm } from '../prepared.ts';
import { type GroupedOrder, type GroupedScores, groupedOrder } from './grouped-order.ts';
import { rowsByIdDescending } from './id-order.ts';

/** One group's gains by rank: places `from` … `to − 1` of arrays that all groups share. */
export interface RankedList {
  readonly gains: Float64Array;
  /** By place, where its run of equal scores ends (exclusive). Within a run, any order is as likely as any other. */
  readonly runEnds: Uint32Array;
  readonly from: number;
  readonly to: number;
  /** Rows with a gain above 0; at least one. */
  readonly relevant: number;
}

/** All lists of one model: `RankedList` without its bounds. */
export interface RankedGains {
  readonly order: GroupedOrder;
  readonly gains: Float64Array;
  readonly runEnds: Uint32Array;
}

/** What becomes of rows with equal scores. */
export const TIES = ['expected', 'input', 'id_desc', 'worst', 'best'] as const;

/**
 * Gains in the order of one model's scores. `ties` decides among equal scores: `expected` keeps them as runs, whose
 * every order is equally likely; `input` takes the order of the rows, `id_desc` that of the items' ids, descending by bytes, as
 * trec_eval does, `worst` the least gain first, `best` the greatest. `id_desc` needs items.
 */
export function rankedGains(
  scores: GroupedScores,
  arm: Arm,
  ties: string,
  gain: (grade: number) => number,
): RankedGains {
  const order = groupedOrder(scores, arm);
  const rows = ties === 'id_desc' ? rowsByIdDescending(order, scores.item!) : order.rows;
  const gains = gainsInOrder(scores, rows, gain);
  if (ties === 'expected') return { order, gains, runEnds: order.runEnds };
  if (ties === 'worst' || ties === 'best') sortRuns(gains, order.runEnds, ties === 'best');
  return { order, gains, runEnds: order.runEnds.map((_, place) => place + 1) };
}

function gainsInOrder(
  { label }: GroupedScores,
  rows: Uint32Array,
  gain: (grade: number) => number,
): Float64Array {
  const gains = new Float64Array(rows.length);
  for (let place = 0; place < rows.length; place++) gains[place] = gain(label[rows[place]!]!);
  return gains;
}

function sortRuns(gains: Float64Array, ends: Uint32Array, descending: boolean): void {
  for (let start = 0; start < gains.length; start = ends[start]!) {
    if (ends[start]! - start === 1) continue;
    const run = gains.subarray(start, ends[start]).sort();
    if (descending) run.reverse();
  }
}
