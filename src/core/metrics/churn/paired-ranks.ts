import { type GroupedScores, groupedOrder } from '../ranking/grouped-order.ts';

/** The lists of both models, group by group: places `starts[g]` … `starts[g + 1] − 1` are group g's. */
export interface PairedRanks {
  readonly starts: Uint32Array;
  /** By place in the candidate's order, the rank that the baseline gives to that row, from 0. */
  readonly baselineRank: Uint32Array;
}

/**
 * Equal scores keep the order of the input in both lists, so that two models with equal scores have equal lists.
 * `scores` must have a baseline.
 */
export function pairedRanks(scores: GroupedScores): PairedRanks {
  const { starts, rows } = groupedOrder(scores, 'candidate');
  const baseline = groupedOrder(scores, 'baseline');
  const rankOfRow = new Uint32Array(rows.length);
  for (let group = 0; group < scores.group.count; group++) {
    const from = starts[group]!;
    for (let place = from; place < starts[group + 1]!; place++)
      rankOfRow[baseline.rows[place]!] = place - from;
  }
  return { starts, baselineRank: rows.map((row) => rankOfRow[row]!) };
}

/** `measure(from, to)` for the places of each group; NaN for a group without rows. */
export function byGroup(starts: Uint32Array, measure: (from: number, to: number) => number): Float64Array {
  const values = new Float64Array(starts.length - 1);
  for (let group = 0; group < values.length; group++) {
    const from = starts[group]!;
    const to = starts[group + 1]!;
    values[group] = from === to ? Number.NaN : measure(from, to);
  }
  return values;
}
