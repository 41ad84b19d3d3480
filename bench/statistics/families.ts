/** What one metric on one holdout does not show: several slices, plans before there are scores, groups ignored. */
import { benjaminiHochberg } from '../../src/core/stats/benjamini-hochberg.ts';
import { aucDifferenceError, hanleyMcneil } from '../../src/core/stats/hanley-mcneil.ts';
import { holm } from '../../src/core/stats/holm.ts';
import { seededRandom } from '../../src/core/stats/random.ts';
import { CASES, type Case, compare } from './cases.ts';
import { CLUSTERED, draw, INDEPENDENT, NOISE } from './world.ts';

const SLICES = 20;
const ROWS_PER_SLICE = 400;

export interface Families {
  /** All slices equal: share of repetitions with any false alarm. */
  readonly anyFalse: { readonly none: number; readonly holm: number; readonly hochberg: number };
  /** Half of the slices worse: mean share of false alarms among the alarms, and of worse slices found. */
  readonly falseShare: { readonly holm: number; readonly hochberg: number };
  readonly found: { readonly holm: number; readonly hochberg: number };
}

/** Log loss by paired t in 20 slices of 400 rows. */
export function sliceFamilies(seed: number, repetitions: number): Families {
  const random = seededRandom(seed);
  const one = CASES.find(({ metric, world }) => metric === 'logloss' && world === INDEPENDENT)!;
  const ps = (worse: number) =>
    Array.from({ length: SLICES }, (_, slice) => {
      const noise = slice < worse ? NOISE.worse : NOISE.equal;
      return compare(one, draw(INDEPENDENT, noise, random, ROWS_PER_SLICE), 0).p!;
    });
  const rejected = (adjusted: readonly number[]) => adjusted.map((p) => p <= 0.05);
  const any = { none: 0, holm: 0, hochberg: 0 };
  const falseShare = { holm: 0, hochberg: 0 };
  const found = { holm: 0, hochberg: 0 };
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const equal = ps(0);
    const mixed = ps(SLICES / 2);
    if (rejected(equal).includes(true)) any.none++;
    for (const [name, adjust] of [['holm', holm] as const, ['hochberg', benjaminiHochberg] as const]) {
      if (rejected(adjust(equal)).includes(true)) any[name]++;
      const alarms = rejected(adjust(mixed));
      const right = alarms.slice(0, SLICES / 2).filter(Boolean).length;
      const wrong = alarms.slice(SLICES / 2).filter(Boolean).length;
      falseShare[name] += wrong / Math.max(1, wrong + right);
      found[name] += right / (SLICES / 2);
    }
  }
  for (const shares of [any, falseShare, found] as Record<string, number>[]) {
    for (const key of Object.keys(shares)) shares[key]! /= repetitions;
  }
  return { anyFalse: any, falseShare, found };
}

export interface PriorPlan {
  readonly auc: number;
  readonly positives: number;
  readonly negatives: number;
  readonly correlation: number;
  /** Of one AUC, and of the difference: by formula, and the spread over the draws. */
  readonly alone: { readonly planned: number; readonly observed: number };
  readonly difference: { readonly planned: number; readonly observed: number };
}

/** Hanley–McNeil against the spread of AUC over independent holdouts of equal models. */
export function priorPlan(seed: number, repetitions: number): PriorPlan {
  const random = seededRandom(seed);
  const one = CASES.find(({ metric, world }) => metric === 'auc' && world === INDEPENDENT)!;
  const candidates: number[] = [];
  const baselines: number[] = [];
  let positives = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const scores = draw(INDEPENDENT, NOISE.equal, random);
    const { candidate, baseline } = compare(one, scores, 0);
    candidates.push(candidate!);
    baselines.push(baseline!);
    positives += scores.label.reduce((sum, label) => sum + label, 0) / repetitions;
  }
  const auc = mean(candidates);
  const alone = Math.sqrt((covariance(candidates, candidates) + covariance(baselines, baselines)) / 2);
  const correlation = covariance(candidates, baselines) / alone ** 2;
  const differences = candidates.map((candidate, i) => candidate - baselines[i]!);
  const prior = { auc, positives, negatives: INDEPENDENT.rows - positives, correlation };
  return {
    ...prior,
    alone: { planned: hanleyMcneil(auc, prior.positives, prior.negatives), observed: alone },
    difference: {
      planned: aucDifferenceError(prior),
      observed: Math.sqrt(covariance(differences, differences)),
    },
  };
}

/** Type-I error of each metric over rows of users when nobody says that they are users. */
export function withoutGroups(
  seed: number,
  repetitions: number,
): readonly { readonly case: Case; readonly typeOne: number }[] {
  const cases = CASES.filter(({ metric, world }) => world === CLUSTERED && metric !== 'gauc');
  return cases.map((one) => {
    const random = seededRandom(seed);
    let rejected = 0;
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const scores = { ...draw(CLUSTERED, NOISE.equal, random), group: null };
      if (compare(one, scores, 0).p! < 0.05) rejected++;
    }
    return { case: one, typeOne: rejected / repetitions };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function covariance(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  return a.reduce((sum, value, i) => sum + (value - meanA) * (b[i]! - meanB), 0) / (a.length - 1);
}
