/** From what a metric made of two models' scores to what can be said about their difference. */

import { areaUnderCurve } from '../stats/area.ts';
import { LANES } from '../stats/copies.ts';
import { curveArm, type PairedValues, resampleCurves } from '../stats/curve-bootstrap.ts';
import { delong } from '../stats/delong.ts';
import { fisherRandomizationP } from '../stats/fisher-randomization.ts';
import { mcnemar } from '../stats/mcnemar.ts';
import {
  type BootstrapOptions,
  percentileInference,
  resampleRows,
  spreadOf,
  type Units,
} from '../stats/paired-bootstrap.ts';
import { pairedMean } from '../stats/paired-mean.ts';
import { hasFewSums, resampleSums } from '../stats/sum-bootstrap.ts';
import { distanceInference } from '../stats/target-distance.ts';
import { wald } from '../stats/wald.ts';
import { type Comparison, candidateAlone, undefinedBecause } from './metric.ts';
import { ownInterval } from './own-interval.ts';
import type { MetricDefinition, Prepared, Undefined } from './prepared.ts';
import type { Scores } from './scores.ts';

type Of<Kind extends Prepared['kind']> = Extract<Prepared, { kind: Kind }>;
type Direction = MetricDefinition['direction'];
/** Both values and their difference, or why there are none. */
type Compared<Kind extends Prepared['kind']> = (
  candidate: Of<Kind>,
  baseline: Of<Kind> | null,
  scores: Scores,
  options: BootstrapOptions,
  direction: Direction,
) => Comparison;

const BY_KIND: { readonly [Kind in Prepared['kind']]: Compared<Kind> } = {
  rows: compareRows,
  groups: compareGroups,
  auc: compareAuc,
  functional: compareFunctionals,
};

/**
 * Values of both models, and of their difference: standard error, interval, two-sided p of no difference, smallest
 * difference that 80 % of such holdouts detect. Without a baseline the candidate's value alone. A proportion has an interval of
 * its own (`ownInterval`).
 *
 * - `rows`: paired t, over groups where there are any. p is McNemar's mid-p where independent unweighted rows are each
 *   0 or 1 (accuracy).
 * - `groups`: paired t over the groups that both models define; p is Fisher's randomization.
 * - `auc`: DeLong, or Obuchowski with groups.
 * - `functional`: paired bootstrap over groups, or rows; of a metric with a target see `distanceInference`.
 *
 * `delta` is candidate − baseline; of a metric with a target it is |candidate − target| − |baseline − target|, so that lower is better.
 *
 * `scores` have passed `checkScores`, weights are positive; both preparations are of these scores and of one kind
 * (TypeError otherwise).
 */
export function infer(
  definition: Pick<MetricDefinition, 'direction'>,
  candidate: Prepared | Undefined,
  baseline: Prepared | Undefined | null,
  scores: Scores,
  options: BootstrapOptions,
): Comparison {
  if (candidate.kind === 'undefined') return undefinedBecause(candidate.reason);
  if (scores.label.length === 0) return undefinedBecause('There are no rows.');
  const known = baseline === null || baseline.kind === 'undefined' ? null : baseline;
  if (known !== null && known.kind !== candidate.kind) {
    throw new TypeError(`${candidate.kind} against ${known.kind}`);
  }
  if (typeof definition.direction === 'object' && candidate.kind !== 'functional') {
    throw new TypeError(`${candidate.kind} has no inference about a distance from a target`);
  }
  const compare = BY_KIND[candidate.kind] as Compared<Prepared['kind']>;
  const own = ownInterval(candidate, scores, options.confidence);
  const comparison = {
    ...compare(candidate, known, scores, options, definition.direction),
    ...(own && { candidateInterval: own }),
  };
  return baseline?.kind === 'undefined' ? { ...comparison, reason: baseline.reason } : comparison;
}

function compareRows(
  candidate: Of<'rows'>,
  baseline: Of<'rows'> | null,
  scores: Scores,
  { confidence }: BootstrapOptions,
): Comparison {
  const mean = weightedMean(candidate.values, scores.weight);
  if (baseline === null) return candidateAlone(mean);
  const baselineMean = weightedMean(baseline.values, scores.weight);
  const differences = subtract(candidate.values, baseline.values);
  const delta = mean - baselineMean;
  const said = wald(pairedMean(differences, delta, scores), confidence);
  const test = said.p === null ? null : discordantTest(candidate, baseline, scores);
  return { candidate: mean, baseline: baselineMean, delta, ...said, ...test };
}

/** McNemar's, or null where these are not independent right or wrong answers. */
function discordantTest(candidate: Of<'rows'>, baseline: Of<'rows'>, scores: Scores) {
  if (scores.group !== null || scores.weight !== null) return null;
  let onlyCandidate = 0;
  let onlyBaseline = 0;
  for (let row = 0; row < candidate.values.length; row++) {
    const ofCandidate = candidate.values[row]!;
    const ofBaseline = baseline.values[row]!;
    if (!isAnswer(ofCandidate) || !isAnswer(ofBaseline)) return null;
    if (ofCandidate > ofBaseline) onlyCandidate++;
    else if (ofBaseline > ofCandidate) onlyBaseline++;
  }
  return mcnemar(onlyCandidate, onlyBaseline);
}

function isAnswer(value: number): boolean {
  return value === 0 || value === 1;
}

