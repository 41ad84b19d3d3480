import type { MetricResult } from '../documents/evaluation.ts';

/** The numbers of a `MetricResult`. */
export type Comparison = Pick<
  MetricResult,
  | 'candidate'
  | 'baseline'
  | 'delta'
  | 'standardError'
  | 'interval'
  | 'p'
  | 'test'
  | 'candidateInterval'
  | 'mde'
  | 'reason'
>;

const NOTHING = { baseline: null, delta: null, standardError: null, interval: null, p: null, mde: null };

/** A metric that these rows do not define. */
export function undefinedBecause(reason: string): Comparison {
  return { candidate: null, ...NOTHING, reason };
}

/** There is no baseline. */
export function candidateAlone(candidate: number): Comparison {
  return { candidate, ...NOTHING, reason: null };
}
