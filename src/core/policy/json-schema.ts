import { z } from 'zod';
import { METRICS, metricNames } from '../metrics/table.ts';
import { policySchema } from './schema.ts';

const ID = 'https://raw.githubusercontent.com/onnx-gate/onnx-gate/main/schemas/onnx-gate.schema.json';

/**
 * JSON Schema (2020-12) of the policy file, so that editors complete and check it. It accepts what `parsePolicy` does,
 * save for relations between values (such as `min` above `max`, or a metric of another task), which JSON Schema cannot say.
 */
export function policyJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(policySchema, {
    io: 'input',
    override({ jsonSchema, path }) {
      // One property per metric, where a map of any name would complete nothing.
      if (path.at(-1) !== 'metrics' || jsonSchema.propertyNames === undefined) return;
      const rule = jsonSchema.additionalProperties as z.core.JSONSchema.BaseSchema;
      delete jsonSchema.propertyNames;
      jsonSchema.properties = Object.fromEntries(completeNames().map((name) => [name, { ...rule }]));
      jsonSchema.patternProperties = { [idPattern()]: { ...rule } };
      jsonSchema.additionalProperties = false;
    },
  });
  return { $schema, $id: ID, title: 'onnx-gate policy', ...rest };
}

/** Metrics that mean something without a number. */
function completeNames(): string[] {
  const complete = METRICS.filter(({ at, defaultAt }) => at === 'none' || defaultAt !== null);
  return [...new Set(complete.map(({ name }) => name))];
}

/** Those with a number or conventions, such as `ndcg@10[gain=exp2]`. */
function idPattern(): string {
  return `^(${metricNames.join('|')})(@[0-9.]+(\\[[^\\[\\]]*\\])?|\\[[^\\[\\]]*\\])$`;
}
