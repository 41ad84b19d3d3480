import type { Arm, MetricDefinition, MetricOptions, Prepared, Undefined } from '../prepared.ts';
import type { Scores } from '../scores.ts';
import { type GroupedScores, groupedOrder } from './grouped-order.ts';
import { isGrouped, NO_GROUPS, RANKED } from './per-query.ts';

/** Which rows are shown: the first k of each list. Row, item and chance side by side, one entry per such row. */
export interface Exposure {
  readonly row: Uint32Array;
  readonly item: Int32Array;
  /** Below 1 only for rows of a run of equal scores that straddles the cut. */
  readonly chance: Float64Array;
  /** Items in the catalogue: all that the holdout has. */
  readonly items: number;
  /** Row weights, or null for all ones. */
  readonly weight: Float64Array | null;
}

/** The fields that metrics over what is shown share. */
export const EXPOSED = {
  ...RANKED,
  conventions: { ties: ['expected', 'input'] },
  items: true,
} as const satisfies Partial<MetricDefinition>;

/**
 * A metric over what one model shows in the first k of each list. `valuing(exposure, scores)` gives its value, NaN where
 * undefined, for a resample that holds row r `times[r]` times. Undefined without groups or items.
 */
export function overExposure(
  scores: Scores,
  arm: Arm,
  options: MetricOptions,
  valuing: (exposure: Exposure, scores: ItemScores) => (times: Float64Array | null) => number,
): Prepared | Undefined {
  if (!isGrouped(scores)) return NO_GROUPS;
  if (!hasItems(scores)) return NO_ITEMS;
  if (scores.label.length === 0) return NO_ROWS;
  return { kind: 'functional', value: valuing(exposureOf(scores, arm, options), scores) };
}

export type ItemScores = GroupedScores & { readonly item: NonNullable<Scores['item']> };

const NO_ROWS: Undefined = { kind: 'undefined', reason: 'There are no rows.' };

const NO_ITEMS: Undefined = {
  kind: 'undefined',
  reason: 'It is not known which item each row shows; name the column of the item as `item`.',
};

function hasItems(scores: GroupedScores): scores is ItemScores {
  return scores.item != null && scores.item.count > 0;
}

function exposureOf(scores: ItemScores, arm: Arm, { at, convention }: MetricOptions): Exposure {
  const k = at!;
  const expected = convention.ties === 'expected';
  const { starts, rows, runEnds } = groupedOrder(scores, arm);
  const row: number[] = [];
  const chance: number[] = [];
  for (let group = 0; group < scores.group.count; group++) {
    const from = starts[group]!;
    const limit = Math.min(starts[group + 1]!, from + k);
    for (let start = from; start < limit; start = runEnds[start]!) {
      const end = runEnds[start]!;
      const shared = expected && end > limit;
      for (let place = start; place < (shared ? end : Math.min(end, limit)); place++) {
        row.push(rows[place]!);
        chance.push(shared ? (limit - start) / (end - start) : 1);
      }
    }
  }
  return {
    row: Uint32Array.from(row),
    item: Int32Array.from(row, (r) => scores.item.code[r]!),
    chance: Float64Array.from(chance),
    items: scores.item.count,
    weight: scores.weight,
  };
}

/** By item, its summed chances of being shown, weighted; `times` as in `Prepared`. */
export function exposureByItem(
  { row, item, chance, items, weight }: Exposure,
  times: Float64Array | null,
): Float64Array {
  const shown = new Float64Array(items);
  for (let i = 0; i < row.length; i++) {
    const w = weight === null ? 1 : weight[row[i]!]!;
    shown[item[i]!]! += chance[i]! * w * (times === null ? 1 : times[row[i]!]!);
  }
  return shown;
}
