import { curvesOf } from '../core/curves/curves.ts';
import type { Churn, Evaluation } from '../core/documents/evaluation.ts';
import { throwFaults } from '../core/errors.ts';
import { checkScores } from '../core/metrics/check.ts';
import { groupResults } from '../core/metrics/churn/group-results.ts';
import { churnOf } from '../core/metrics/churn/index.ts';
import type { Task } from '../core/metrics/prepared.ts';
import type { Scores } from '../core/metrics/scores.ts';
import { checkMetrics, evaluateMetric } from '../core/metrics/table.ts';
import { whereWorse } from '../core/metrics/where/where.ts';
import { metricIdsOf } from '../core/policy/metric-id.ts';
import type { ModelPolicy, SlicePolicy } from '../core/policy/schema.ts';
import { scoreFindings } from '../core/quality/scores.ts';
import { measureHere, type SliceMeter } from '../core/scoring/measure-slices.ts';
import { sliceColumns } from '../core/scoring/slice-columns.ts';
import { planSlices } from '../core/scoring/slices.ts';
import type { Resampler } from '../core/stats/curve-bootstrap.ts';
import type { Clock, Files, RowSource, ScoreColumns, Tables } from '../ports.ts';
import { type DocumentMeta, headerOf } from './document-meta.ts';
import { runEvaluateOutOfCore } from './evaluate-out-of-core.ts';
import { type ExaminedHoldout, runExamineHoldout } from './holdout-quality.ts';
import type { ModelPair } from './models.ts';

export type EvaluateInputs = DocumentMeta & {
  /** Null when the scores were made elsewhere. */
  readonly models: ModelPair | null;
  readonly scores: RowSource;
  readonly columns: ScoreColumns;
  readonly holdout: ExaminedHoldout & {
    readonly source: string;
    readonly fetched?: Evaluation['holdout']['fetched'];
    readonly label: string;
  };
  /** Rules of the policy: what is measured. */
  readonly metrics: ModelPolicy['metrics'];
  readonly task: Task;
  readonly slices: readonly SlicePolicy[];
  readonly confidence: number;
  /** How the models were run; absent where the scores were made elsewhere. */
  readonly scoring?: { readonly batch: number };
  /** Whether rows are held in memory; `auto` asks how many there are and how much memory. Absent: `never` out of core. */
  readonly outOfCore?: 'auto' | 'always' | 'never';
};

/**
 * Computes metrics with paired intervals from a scores table.
 * Throws every fault of the table at once (labels, scores, weights, groups, what the metrics need); nothing is computed on rubbish.
 */
export async function runEvaluate(
  inputs: EvaluateInputs,
  ports: {
    readonly tables: Tables;
    readonly clock: Clock;
    readonly files: Pick<Files, 'read' | 'write'>;
    /** Makes resamples in several threads; absent: here, and the same ones. */
    readonly resampler?: Resampler;
    /** Measures slices in several threads; absent: here, and the same. */
    readonly slices?: SliceMeter;
  },
): Promise<Evaluation> {
  if (await goesOutOfCore(inputs, ports.tables)) return runEvaluateOutOfCore(inputs, ports);
  const slices = sliceColumns(inputs.slices).map(({ from, stored }) =>
    inputs.models === null ? from : { column: stored },
  );
  const scores = await ports.tables.readScores(inputs.scores, { ...inputs.columns, slices });
  const ids = metricIdsOf(inputs);
  const { task, confidence } = inputs;
  throwFaults([...checkScores(scores, inputs.holdout.label, task), ...checkMetrics(ids, scores, task)]);
  const planned = planSlices(inputs.slices, scores.slices, scores, task === 'binary');
  const entries = planned.map(({ slices: parts }) => parts);
  const { slices: meter = measureHere } = ports;
  const finishSlices = meter({ scores, entries, metrics: ids, task, confidence });
  const judging = { task, ...(ports.resampler && { resampler: ports.resampler }) };
  const whole = ids.map((id) => evaluateMetric(id, scores, confidence, judging));
  const parts = entries.flat();
  const where = whole.flatMap((one) => whereWorse(one, scores, parts, scores.groupNames, task) ?? []);
  const churn = churnIn(scores, ids, task);
  const data = [...scoreFindings(scores, task), ...(await runExamineHoldout(inputs, ports))];
  const curves = curvesOf(scores, task, confidence);
  const ofSlices = await finishSlices();
  return {
    schema: 'onnx-gate/evaluation/v1',
    ...headerOf(inputs, ports.clock),
    candidate: inputs.models?.candidate.subject ?? null,
    baseline: inputs.models?.baseline?.subject ?? null,
    compared: scores.baseline !== null,
    holdout: {
      source: inputs.holdout.source,
      ...(inputs.holdout.fetched && { fetched: inputs.holdout.fetched }),
      digest: inputs.holdout.digest,
      rows: scores.label.length,
      positives: task === 'binary' ? scores.label.reduce((sum, label) => sum + label, 0) : null,
      groups: scores.group?.count ?? null,
    },
    ...(inputs.scoring && { scoring: inputs.scoring }),
    metrics: [...whole, ...ofSlices.flat()],
    churn,
    slices: planned.map(({ group }) => group),
    data,
    where,
    ...curves,
  };
}

async function goesOutOfCore(
  { outOfCore = 'never', scores }: EvaluateInputs,
  tables: Tables,
): Promise<boolean> {
  return outOfCore === 'auto' ? !(await tables.measureScores(scores)).fits : outOfCore === 'always';
}

/** Of a yes-or-no answer; what a service does with a score in between is not known here. */
const THRESHOLD = 0.5;
const CUT_OFF = 10;

function churnIn(scores: Scores, ids: readonly string[], task: Task): Churn | null {
  const { candidate, baseline, classes = 1 } = scores;
  if (baseline === null || classes > 1) return null;
  const isShare = (score: number) => score >= 0 && score <= 1;
  const yesNo = task === 'binary' && candidate.every(isShare) && baseline.every(isShare);
  const options = { threshold: yesNo ? THRESHOLD : null, k: CUT_OFF };
  const winTieLoss = groupResults(scores, ids, task);
  return { ...options, ...churnOf({ ...scores, baseline }, options), winTieLoss };
}
