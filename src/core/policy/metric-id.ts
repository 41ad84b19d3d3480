/** From a key of `metrics`, with its `convention`, to the id of the table of metrics. */
import type { MetricRule, ModelPolicy } from './schema.ts';

/** `ndcg@10` with `convention: { gain: exp2 }` is `ndcg@10[gain=exp2]`. */
export function metricIdOf(key: string, { convention }: Pick<MetricRule, 'convention'>): string {
  const pairs = Object.entries(convention ?? {});
  return pairs.length === 0 ? key : `${key}[${pairs.map(([name, value]) => `${name}=${value}`).join(',')}]`;
}

/** Ids to measure, in the order of the policy. */
export function metricIdsOf({ metrics }: Pick<ModelPolicy, 'metrics'>): string[] {
  return Object.entries(metrics).map(([key, rule]) => metricIdOf(key, rule));
}