function compareGroups(
  candidate: Of<'groups'>,
  baseline: Of<'groups'> | null,
  _scores: Scores,
  { confidence, resamples, seed }: BootstrapOptions,
): Comparison {
  const defined = definedIn(candidate, baseline);
  const keep = (values: Float64Array) => {
    const kept = new Float64Array(defined.length);
    for (let i = 0; i < kept.length; i++) kept[i] = values[defined[i]!]!;
    return kept;
  };
  const values = keep(candidate.values);
  const weight = keep(candidate.weights);
  if (values.length === 0) return undefinedBecause('The metric is defined in none of the groups.');
  const mean = weightedMean(values, weight);
  if (baseline === null) return candidateAlone(mean);
  const baselineValues = keep(baseline.values);
  const baselineMean = weightedMean(baselineValues, weight);
  const delta = mean - baselineMean;
  const differences = subtract(values, baselineValues);
  const estimate = pairedMean(differences, delta, { weight, group: null });
  const reason = values.length > 1 ? null : 'An interval needs two groups; the metric is defined in 1.';
  const said = wald({ ...estimate, method: 'paired t over groups', reason }, confidence);
  const weighted = differences.map((difference, index) => difference * weight[index]!);
  const test =
    said.p === null
      ? {}
      : { p: fisherRandomizationP(weighted, resamples, seed), test: 'Fisher randomization' };
  return { candidate: mean, baseline: baselineMean, delta, ...said, ...test };
}

/** The groups of weight in which the metric is defined for both models. */
function definedIn(candidate: Of<'groups'>, baseline: Of<'groups'> | null): Uint32Array {
  const groups = new Uint32Array(candidate.values.length);
  let count = 0;
  for (let group = 0; group < groups.length; group++) {
    const lacks =
      Number.isNaN(candidate.values[group]!) || (baseline !== null && Number.isNaN(baseline.values[group]!));
    if (!lacks && candidate.weights[group]! > 0) groups[count++] = group;
  }
  return groups.subarray(0, count);
}

function compareAuc(
  { gini }: Of<'auc'>,
  baseline: Of<'auc'> | null,
  scores: Scores,
  { confidence }: BootstrapOptions,
): Comparison {
  const { label, candidate, weight } = scores;
  const first = label[0]!;
  if (label.every((value) => value === first)) {
    return undefinedBecause(`Every row has label ${first}; AUC needs both classes.`);
  }
  const scaled = (auc: number) => (gini ? 2 * auc - 1 : auc);
  if (baseline === null || scores.baseline === null) {
    return candidateAlone(scaled(areaUnderCurve(label, candidate, weight)));
  }
  const both = delong(label, candidate, scores.baseline, scores);
  const delta = gini ? 2 * both.delta : both.delta;
  const standardError = gini && both.standardError !== null ? 2 * both.standardError : both.standardError;
  return {
    candidate: scaled(both.candidate),
    baseline: scaled(both.baseline),
    delta,
    ...wald({ ...both, delta, standardError }, confidence),
  };
}

function compareFunctionals(
  candidate: Of<'functional'>,
  baseline: Of<'functional'> | null,
  scores: Scores,
  options: BootstrapOptions,
  direction: Direction,
): Comparison {
  const value = candidate.value(null);
  if (Number.isNaN(value)) return undefinedBecause('The metric is undefined on these rows.');
  if (baseline === null) return candidateAlone(value);
  const baselineValue = baseline.value(null);
  if (Number.isNaN(baselineValue)) {
    return {
      ...candidateAlone(value),
      reason: 'The metric is undefined for the baseline, so there is no difference.',
    };
  }
  const { group, label } = scores;
  const units: Units = group ? { kind: 'groups', count: group.count } : { kind: 'rows', count: label.length };
  const values =
    units.count < 2
      ? new Float64Array(2 * options.resamples)
      : resampled(candidate, baseline, scores, options);
  const delta = judged(value, direction) - judged(baselineValue, direction);
  const said =
    typeof direction === 'object'
      ? distanceInference([value, baselineValue], values, direction.target, units, options)
      : percentileInference(
          delta,
          spreadOf(values, options.resamples, (a, b) => a - b),
          units,
          options,
        );
  return { candidate: value, baseline: baselineValue, delta, ...said };
}

/** Both models in the same resamples, by the shortest way that both have. */
function resampled(
  candidate: Of<'functional'>,
  baseline: Of<'functional'>,
  scores: Scores,
  options: BootstrapOptions,
): PairedValues {
  const [one, other] = [candidate.resampled, baseline.resampled];
  const { label, group, weight } = scores;
  const rows = label.length;
  if (one?.by === 'curve' && other?.by === 'curve') {
    const { resampler = resampleCurves, seed, resamples } = options;
    return resampler({
      curve: one.curve,
      at: one.at,
      arms: [curveArm(one.cells), curveArm(other.cells)],
      weight,
      unit: group?.code ?? null,
      units: group?.count ?? rows,
      seed,
      triples: Math.ceil(resamples / LANES),
    });
  }
  if (one?.by === 'sums' && other?.by === 'sums' && hasFewSums(one)) {
    return resampleSums([one, other], rows, scores, options);
  }
  return resampleRows([candidate.value, baseline.value], rows, group, options);
}

/** What is compared: the value, or its distance from the target. */
function judged(value: number, direction: Direction): number {
  return typeof direction === 'object' ? Math.abs(value - direction.target) : value;
}

function subtract(candidate: Float64Array, baseline: Float64Array): Float64Array {
  const differences = new Float64Array(candidate.length);
  for (let i = 0; i < differences.length; i++) differences[i] = candidate[i]! - baseline[i]!;
  return differences;
}

function weightedMean(values: Float64Array, weight: Float64Array | null): number {
  let sum = 0;
  let total = 0;
  for (let index = 0; index < values.length; index++) {
    const w = weight === null ? 1 : weight[index]!;
    sum += w * values[index]!;
    total += w;
  }
  return sum / total;
}
