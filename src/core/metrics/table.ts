/** The metrics that `evaluate` knows. To add one: a file beside this one, and a row in the table of its task. */
import type { MetricResult } from '../documents/evaluation.ts';
import { type Fault, throwFaults } from '../errors.ts';
import type { Resampler } from '../stats/curve-bootstrap.ts';
import { BINARY_METRICS } from './binary/index.ts';
import { type MetricId, namesOf, readMetricId } from './id.ts';
import { infer } from './infer.ts';
import { MULTICLASS_METRICS } from './multiclass/index.ts';
import { withPositiveWeights } from './positive-weights.ts';
import type { MetricDefinition, Prepared, Task, Undefined } from './prepared.ts';
import { groupCoverage } from './ranking/group-coverage.ts';
import { RANKING_METRICS } from './ranking/index.ts';
import { REGRESSION_METRICS } from './regression/index.ts';
import { checkRequirements, type Wanted } from './requirements.ts';
import type { Scores } from './scores.ts';

export const METRICS: readonly MetricDefinition[] = [
  ...BINARY_METRICS,
  ...RANKING_METRICS,
  ...MULTICLASS_METRICS,
  ...REGRESSION_METRICS,
];

/** What may stand before `@`, for help texts and suggestions, in the order of the table. */
export const metricNames: readonly string[] = namesOf(METRICS);

/** Reads `ndcg@10[gain=exp2]` for a task; code `metric-unknown` with every fault in it. */
export function parseMetricId(id: string, task: Task = 'binary'): MetricId {
  return readMetricId(id, task, METRICS);
}

/**
 * Every reason not to compute these metrics on these scores: ids that the table does not have (`metric-unknown`),
 * scores outside [0, 1] where probabilities are needed (`score-invalid`), rows without groups (`group-invalid`) or items
 * (`column-missing`) where those are.
 */
export function checkMetrics(ids: readonly string[], scores: Scores, task: Task = 'binary'): Fault[] {
  const faults: Fault[] = [];
  const known: Wanted[] = [];
  for (const id of ids) {
    const parsed = parseMetricId(id, task);
    if (parsed.ok) known.push({ ...parsed.metric, id });
    else faults.push(...parsed.faults);
  }
  return [...faults, ...checkRequirements(known, scores)];
}

/** Those that are undefined for scores that are no probabilities. */
export function probabilityMetrics(ids: readonly string[], task: Task): string[] {
  return ids.filter((id) => {
    const parsed = parseMetricId(id, task);
    return parsed.ok && parsed.metric.definition.needs === 'probabilities';
  });
}

/** How the difference of two models is judged. */
export interface Judging {
  readonly task: Task;
  /** Of the resampling; its lowest 32 bits count. */
  readonly seed: number;
  readonly resamples: number;
  readonly resampler?: Resampler;
}

const USUAL: Judging = { task: 'binary', seed: 1, resamples: 1000 };

/**
 * One metric of one set of rows that has passed `checkScores`. Rows of zero weight drop out and are counted.
 * Throws what `checkMetrics` finds.
 */
export function evaluateMetric(
  id: string,
  scores: Scores,
  confidence: number,
  judging: Partial<Judging> = {},
): MetricResult {
  const { task, ...resampling } = { ...USUAL, ...judging };
  throwFaults(checkMetrics([id], scores, task));
  const parsed = parseMetricId(id, task);
  if (!parsed.ok) throw new Error('unreachable: a refused id has faults');
  const { definition, options, convention } = parsed.metric;
  const used = withPositiveWeights(scores);
  const candidate = definition.prepare(used, 'candidate', options);
  const baseline = used.baseline === null ? null : definition.prepare(used, 'baseline', options);
  return {
    metric: id,
    convention,
    // The difference of a metric with a target is that of the distances from it.
    direction: typeof definition.direction === 'object' ? 'lower' : definition.direction,
    slice: null,
    n: used.label.length,
    ...infer(definition, candidate, baseline, used, { confidence, ...resampling }),
    ...countsOf(candidate, baseline, scores, used),
  };
}

/** What does not count, and what is clipped. `used` are the rows with weight. */
function countsOf(
  candidate: Prepared | Undefined,
  baseline: Prepared | Undefined | null,
  scores: Scores,
  used: Scores,
): Pick<MetricResult, 'dropped' | 'coverage' | 'clipped'> {
  const weightless = {
    rows: scores.label.length - used.label.length,
    groups: (scores.group?.count ?? 0) - (used.group?.count ?? 0),
  };
  const clipped = { candidate: clippedIn(candidate) ?? 0, baseline: clippedIn(baseline) };
  const told = clipped.candidate > 0 || (clipped.baseline ?? 0) > 0 ? { clipped } : {};
  if (candidate.kind !== 'groups' || used.group === null) return { dropped: weightless, ...told };
  const { droppedRows, droppedGroups, coverage } = groupCoverage({ group: used.group }, candidate.values);
  return {
    dropped: { rows: weightless.rows + droppedRows, groups: weightless.groups + droppedGroups },
    coverage,
    ...told,
  };
}

function clippedIn(prepared: Prepared | Undefined | null): number | null {
  if (prepared === null) return null;
  return prepared.kind === 'rows' || prepared.kind === 'functional' ? (prepared.clipped ?? 0) : 0;
}
