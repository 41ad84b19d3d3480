/** Metrics of a scores table that does not fit in memory: three or four passes over it, each bounded. */
import type { Evaluation, MetricResult } from '../core/documents/evaluation.ts';
import { type Fault, fault, throwFaults } from '../core/errors.ts';
import { checkSurvey } from '../core/metrics/out-of-core/check.ts';
import {
  compareAreas,
  compareMeans,
  concludeMeans,
  meansMetric,
  readWanted,
  resultOf,
  type Wanted,
} from '../core/metrics/out-of-core/compare.ts';
import type { ScoreSurvey } from '../core/metrics/out-of-core/features.ts';
import { metricIdsOf } from '../core/policy/metric-id.ts';
import { positivesFinding } from '../core/quality/scores.ts';
import type { Clock, Files, ScoreSums, Tables } from '../ports.ts';
import { headerOf } from './document-meta.ts';
import type { EvaluateInputs } from './evaluate.ts';
import { runExamineHoldout } from './holdout-quality.ts';

/**
 * The numbers of `runEvaluate` to rounding, for AUC and for what is a mean or a function of means; for the latter the
 * interval is the linearised one, where memory would allow a bootstrap. Metrics and slices that need all rows at once
 * are refused (`metric-unknown`, `usage-invalid`), with the faults of the table.
 */
export async function runEvaluateOutOfCore(
  inputs: EvaluateInputs,
  ports: {
    readonly tables: Tables;
    readonly clock: Clock;
    readonly files: Pick<Files, 'read' | 'write'>;
  },
): Promise<Evaluation> {
  const { task, confidence, columns } = inputs;
  const { wanted, faults } = readWanted(metricIdsOf(inputs), task);
  const refused: Fault[] = [...faults];
  if (inputs.slices.length > 0)
    refused.push({
      code: 'usage-invalid',
      message: 'Slices are not measured out of core, and these scores do not fit in memory.',
      fix: 'Evaluate each slice on its own, from a table with its rows alone, or use a larger machine.',
    });
  throwFaults(refused);
  if (task !== 'binary' && task !== 'regression')
    throw fault('usage-invalid', `${task} is not measured out of core.`);
  await using sums = await ports.tables.openScoreSums(inputs.scores, columns);
  const survey = await sums.survey(task);
  throwFaults(checkSurvey(survey, inputs.holdout.label, task, wanted));
  const metrics = await measure(wanted, survey, sums, confidence);
  return {
    schema: 'onnx-gate/evaluation/v1',
    ...headerOf(inputs, ports.clock),
    candidate: inputs.models?.candidate.subject ?? null,
    baseline: inputs.models?.baseline?.subject ?? null,
    compared: survey.baseline,
    holdout: {
      source: inputs.holdout.source,
      digest: inputs.holdout.digest,
      ...(inputs.holdout.fetched && { fetched: inputs.holdout.fetched }),
      rows: survey.rows,
      positives: task === 'binary' ? survey.ones : null,
      groups: survey.groups?.all ?? null,
    },
    metrics,
    churn: null,
    slices: [],
    data: [
      {
        check: 'out-of-core',
        level: 'info',
        message: `The ${survey.rows} rows were evaluated out of core: by sorting on disk and by sums. Churn, curves, the worst rows and repeated, tied or constant scores were not looked at.`,
        value: survey.rows,
      },
      ...(task === 'binary' ? [positivesFinding(survey.ones, survey.rows)] : []),
      ...(await runExamineHoldout(inputs, ports)),
    ],
    where: [],
  };
}

async function measure(
  wanted: readonly Wanted[],
  survey: ScoreSurvey,
  sums: ScoreSums,
  confidence: number,
): Promise<MetricResult[]> {
  const plans = wanted.map((one) => {
    const metric = meansMetric(one);
    return { one, features: metric ? metric.features(one.parsed.options, survey) : null };
  });
  const means = await sums.means(
    plans.flatMap(({ features }) => features ?? []),
    survey,
  );
  const bothClasses = survey.positiveWeight > 0 && survey.negativeWeight > 0;
  const areas =
    bothClasses && plans.some(({ features }) => features === null) ? await sums.areas(survey) : null;
  let next = 0;
  const compared = plans.map(({ one, features }) => {
    if (features === null) return compareAreas(one, areas, survey, confidence);
    next += features.length;
    return compareMeans(one, features, means.slice(next - features.length, next), survey, confidence);
  });
  const open = compared.flatMap((comparison) => ('linear' in comparison ? [comparison] : []));
  const moments = await sums.moments(
    open.map(({ linear }) => linear),
    survey,
  );
  return compared.map((comparison, i) => {
    if (!('linear' in comparison)) return resultOf(wanted[i]!, survey, comparison);
    const ofOne = moments[open.indexOf(comparison)]!;
    return resultOf(wanted[i]!, survey, concludeMeans(comparison, ofOne, survey, confidence));
  });
}
