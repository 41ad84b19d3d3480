import type { MetricResult } from '../documents/evaluation.ts';
import { type Estimate, wald } from '../stats/wald.ts';
import type { Scores } from './scores.ts';

/** The numbers of a `MetricResult`. */
export type Comparison = Pick<
  MetricResult,
  'candidate' | 'baseline' | 'delta' | 'standardError' | 'interval' | 'p' | 'mde' | 'reason'
>;

/** One row of the table of metrics. */
export interface Metric {
  /** What a policy calls it. */
  readonly id: string;
  /** What a report calls it. */
  readonly title: string;
  readonly direction: 'higher' | 'lower';
  /** How ties, clipping and thresholds are treated; empty where there is no choice. */
  readonly convention: string;
  /** `scores`: any finite number that ranks rows. `probabilities`: in [0, 1]. */
  readonly needs: 'scores' | 'probabilities';
  /**
   * The metric of both models, and what can be said about their difference at `confidence`.
   * `scores` have passed `checkScores` and `checkMetrics`, and weights are positive. Rows may be few, none, or of one
   * class: the metric is then null, with a reason.
   */
  compute(scores: Scores, confidence: number): Comparison;
}

const NOTHING = { baseline: null, delta: null, standardError: null, interval: null, p: null, mde: null };

/** A metric that these rows do not define. */
export function undefinedBecause(reason: string): Comparison {
  return { candidate: null, ...NOTHING, reason };
}

/** There is no baseline. */
export function candidateAlone(candidate: number): Comparison {
  return { candidate, ...NOTHING, reason: null };
}

/** Both values, with what the estimate of their difference says. A reason here means that only the interval is missing. */
export function compared(
  candidate: number,
  baseline: number,
  estimate: Estimate,
  confidence: number,
): Comparison {
  return { candidate, baseline, delta: estimate.delta, ...wald(estimate, confidence) };
}
