/** The interval of the candidate's own value, where that is a proportion. */
import type { Interval } from '../documents/common.ts';
import { wilson } from '../stats/wilson.ts';
import type { Prepared } from './prepared.ts';
import type { Scores } from './scores.ts';

interface Proportion {
  readonly successes: number;
  readonly n: number;
}

type Of<Kind extends Prepared['kind']> = Extract<Prepared, { kind: Kind }>;

/** Null where the metric is none, or where what it counts is weighted or not independent. */
const BY_KIND: {
  readonly [Kind in Prepared['kind']]: (prepared: Of<Kind>, independent: boolean) => Proportion | null;
} = {
  rows: ({ values }, independent) => (independent ? answers(values) : null),
  // Queries are independent of one another, whatever their rows are.
  groups: ({ values, weights }) => {
    if (!weights.every((weight) => weight === 1 || weight === 0)) return null;
    return answers(values.filter((value) => !Number.isNaN(value)));
  },
  auc: () => null,
  functional: ({ proportion = null }, independent) => (independent ? proportion : null),
};

/**
 * Wilson's interval of a share of independent rows or queries: accuracy, precision, recall, hit rate. Null for other metrics, with
 * sample weights, and for shares of rows when rows are grouped.
 */
export function ownInterval(
  prepared: Prepared,
  { weight, group }: Pick<Scores, 'weight' | 'group'>,
  confidence: number,
): Interval | null {
  const of = BY_KIND[prepared.kind] as (prepared: Prepared, independent: boolean) => Proportion | null;
  const proportion = of(prepared, weight === null && group === null);
  return proportion && proportionInterval(proportion, confidence);
}

/** Null of nothing. */
export function proportionInterval({ successes, n }: Proportion, confidence: number): Interval | null {
  return n === 0 ? null : { ...wilson(successes, n, confidence), confidence, method: 'Wilson' };
}

/** Null where any is neither 0 nor 1. */
function answers(values: Float64Array): Proportion | null {
  let successes = 0;
  for (const value of values) {
    if (value !== 0 && value !== 1) return null;
    successes += value;
  }
  return { successes, n: values.length };
}
