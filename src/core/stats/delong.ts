import { classWeights, placementHalves, placements } from './placements.ts';
import type { Sampling } from './sampling.ts';
import type { Estimate } from './wald.ts';

export interface AucDifference extends Estimate {
  readonly candidate: number;
  readonly baseline: number;
}

/**
 * AUC of two models on the same rows, and the standard error of candidate − baseline.
 *
 * Independent rows: DeLong, DeLong & Clarke-Pearson 1988, by placements. With D the difference of a row's placements
 * and δ that of the AUCs, Var = Σ⁺w²(D−δ)²·m/(m−1)/W⁺² + the same over the n negatives; for unit weights this is
 * S₁₀/m + S₀₁/n of the paper. Weights are taken as fixed: known ratios of importance, not counts of copies.
 *
 * With groups: Obuchowski 1997, Nonparametric analysis of clustered ROC curve data, Biometrics 53:567. Those deviations are summed within each group first, the factors count the groups
 * that hold a positive (I₁₀) and a negative (I₀₁), and twice the covariance of both sums is added with I/(I−1). When
 * every row is its own group this is DeLong again. Few groups make the normal distribution too confident, so t with
 * I − 1 degrees of freedom takes its place: our choice, checked in `npm run bench:statistics`.
 *
 * O(n log n); both classes must be present. Labels 0 0 1 1, candidate .1 .4 .35 .8, baseline .4 .1 .35 .8:
 * both AUCs 0.75, SE 0.5.
 */
export function delong(
  label: Float64Array,
  candidate: Float64Array,
  baseline: Float64Array,
  sampling: Sampling,
): AucDifference {
  const { weight, group } = sampling;
  const { first, second, deviation } =
    weight === null
      ? countedDeviations(label, candidate, baseline)
      : weightedDeviations(label, candidate, baseline, weight);
  const spread = group === null ? rowSpread(label, deviation) : groupSpread(label, deviation, group);
  return { candidate: first, baseline: second, delta: first - second, ...spread };
}

/** Both AUCs, and of a row its share of the deviation from their difference. */
interface Deviations {
  readonly first: number;
  readonly second: number;
  readonly deviation: (row: number) => number;
}

function countedDeviations(label: Float64Array, candidate: Float64Array, baseline: Float64Array): Deviations {
  const { auc: first, halves, total } = placementHalves(label, candidate);
  const { auc: second, halves: others } = placementHalves(label, baseline);
  const { positive, negative } = total;
  const deviation = (row: number) => {
    const difference = halves[row]! - others[row]!;
    return label[row] === 1
      ? (difference / (2 * negative) - (first - second)) / positive
      : (difference / (2 * positive) - (first - second)) / negative;
  };
  return { first, second, deviation };
}

function weightedDeviations(
  label: Float64Array,
  candidate: Float64Array,
  baseline: Float64Array,
  weight: Float64Array,
): Deviations {
  const one = placements(label, candidate, weight);
  const other = placements(label, baseline, weight);
  const total = classWeights(label, weight);
  const deviation = (row: number) => {
    const share = weight[row]! / (label[row] === 1 ? total.positive : total.negative);
    return share * (one.of[row]! - other.of[row]! - (one.auc - other.auc));
  };
  return { first: one.auc, second: other.auc, deviation };
}

type Spread = Pick<Estimate, 'standardError' | 'degrees' | 'method' | 'reason'>;

function rowSpread(label: Float64Array, deviation: Deviations['deviation']): Spread {
  const method = { method: 'DeLong', degrees: Number.POSITIVE_INFINITY };
  let positives = 0;
  let ofPositives = 0;
  let ofNegatives = 0;
  for (let row = 0; row < label.length; row++) {
    const square = deviation(row) ** 2;
    if (label[row] === 1) {
      positives++;
      ofPositives += square;
    } else ofNegatives += square;
  }
  const negatives = label.length - positives;
  if (negatives < 2 || positives < 2) {
    const reason = `An interval needs two rows of each class; there are ${positives} with label 1 and ${negatives} with label 0.`;
    return { ...method, standardError: null, reason };
  }
  const variance = ofPositives * besselFactor(positives) + ofNegatives * besselFactor(negatives);
  return { ...method, standardError: Math.sqrt(variance), reason: null };
}

function groupSpread(
  label: Float64Array,
  deviation: Deviations['deviation'],
  group: NonNullable<Sampling['group']>,
): Spread {
  const method = { method: 'DeLong, clustered (Obuchowski)', degrees: group.count - 1 };
  const positive = new Float64Array(group.count);
  const negative = new Float64Array(group.count);
  const holdsPositive = new Uint8Array(group.count);
  const holdsNegative = new Uint8Array(group.count);
  for (let row = 0; row < label.length; row++) {
    const code = group.code[row]!;
    if (label[row] === 1) {
      positive[code]! += deviation(row);
      holdsPositive[code] = 1;
    } else {
      negative[code]! += deviation(row);
      holdsNegative[code] = 1;
    }
  }
  let [withPositive, withNegative, ofPositive, ofNegative, across] = [0, 0, 0, 0, 0];
  for (let code = 0; code < group.count; code++) {
    withPositive += holdsPositive[code]!;
    withNegative += holdsNegative[code]!;
    ofPositive += positive[code]! ** 2;
    ofNegative += negative[code]! ** 2;
    across += positive[code]! * negative[code]!;
  }
  if (withPositive < 2 || withNegative < 2) {
    const reason = `An interval needs two groups with each class; ${withPositive} of ${group.count} hold a label 1 and ${withNegative} a label 0.`;
    return { ...method, standardError: null, reason };
  }
  const variance =
    ofPositive * besselFactor(withPositive) +
    ofNegative * besselFactor(withNegative) +
    2 * across * besselFactor(group.count);
  // Never negative but for rounding, as the last factor is the smallest.
  return { ...method, standardError: Math.sqrt(Math.max(0, variance)), reason: null };
}

function besselFactor(count: number): number {
  return count / (count - 1);
}
