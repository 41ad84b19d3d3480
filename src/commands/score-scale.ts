import { probabilityMetrics } from '../core/metrics/table.ts';
import { metricIdsOf } from '../core/policy/metric-id.ts';
import type { ModelPolicy } from '../core/policy/schema.ts';
import type { Scale } from '../core/scoring/range.ts';

/** What a policy takes the scores for. */
export function scaleOf(policy: Pick<ModelPolicy, 'task' | 'metrics'>): Scale {
  const { task } = policy;
  return {
    probabilities: task === 'binary' || task === 'multiclass',
    neededBy: probabilityMetrics(metricIdsOf(policy), task),
  };
}
