/** What is measured in the slices of a policy, one of its entries after the other. */
import type { MetricResult } from '../documents/evaluation.ts';
import type { Task } from '../metrics/prepared.ts';
import type { Scores } from '../metrics/scores.ts';
import { evaluateMetric } from '../metrics/table.ts';
import type { Slice } from './slices.ts';
import { subsetsOf } from './subset.ts';

/** Plain data and typed arrays, so that threads can share it. */
export interface SliceJob {
  readonly scores: Scores;
  /** By entry of the policy: its slices, of which no two share a row. */
  readonly entries: readonly (readonly Slice[])[];
  /** Ids of metrics that the scores bear (`checkMetrics`). */
  readonly metrics: readonly string[];
  readonly task: Task;
  readonly confidence: number;
}

/** Begins where other threads are worth it; what comes back does the rest and has the results by entry. */
export type SliceMeter = (job: SliceJob) => () => Promise<MetricResult[][]>;

/** Every metric in every slice of one entry. The rows of that entry are held twice meanwhile. */
export function measureEntry(
  { scores, entries, metrics, task, confidence }: SliceJob,
  entry: number,
): MetricResult[] {
  const slices = entries[entry]!;
  const subsets = subsetsOf(scores, slices);
  return slices.flatMap(({ id }, i) =>
    metrics.map((metric) => ({ ...evaluateMetric(metric, subsets[i]!, confidence, { task }), slice: id })),
  );
}

/** All in this thread. */
export const measureHere: SliceMeter = (job) => async () =>
  job.entries.map((_, entry) => measureEntry(job, entry));
