/** `--metric auc:margin=0.002,min=0.7`: the rules of the policy file, written on the command line. */
import { z } from 'zod';
import type { Fault } from '../errors.ts';
import { parseMetricId } from '../metrics/table.ts';
import { checkBounds, TASKS } from './across.ts';
import { explainIssues, faultWriter } from './faults.ts';
import { metricRule } from './schema/metric-rule.ts';
import type { MetricRule } from './schema.ts';
import { code, show } from './words.ts';

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

export type MetricFlag =
  | { readonly ok: true; readonly metric: string; readonly rule: MetricRule }
  | { readonly ok: false; readonly faults: Fault[] };

/**
 * `auc:margin=0.002,min=0.7` → id and rule; `auc` alone measures it without a rule.
 * Keys and values are those of the policy file; of which tasks the metric is does not matter here.
 * Returns every fault at once, code `usage-invalid`.
 */
export function parseMetricFlag(flag: string): MetricFlag {
  const writer = faultWriter('conditions');
  const faults: Fault[] = [];
  const colon = flag.indexOf(':');
  const metric = (colon < 0 ? flag : flag.slice(0, colon)).trim();
  const conditions = colon < 0 ? [] : flag.slice(colon + 1).split(',');
  faults.push(...unknownMetric(metric).map(({ message, fix }) => writer.fault([], message, fix!)));
  const values = new Map<string, string | number>();
  for (const condition of conditions) {
    const equals = condition.indexOf('=');
    const key = condition.slice(0, Math.max(equals, 0)).trim();
    const value = condition.slice(equals + 1).trim();
    if (key === '' || value === '')
      faults.push(
        writer.fault(
          [],
          `${show(condition)} in --metric ${show(flag)} is not a condition.`,
          'Write `key=value`, for example `auc:margin=0.002,min=0.7`.',
        ),
      );
    else if (values.has(key))
      faults.push(writer.fault([], `--metric ${show(flag)} gives ${code(key)} twice.`, 'Keep one.'));
    else values.set(key, NUMBER.test(value) ? Number(value) : value);
  }
  const schema = z.strictObject({ [metric]: metricRule });
  // `fromEntries` makes `__proto__` a key like any other.
  const value = { [metric]: Object.fromEntries(values) };
  const parsed = schema.safeParse(value);
  if (!parsed.success) faults.push(...explainIssues(parsed.error.issues, schema, value, writer));
  faults.push(...checkBounds(value[metric], [metric], writer));
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  return { ok: true, metric, rule: parsed.data[metric]! };
}

/** Why no task has such a metric, as the first of them says it. */
function unknownMetric(metric: string): readonly Fault[] {
  const [first, ...others] = TASKS.map((task) => parseMetricId(metric, task));
  return first!.ok || others.some(({ ok }) => ok) ? [] : first!.faults;
}
