import { findOffender } from '../find-offender.ts';
import type { Arm, MetricDefinition, MetricOptions, Prepared, Undefined } from '../prepared.ts';
import type { Scores } from '../scores.ts';
import { type GroupedScores, groupStarts } from './grouped-order.ts';
import { type RankedList, rankedGains, TIES } from './ranked-list.ts';

/** What a query without anything relevant counts as: nothing, 0 or 1. */
const EMPTY: Readonly<Record<string, number>> = { skip: Number.NaN, zero: 0, one: 1 };

/** The fields that metrics over ranked lists share. */
export const RANKED = {
  direction: 'higher',
  tasks: ['binary', 'ranking'],
  needs: 'scores',
  grouped: true,
  at: 'count',
  defaultAt: null,
  conventions: { ties: TIES, empty: ['skip', 'zero', 'one'] },
} as const satisfies Partial<MetricDefinition>;

/** `defaultAt` of metrics that without a cut-off rank the whole list. */
export const WHOLE_LIST = Number.POSITIVE_INFINITY;

/** What a grade is worth. */
export interface Gain {
  readonly of: (grade: number) => number;
  /** The highest grade that it takes. */
  readonly highest: number;
}

/** 1 for a relevant row: a grade above 0. */
export const RELEVANCE: Gain = { of: (grade) => (grade > 0 ? 1 : 0), highest: Number.MAX_VALUE };

/**
 * A metric that is the mean over queries of a value per ranked list, each query weighted by the mean weight of its rows
 * (as LightGBM does). `valuing(scores, depth)` gives that value; it sees only lists with something relevant, and `depth`
 * is the cut-off or the longest list, whichever is less. What the other lists count as is the convention `empty`.
 *
 * Undefined without groups, with a grade that is negative or above `gain.highest`, and when no query has a value.
 */
export function perQuery(
  scores: Scores,
  arm: Arm,
  { at, convention }: MetricOptions,
  gain: Gain,
  valuing: (scores: GroupedScores, depth: number) => (list: RankedList) => number,
): Prepared | Undefined {
  if (!isGrouped(scores)) return NO_GROUPS;
  const unfit = checkGrades(scores.label, gain.highest);
  if (unfit !== null) return unfit;
  const { order, gains, runEnds } = rankedGains(scores, arm, convention.ties!, gain.of);
  const measure = valuing(scores, Math.min(at ?? WHOLE_LIST, order.longest));
  const ofEmpty = EMPTY[convention.empty!]!;
  return perGroup(scores, queryWeights(scores), 'has a row with a grade above 0', (group) => {
    const from = order.starts[group]!;
    const to = order.starts[group + 1]!;
    if (from === to) return Number.NaN;
    let relevant = 0;
    for (let place = from; place < to; place++) if (gains[place]! > 0) relevant++;
    return relevant === 0 ? ofEmpty : measure({ gains, runEnds, from, to, relevant });
  });
}

/** `measure(group)` for every group, NaN where undefined; when that is everywhere, none of the groups `qualifies`. */
export function perGroup(
  { group }: GroupedScores,
  weights: Float64Array,
  qualifies: string,
  measure: (group: number) => number,
): Prepared | Undefined {
  const values = new Float64Array(group.count);
  let defined = 0;
  for (let code = 0; code < group.count; code++) {
    const value = measure(code);
    values[code] = value;
    if (!Number.isNaN(value)) defined++;
  }
  if (defined > 0) return { kind: 'groups', values, weights };
  const reason =
    group.count === 0 ? 'There are no groups.' : `None of the ${group.count} groups ${qualifies}.`;
  return { kind: 'undefined', reason };
}

export function isGrouped(scores: Scores): scores is GroupedScores {
  return scores.group !== null;
}

export const NO_GROUPS: Undefined = {
  kind: 'undefined',
  reason: 'Rows are not grouped; name the column of the user or the query as `group`.',
};

/** Why these labels are no grades, or null. */
export function checkGrades(label: Float64Array, highest = Number.MAX_VALUE): Undefined | null {
  const bad = (grade: number) => !(grade >= 0 && grade <= highest);
  // Every metric asks this of every row, nearly always in vain: a bare loop first.
  let row = 0;
  while (row < label.length && !bad(label[row]!)) row++;
  const offender = row === label.length ? null : findOffender(label, bad);
  if (offender === null) return null;
  const range = highest === Number.MAX_VALUE ? '0 or more' : `from 0 to ${highest}`;
  return {
    kind: 'undefined',
    reason: `The grade in ${offender.where} is ${offender.value}; here grades are ${range}.`,
  };
}

/** By group, the mean weight of its rows; 1 where rows have no weights, 0 for a group without rows. */
export function queryWeights({ group, weight }: GroupedScores): Float64Array {
  const mean = new Float64Array(group.count);
  if (weight === null) {
    const starts = groupStarts(group);
    return mean.map((_, code) => (starts[code + 1]! > starts[code]! ? 1 : 0));
  }
  const rows = new Uint32Array(group.count);
  for (let row = 0; row < group.code.length; row++) {
    const code = group.code[row]!;
    rows[code]!++;
    // The running mean needs no second pass and never divides by zero.
    mean[code]! += (weight[row]! - mean[code]!) / rows[code]!;
  }
  return mean;
}
