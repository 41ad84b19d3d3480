/** The metrics that `evaluate` knows. To add one: a file beside this one, and a row in `METRICS`. */
import type { MetricResult } from '../documents/evaluation.ts';
import { type Fault, nearest, throwFaults } from '../errors.ts';
import { accuracy } from './accuracy.ts';
import { auc } from './auc.ts';
import { findOffender } from './check.ts';
import { logloss } from './logloss.ts';
import type { Metric } from './metric.ts';
import { withPositiveWeights } from './positive-weights.ts';
import type { Scores } from './scores.ts';

export const METRICS: readonly Metric[] = [auc, logloss, accuracy];

/** Ids for policies, help texts and suggestions, in the order of the table. */
export const METRIC_IDS: readonly string[] = METRICS.map(({ id }) => id);

export function findMetric(id: string): Metric | undefined {
  return METRICS.find((metric) => metric.id === id);
}

/**
 * Every reason not to compute these metrics on these scores: ids that are not in the table (`metric-unknown`) and, for
 * those that need probabilities, scores outside [0, 1] (`score-invalid`; once, naming the metrics).
 */
export function checkMetrics(ids: readonly string[], scores: Scores): Fault[] {
  const faults: Fault[] = [];
  const needy: string[] = [];
  for (const id of ids) {
    const metric = findMetric(id);
    if (metric === undefined) faults.push(unknownMetric(id));
    else if (metric.needs === 'probabilities') needy.push(id);
  }
  if (needy.length === 0) return faults;
  const sides = [
    ['candidate', scores.candidate],
    ['baseline', scores.baseline],
  ] as const;
  for (const [model, values] of sides) {
    const offender = findOffender(
      values ?? [],
      (score) => Number.isFinite(score) && (score < 0 || score > 1),
    );
    if (offender === null) continue;
    faults.push({
      code: 'score-invalid',
      message: `The ${model}'s score in ${offender.where} is ${offender.value}, but ${needy.join(' and ')} ${needy.length === 1 ? 'needs' : 'need'} probabilities from 0 to 1.`,
      fix: 'If the model gives logits, write `output: { activation: sigmoid }`; `auc` takes any score.',
    });
  }
  return faults;
}

/**
 * One metric of one set of rows that has passed `checkScores`. Rows of zero weight drop out and are counted.
 * Throws what `checkMetrics` finds.
 */
export function evaluateMetric(id: string, scores: Scores, confidence: number): MetricResult {
  throwFaults(checkMetrics([id], scores));
  const metric = findMetric(id)!;
  const used = withPositiveWeights(scores);
  return {
    metric: id,
    convention: metric.convention,
    direction: metric.direction,
    slice: null,
    n: used.label.length,
    ...metric.compute(used, confidence),
    dropped: {
      rows: scores.label.length - used.label.length,
      groups: (scores.group?.count ?? 0) - (used.group?.count ?? 0),
    },
  };
}

function unknownMetric(id: string): Fault {
  const [suggestion] = nearest(id, METRIC_IDS, 1);
  return {
    code: 'metric-unknown',
    message: `There is no metric ${JSON.stringify(id.slice(0, 80))}.`,
    fix: suggestion ? `Did you mean \`${suggestion}\`?` : `Metrics are ${METRIC_IDS.join(', ')}.`,
  };
}
