import { withPositiveWeights } from '../positive-weights.ts';
import type { Arm, Task } from '../prepared.ts';
import type { Scores } from '../scores.ts';
import { parseMetricId } from '../table.ts';
import { type WinTieLoss, winTieLoss } from './win-tie-loss.ts';

export interface GroupResult extends WinTieLoss {
  readonly metric: string;
}

/**
 * For each metric that has a value per group, or a mean over rows that can be taken per group, on how many groups the
 * candidate is better. Nothing without groups or a baseline. Rows without weight do not count.
 */
export function groupResults(all: Scores, ids: readonly string[], task: Task): GroupResult[] {
  const scores = withPositiveWeights(all);
  const { group, baseline } = scores;
  if (group === null || baseline === null || group.count === 0) return [];
  return ids.flatMap((id): GroupResult[] => {
    const parsed = parseMetricId(id, task);
    if (!parsed.ok) return [];
    const { definition, options } = parsed.metric;
    if (typeof definition.direction === 'object') return [];
    const perGroup = (arm: Arm): Float64Array | null => {
      const prepared = definition.prepare(scores, arm, options);
      if (prepared.kind === 'groups') return prepared.values;
      return prepared.kind === 'rows' ? groupMeans(prepared.values, scores, group) : null;
    };
    const candidate = perGroup('candidate');
    const other = candidate === null ? null : perGroup('baseline');
    if (candidate === null || other === null) return [];
    return [{ metric: id, ...winTieLoss(candidate, other, definition.direction) }];
  });
}

function groupMeans(
  values: Float64Array,
  { weight }: Scores,
  { code, count }: NonNullable<Scores['group']>,
): Float64Array {
  const sums = new Float64Array(count);
  const totals = new Float64Array(count);
  for (let row = 0; row < values.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    sums[code[row]!]! += w * values[row]!;
    totals[code[row]!]! += w;
  }
  return sums.map((sum, g) => sum / totals[g]!);
}
