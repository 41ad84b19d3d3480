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
  const pairs = sortLabelled(score, label);
  const total = classWeights(label, null);
  let positiveBelow = 0;
  let negativeBelow = 0;
  let wins = 0;
  for (let start = 0, end = 0; start < pairs.length; start = end) {
    const key = pairs[start]!;
    let positive = 0;
    for (; end < pairs.length && pairs[end] === key; end += 2) positive += pairs[end + 1]! & 1;
    const negative = (end - start) / 2 - positive;
    const below = 2 * negativeBelow + negative;
    const above = 2 * (total.positive - positiveBelow) - positive;
    // In place of key and tagged row.
    for (let i = start; i < end; i += 2) {
      const tagged = pairs[i + 1]!;
      pairs[i] = (tagged & 1) === 1 ? below : above;
      pairs[i + 1] = tagged >>> 1;
    }
    wins += (positive * below) / 2;
    positiveBelow += positive;
    negativeBelow += negative;
  }
  return { auc: wins / (total.positive * total.negative), halves: unsort(pairs), total };
}

function weightedPlacements(label: Float64Array, score: Float64Array, weight: Float64Array): Placements {
  const pairs = sortLabelled(score, label);
  const total = classWeights(label, weight);
  const of = new Float64Array(score.length);
  let positiveBelow = 0;
  let negativeBelow = 0;
  let won = 0;
  for (let start = 0, end = 0; start < pairs.length; start = end) {
    const key = pairs[start]!;
    let positive = 0;
    let negative = 0;
    for (; end < pairs.length && pairs[end] === key; end += 2) {
      const tagged = pairs[end + 1]!;
      if ((tagged & 1) === 1) positive += weight[tagged >>> 1]!;
      else negative += weight[tagged >>> 1]!;
    }
    const wins = negativeBelow + negative / 2;
    const above = (total.positive - positiveBelow - positive / 2) / total.positive;
    for (let i = start; i < end; i += 2) {
      const tagged = pairs[i + 1]!;
      of[tagged >>> 1] = (tagged & 1) === 1 ? wins / total.negative : above;
    }
    won += positive * wins;
    positiveBelow += positive;
    negativeBelow += negative;
  }
  return { auc: won / (total.positive * total.negative), of };
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
