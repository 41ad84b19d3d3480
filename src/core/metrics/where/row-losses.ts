import { classWeights, placements } from '../../stats/placements.ts';
import type { Prepared } from '../prepared.ts';
import type { Scores } from '../scores.ts';

type Of<Kind extends Prepared['kind']> = Extract<Prepared, { kind: Kind }>;
type Divided = Exclude<Prepared['kind'], 'functional'>;

/** By row, its term of candidate − baseline: the terms add up to the difference. */
type Terms<Kind extends Divided> = (
  candidate: Of<Kind>,
  baseline: Of<Kind>,
  scores: Scores,
) => Float64Array | null;

/**
 * - `rows`: with d the row's own difference, w·d/Σw.
 * - `groups`: w·d/Σw of its group over the groups that both models define, in equal parts to the rows of the group.
 * - `auc`: with D the difference of the row's placements (DeLong 1988), ½·w·D/W, W the weight of its class, and for Gini twice that. AUC is the
 *   mean placement of either class, so that each class gives half; a pair counts half for its positive and half for its
 *   negative.
 *
 * Null where there is no such sum. `scores` have a baseline and positive weights.
 */
export const TERMS: { readonly [Kind in Divided]: Terms<Kind> } = {
  rows: rowTerms,
  groups: groupTerms,
  auc: aucTerms,
};

function rowTerms(candidate: Of<'rows'>, baseline: Of<'rows'>, { weight }: Scores): Float64Array {
  let total = 0;
  const terms = candidate.values.map((value, row) => {
    const w = weight === null ? 1 : weight[row]!;
    total += w;
    return w * (value - baseline.values[row]!);
  });
  for (let row = 0; row < terms.length; row++) terms[row]! /= total;
  return terms;
}

function groupTerms(candidate: Of<'groups'>, baseline: Of<'groups'>, { group }: Scores): Float64Array | null {
  if (group === null) return null;
  let total = 0;
  const share = candidate.values.map((value, code) => {
    const difference = value - baseline.values[code]!;
    const w = candidate.weights[code]!;
    if (Number.isNaN(difference) || !(w > 0)) return 0;
    total += w;
    return w * difference;
  });
  const sizes = new Float64Array(group.count);
  for (const code of group.code) sizes[code]!++;
  const terms = new Float64Array(group.code.length);
  for (let row = 0; row < terms.length; row++) {
    const code = group.code[row]!;
    terms[row] = share[code]! / total / sizes[code]!;
  }
  return terms;
}

function aucTerms({ gini }: Of<'auc'>, _second: Of<'auc'>, scores: Scores): Float64Array | null {
  const { label, candidate, baseline, weight } = scores;
  const total = classWeights(label, weight);
  if (baseline === null || total.positive === 0 || total.negative === 0) return null;
  const terms = placements(label, candidate, weight).of;
  const others = placements(label, baseline, weight).of;
  for (let row = 0; row < terms.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    terms[row] =
      ((gini ? 1 : 0.5) * w * (terms[row]! - others[row]!)) /
      (label[row] === 1 ? total.positive : total.negative);
  }
  return terms;
}
