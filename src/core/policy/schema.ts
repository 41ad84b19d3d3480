/** `onnx-gate.yml` as data: the one source of its types, its checks and its published JSON Schema. */
import { z } from 'zod';

/** A number, or a percentage of the baseline's value such as `1%`. */
const margin = z.union([z.number().nonnegative(), z.string().regex(/^\d+(\.\d+)?%$/)]);

const metricRule = z
  .strictObject({
    margin: margin
      .optional()
      .describe('The most that may be lost against the baseline, such as 0.002 or 1%.'),
    min: z.number().optional().describe('Smallest value of the candidate that passes, inclusive.'),
    max: z.number().optional().describe('Largest value of the candidate that passes, inclusive.'),
    'max-gain': z
      .number()
      .positive()
      .optional()
      .describe('An improvement above this fails: too good to be true.'),
    level: z.enum(['error', 'warn']).default('error').describe('`warn` is shown and never decides.'),
  })
  .describe('What a metric must satisfy.');

const column = z.union([z.string().min(1), z.strictObject({ sql: z.string().min(1) })]);
const inputMapping = z.union([
  column,
  z.array(column).min(1),
  z.strictObject({
    columns: z.array(column).min(1),
    missing: z
      .union([z.literal('fail'), z.literal('nan'), z.number()])
      .default('fail')
      .describe('What a missing or NaN value becomes. `fail` stops with the row.'),
  }),
]);

const duration = z
  .string()
  .regex(/^\d+(\.\d+)?(us|ms|s)$/)
  .describe('A duration such as 15ms.');
const percent = z.string().regex(/^\d+(\.\d+)?%$/);
const latencyRule = z.strictObject({
  max: duration.optional().describe('Longest time per call that passes.'),
  'max-regression': percent.optional().describe('The most that the candidate may be slower, such as 10%.'),
  level: z.enum(['error', 'warn']).default('error'),
});

const latency = z.strictObject({
  batch: z.array(z.int().positive()).min(1).default([1, 32]),
  threads: z.int().positive().default(1),
  p50: latencyRule.optional(),
  p95: latencyRule.optional(),
  p99: latencyRule.optional(),
});

const holdout = z.strictObject({
  source: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .optional()
    .describe('Files or globs: Parquet, CSV, JSON lines.'),
  query: z.string().min(1).optional().describe('DuckDB SQL instead of files.'),
  label: z.string().min(1).describe('Column with the truth: 0 or 1.'),
  group: z.string().min(1).optional().describe('Column of the unit of resampling, such as user_id.'),
  weight: z.string().min(1).optional().describe('Column of sample weights.'),
});

const output = z.strictObject({
  name: z.string().min(1).optional().describe('Which output of the model. Needed when it is not plain.'),
  class: z.int().nonnegative().optional().describe('Which column of the output, from 0.'),
  activation: z
    .enum(['none', 'sigmoid', 'softmax'])
    .default('none')
    .describe('Turns logits into probabilities.'),
});

const model = z.strictObject({
  candidate: z.string().min(1).describe('Path of the model to judge.'),
  baseline: z
    .union([z.string().min(1), z.array(z.string().min(1))])
    .optional()
    .describe('What it is judged against; of a list, the first that resolves. A path or git:REV[:path].'),
  holdout: holdout.optional(),
  inputs: z
    .union([z.literal('auto'), z.record(z.string(), inputMapping)])
    .default('auto')
    .describe('Which columns feed which model input. `auto` matches by name.'),
  output: output.default({ activation: 'none' }),
  task: z.literal('binary').default('binary'),
  metrics: z.record(z.string(), metricRule).default({}).describe('Rules by metric id.'),
  latency: latency.optional(),
});

export const policySchema = z.strictObject({
  version: z.literal(1),
  mode: z
    .enum(['guard', 'strict', 'point'])
    .default('guard')
    .describe('What inconclusive means: guard warns, strict fails, point compares the bare difference.'),
  confidence: z.number().min(0.5).max(0.999).default(0.95),
  limits: z
    .strictObject({
      seconds: z.number().positive().default(120).describe('Longest time for one request to ONNX Runtime.'),
      memory: z
        .string()
        .regex(/^\d+(Mi|Gi)$/)
        .default('4Gi')
        .describe('Most memory of its process.'),
    })
    .default({ seconds: 120, memory: '4Gi' }),
  models: z.record(z.string().min(1), model),
});

export type Policy = z.infer<typeof policySchema>;
export type ModelPolicy = Policy['models'][string];
export type MetricRule = ModelPolicy['metrics'][string];
export type InputMapping = Exclude<ModelPolicy['inputs'], 'auto'>[string];
export type OutputChoice = ModelPolicy['output'];
export type LatencyPolicy = NonNullable<ModelPolicy['latency']>;
export type LatencyRule = z.infer<typeof latencyRule>;
