/** Scores → what a report draws of them. */
import type { Curves, ModelCurves } from '../documents/curves.ts';
import { withPositiveWeights } from '../metrics/positive-weights.ts';
import type { Arm, Task } from '../metrics/prepared.ts';
import type { Scores } from '../metrics/scores.ts';
import { sortedRows } from '../metrics/sorted-rows.ts';
import { classSums } from './class-sums.ts';
import { histogramEdges, histogramOf } from './histogram.ts';
import { reliabilityBins } from './reliability.ts';
import { precisionRecallPoints, rocPoints } from './roc.ts';

/**
 * Curves of both models, bounded whatever the number of rows; empty where every class has a score of its own or no row
 * has weight. Curves and rates are weighted, bars count rows. `scores` have passed `checkScores`.
 */
export function curvesOf(scores: Scores, task: Task, confidence: number): { readonly curves?: Curves } {
  const used = withPositiveWeights(scores);
  const { candidate, baseline, label, classes = 1 } = used;
  if (classes > 1 || task === 'multiclass' || label.length === 0) return {};
  const edges = histogramEdges(baseline === null ? [candidate] : [candidate, baseline]);
  const model = (arm: Arm, values: Float64Array): ModelCurves => ({
    ...(task === 'binary'
      ? binaryCurves(used, arm, values, confidence)
      : { roc: null, precisionRecall: null, reliability: null }),
    scoreHistogram: histogramOf(values, edges, task === 'binary' ? label : null),
  });
  return {
    curves: {
      candidate: model('candidate', candidate),
      baseline: baseline === null ? null : model('baseline', baseline),
      confidence,
    },
  };
}

function binaryCurves(scores: Scores, arm: Arm, values: Float64Array, confidence: number) {
  const sorted = sortedRows(scores, arm);
  const sums = classSums(scores.label, sorted, scores.weight);
  const probabilities = values.every((score) => score >= 0 && score <= 1);
  const bothClasses = sums.positives > 0 && sums.negatives > 0;
  return {
    roc: rocPoints(sums) as ModelCurves['roc'],
    precisionRecall: bothClasses ? (precisionRecallPoints(sums) as ModelCurves['precisionRecall']) : null,
    reliability: probabilities ? reliabilityBins(scores, values, sorted, confidence) : null,
  };
}
