import type { Digest } from '../core/documents/common.ts';
import type { Evaluation } from '../core/documents/evaluation.ts';
import { throwFaults } from '../core/errors.ts';
import { checkScores } from '../core/metrics/check.ts';
import { checkMetrics, evaluateMetric } from '../core/metrics/table.ts';
import type { Clock, RowSource, ScoreColumns, Tables } from '../ports.ts';
import { type DocumentMeta, headerOf } from './document-meta.ts';
import type { ModelPair } from './models.ts';

/**
 * Computes metrics with paired intervals from a scores table.
 * Throws every fault of the table at once (labels, scores, weights, groups, what the metrics need); nothing is computed on rubbish.
 */
export async function runEvaluate(
  inputs: DocumentMeta & {
    /** Null when the scores were made elsewhere. */
    readonly models: ModelPair | null;
    readonly scores: RowSource;
    readonly columns: ScoreColumns;
    readonly holdout: { readonly source: string; readonly digest: Digest; readonly label: string };
    readonly metrics: readonly string[];
    readonly confidence: number;
  },
  ports: { readonly tables: Tables; readonly clock: Clock },
): Promise<Evaluation> {
  const scores = await ports.tables.readScores(inputs.scores, inputs.columns);
  throwFaults([...checkScores(scores, inputs.holdout.label), ...checkMetrics(inputs.metrics, scores)]);
  const results = inputs.metrics.map((id) => evaluateMetric(id, scores, inputs.confidence));
  return {
    schema: 'onnx-gate/evaluation/v1',
    ...headerOf(inputs, ports.clock),
    candidate: inputs.models?.candidate.subject ?? null,
    baseline: inputs.models?.baseline?.subject ?? null,
    compared: scores.baseline !== null,
    holdout: {
      source: inputs.holdout.source,
      digest: inputs.holdout.digest,
      rows: scores.label.length,
      positives: scores.label.reduce((sum, label) => sum + label, 0),
      groups: scores.group?.count ?? null,
    },
    metrics: results,
  };
}
