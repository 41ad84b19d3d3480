import type { Arm, Prepared, Task, Undefined } from '../../../src/core/metrics/prepared.ts';
import type { Scores } from '../../../src/core/metrics/scores.ts';
import { parseMetricId } from '../../../src/core/metrics/table.ts';
import { placements } from '../../../src/core/stats/placements.ts';

export function prepared(id: string, scores: Scores, task: Task = 'binary', arm: Arm = 'candidate') {
  const parsed = parseMetricId(id, task);
  if (!parsed.ok) throw new Error(parsed.faults.map(({ message }) => message).join(' '));
  const { definition, options } = parsed.metric;
  return definition.prepare(scores, arm, options);
}

/** The metric alone: of the rows, or of a resample in which row i occurs `times[i]` times. NaN where undefined. */
export function metricOf(
  of: Prepared | Undefined,
  { label, candidate, weight }: Scores,
  times: Float64Array | null = null,
): number {
  if (of.kind === 'undefined') return Number.NaN;
  if (of.kind === 'functional') return of.value(times);
  if (of.kind === 'groups') return mean(of.values, of.weights);
  const w = times === null ? weight : times.map((count, row) => count * (weight?.[row] ?? 1));
  if (of.kind === 'rows') return mean(of.values, w);
  const { auc } = placements(label, candidate, w);
  return of.gini ? 2 * auc - 1 : auc;
}

export function measure(id: string, scores: Scores, task: Task = 'binary'): number {
  return metricOf(prepared(id, scores, task), scores);
}

function mean(values: Float64Array, weights: Float64Array | null): number {
  let [sum, total] = [0, 0];
  for (const [i, value] of values.entries()) {
    const w = weights === null ? 1 : weights[i]!;
    if (Number.isNaN(value) || w === 0) continue;
    sum += w * value;
    total += w;
  }
  return sum / total;
}
