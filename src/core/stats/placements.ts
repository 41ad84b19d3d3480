import { sortLabelled } from './argsort.ts';
import { unsort } from './unsort.ts';

/** Where each row's score stands among the rows of the other class. */
export interface Placements {
  /** Area under the ROC curve: the weighted mean placement of either class. NaN when a class is empty. */
  readonly auc: number;
  /**
   * By row, in [0, 1]: of a positive, the share of negatives' weight scored below it; of a negative, the share of
   * positives' weight scored above it. Ties count half.
   */
  readonly of: Float64Array;
}

/**
 * AUC = Σᵢⱼ wᵢwⱼ([sᵢ > sⱼ] + ½[sᵢ = sⱼ]) / Σᵢⱼ wᵢwⱼ over positives i and negatives j, and the placement values that it
 * is the mean of (the structural components of DeLong 1988), in one sort and one sweep (Sun & Xu 2014).
 * `label` 0 or 1; `score` without NaN; `weight` positive or null; all of one length.
 * Labels 0 0 1 1, scores .1 .4 .35 .8: auc 0.75, placements 1 .5 .5 1.
 */
export function placements(
  label: Float64Array,
  score: Float64Array,
  weight: Float64Array | null,
): Placements {
  return weight === null ? countedPlacements(label, score) : weightedPlacements(label, score, weight);
}

function countedPlacements(label: Float64Array, score: Float64Array): Placements {
  const { auc, halves, total } = placementHalves(label, score);
  const of = new Float64Array(halves);
  for (let row = 0; row < of.length; row++) {
    of[row]! /= 2 * (label[row] === 1 ? total.negative : total.positive);
  }
  return { auc, of };
}

/** Placements of rows without weights: whole numbers of half rows, and as such exact and small. */
export interface PlacementHalves {
  readonly auc: number;
  /** By row: twice the rows of the other class that the placement counts. */
  readonly halves: Uint32Array;
  /** Rows of each class. */
  readonly total: { readonly positive: number; readonly negative: number };
}

export function placementHalves(label: Float64Array, score: Float64Array): PlacementHalves {
  const n = score.length;
  const { order, begins, isPositive } = sortLabelled(score, label);
  const total = classWeights(label, null);
  const halves = new Uint32Array(n);
  let positiveBelow = 0;
  let negativeBelow = 0;
  let pairs = 0;
  for (let start = 0, end = 0; start < n; start = end) {
    let positive = 0;
    do positive += isPositive[end++]!;
    while (end < n && begins[end] === 0);
    const negative = end - start - positive;
    const below = 2 * negativeBelow + negative;
    const above = 2 * (total.positive - positiveBelow) - positive;
    for (let i = start; i < end; i++) halves[i] = isPositive[i] === 1 ? below : above;
    pairs += (positive * below) / 2;
    positiveBelow += positive;
    negativeBelow += negative;
  }
  return { auc: pairs / (total.positive * total.negative), halves: unsort(order, halves), total };
}

function weightedPlacements(label: Float64Array, score: Float64Array, weight: Float64Array): Placements {
  const n = score.length;
  const { order, begins, isPositive } = sortLabelled(score, label);
  const total = classWeights(label, weight);
  const of = new Float64Array(n);
  let positiveBelow = 0;
  let negativeBelow = 0;
  let pairs = 0;
  for (let start = 0, end = 0; start < n; start = end) {
    let positive = 0;
    let negative = 0;
    do {
      if (isPositive[end] === 1) positive += weight[order[end]!]!;
      else negative += weight[order[end]!]!;
    } while (++end < n && begins[end] === 0);
    const wins = negativeBelow + negative / 2;
    const above = (total.positive - positiveBelow - positive / 2) / total.positive;
    for (let i = start; i < end; i++) {
      of[order[i]!] = isPositive[i] === 1 ? wins / total.negative : above;
    }
    pairs += positive * wins;
    positiveBelow += positive;
    negativeBelow += negative;
  }
  return { auc: pairs / (total.positive * total.negative), of };
}

/** The weight of each class. */
export function classWeights(
  label: Float64Array,
  weight: Float64Array | null,
): { readonly positive: number; readonly negative: number } {
  let positive = 0;
  let negative = 0;
  for (let row = 0; row < label.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    if (label[row] === 1) positive += w;
    else negative += w;
  }
  return { positive, negative };
}
