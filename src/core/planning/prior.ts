/** What a holdout can be expected to decide about AUC, from its size alone. */
import { detectableDifference } from '../stats/detectable-difference.ts';
import { aucDifferenceError } from '../stats/hanley-mcneil.ts';
import { failPower, passPower, rowsNeeded } from '../stats/power.ts';

/** What is believed before there are scores. */
export interface Prior {
  readonly rows: number;
  /** Share of rows with label 1, between 0 and 1. */
  readonly positiveRate: number;
  /** Of both models, between 0 and 1. */
  readonly auc: number;
  /** Between the AUC estimates of the two models over holdouts: from 0 to below 1. */
  readonly correlation: number;
  /** The most that may be lost. */
  readonly margin: number;
  readonly confidence: number;
}

/** How verdicts on a candidate whose true AUC is `loss` below the baseline's would fall. */
export interface Chances {
  readonly loss: number;
  readonly pass: number;
  readonly inconclusive: number;
  readonly fail: number;
}

export interface PriorPlan extends Prior {
  readonly positives: number;
  readonly standardError: number;
  /** Smallest difference that is found with 80 % power. */
  readonly mde: number;
  /** Rows with which an equal model passes with a chance of 80 %. */
  readonly rowsNeeded: number;
  readonly chances: readonly Chances[];
}

/** What every plan is made for. */
export const POWER = 0.8;

/** Losses that chances are told for, in margins: an equal model, one at the limit, one clearly worse. */
const LOSSES = [0, 1, 2] as const;

/**
 * 10,000 rows, 5 % positive, AUC 0.75, correlation 0.9, margin 0.002 at 0.95: SE 0.0057, mde 0.0161, 646,263 rows needed.
 * The prior has at least one row of each label.
 */
export function planPrior(prior: Prior): PriorPlan {
  const { rows, auc, correlation, margin, confidence } = prior;
  const positives = positivesOf(prior);
  const standardError = aucDifferenceError({ auc, positives, negatives: rows - positives, correlation });
  const plan = { margin, standardError, confidence };
  const chances = LOSSES.map((times): Chances => {
    const loss = times * margin;
    const [pass, fail] = [passPower(plan, -loss), failPower(plan, -loss)];
    return { loss, pass, inconclusive: Math.max(0, 1 - pass - fail), fail };
  });
  return {
    ...prior,
    positives,
    standardError,
    mde: detectableDifference(standardError, confidence, Number.POSITIVE_INFINITY),
    rowsNeeded: rowsNeeded(plan, rows, POWER),
    chances,
  };
}

/** Whole rows with label 1. */
export function positivesOf({ rows, positiveRate }: Pick<Prior, 'rows' | 'positiveRate'>): number {
  return Math.round(rows * positiveRate);
}
