import { z } from 'zod';
import { policySchema } from './schema.ts';

const ID = 'https://raw.githubusercontent.com/onnx-gate/onnx-gate/main/schemas/onnx-gate.schema.json';

/**
 * JSON Schema (2020-12) of the policy file, so that editors complete and check it. It accepts what `parsePolicy` does,
 * save for relations between values (such as `min` above `max`), which JSON Schema cannot say.
 */
export function policyJsonSchema(knownMetrics: readonly string[]): object {
  const { $schema, ...rest } = z.toJSONSchema(policySchema, {
    io: 'input',
    override({ jsonSchema, path }) {
      // One property per metric, where a map of any name would complete nothing.
      if (path.at(-1) !== 'metrics' || jsonSchema.propertyNames === undefined) return;
      const rule = jsonSchema.additionalProperties as z.core.JSONSchema.BaseSchema;
      delete jsonSchema.propertyNames;
      jsonSchema.properties = Object.fromEntries(knownMetrics.map((id) => [id, { ...rule }]));
      jsonSchema.additionalProperties = false;
    },
  });
  return { $schema, $id: ID, title: 'onnx-gate policy', ...rest };
}
