import { pairedMean } from '../stats/paired-mean.ts';
import { type Comparison, candidateAlone, compared, undefinedBecause } from './metric.ts';
import type { Scores } from './scores.ts';

/**
 * A metric that is the weighted mean over rows of `rowValue(label, score)`, with a paired t interval of the difference
 * (over groups where there are any). Undefined without rows.
 */
export function compareRowMeans(
  scores: Scores,
  confidence: number,
  rowValue: (label: number, score: number) => number,
): Comparison {
  const { label, candidate, baseline, weight } = scores;
  if (label.length === 0) return undefinedBecause('There are no rows.');
  const values = label.map((truth, row) => rowValue(truth, candidate[row]!));
  const mean = weightedMean(values, weight);
  if (baseline === null) return candidateAlone(mean);
  const baselineValues = label.map((truth, row) => rowValue(truth, baseline[row]!));
  const baselineMean = weightedMean(baselineValues, weight);
  const differences = values.map((value, row) => value - baselineValues[row]!);
  const estimate = pairedMean(differences, mean - baselineMean, scores);
  return compared(mean, baselineMean, estimate, confidence);
}

function weightedMean(values: Float64Array, weight: Float64Array | null): number {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    sum += w * values[row]!;
    total += w;
  }
  return sum / total;
}
