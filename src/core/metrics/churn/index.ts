/** How much the candidate's answers differ from the baseline's; needs no labels. */

import { isGrouped, queryWeights } from '../ranking/per-query.ts';
import type { Scores } from '../scores.ts';
import { firstChanged } from './first-changed.ts';
import { flipRate } from './flip-rate.ts';
import { kendallTauB } from './kendall.ts';
import { overlapAt } from './overlap.ts';
import { pairedRanks } from './paired-ranks.ts';
import { rankBiasedOverlap } from './rbo.ts';
import { scoreShift } from './score-shift.ts';
import { spearman } from './spearman.ts';

export { type WinTieLoss, winTieLoss } from './win-tie-loss.ts';

export interface ChurnOptions {
  /** A score above it is a yes; null where scores are no probabilities. */
  readonly threshold: number | null;
  /** Cut-off of the overlap; a whole number from 1. */
  readonly k: number;
}

/** Null: not defined on these rows (none of them, a constant model) or, for all that needs lists, not grouped. */
export interface ChurnResult {
  readonly rows: number;
  /** Groups with rows; 0 where rows are not grouped. */
  readonly groups: number;
  /** Share of rows on the other side of the threshold; null without one. */
  readonly flipRate: number | null;
  /** Mean and greatest |candidate − baseline|, in units of the score. */
  readonly meanShift: number | null;
  readonly maxShift: number | null;
  readonly spearman: number | null;
  readonly kendallTauB: number | null;
  /** Share of the first k rows that both lists have in common; like the next two, a mean over groups. */
  readonly overlap: number | null;
  /** Rank-biased overlap, p = 0.9. */
  readonly rbo: number | null;
  /** Share of groups whose first row is another one. */
  readonly firstChanged: number | null;
}

/** The persistence of rank-biased overlap: 86 % of its weight is on the first ten ranks (Webber et al. 2010). */
const RBO_P = 0.9;

/**
 * Compares the scores of both models, which must be finite; `scores` must have a baseline. Labels are not looked at.
 * Row weights weigh rows, but not in rank correlations; a group weighs as much as its mean row.
 */
export function churnOf(
  scores: Scores & { readonly baseline: Float64Array },
  { threshold, k }: ChurnOptions,
): ChurnResult {
  const { candidate, baseline, weight } = scores;
  const shift = scoreShift(candidate, baseline, weight);
  return {
    rows: candidate.length,
    flipRate: threshold === null ? null : orNull(flipRate(candidate, baseline, weight, threshold)),
    meanShift: orNull(shift.mean),
    maxShift: candidate.length === 0 ? null : shift.max,
    spearman: orNull(spearman(candidate, baseline)),
    kendallTauB: orNull(kendallTauB(candidate, baseline)),
    ...listChurn(scores, k),
  };
}

function listChurn(
  scores: Scores,
  k: number,
): Pick<ChurnResult, 'groups' | 'overlap' | 'rbo' | 'firstChanged'> {
  if (!isGrouped(scores)) return { groups: 0, overlap: null, rbo: null, firstChanged: null };
  const ranks = pairedRanks(scores);
  const weights = queryWeights(scores);
  const changed = firstChanged(ranks);
  return {
    groups: changed.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0),
    overlap: groupMean(overlapAt(ranks, k), weights),
    rbo: groupMean(rankBiasedOverlap(ranks, RBO_P), weights),
    firstChanged: groupMean(changed, weights),
  };
}

function groupMean(values: Float64Array, weights: Float64Array): number | null {
  let sum = 0;
  let total = 0;
  for (let group = 0; group < values.length; group++) {
    if (Number.isNaN(values[group]!)) continue;
    sum += weights[group]! * values[group]!;
    total += weights[group]!;
  }
  return orNull(sum / total);
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
