/** `onnx-gate.yml` as data: the one source of its types, its checks and its published JSON Schema. */
import { z } from 'zod';
import { holdout } from './schema/holdout.ts';
import { image } from './schema/image.ts';
import { inputMapping } from './schema/inputs.ts';
import { latency, type latencyRule } from './schema/latency.ts';
import { metricRule } from './schema/metric-rule.ts';
import { output } from './schema/output.ts';
import { NO_REPORTS, report } from './schema/report.ts';
import { scoring } from './schema/scoring.ts';
import { slice } from './schema/slice.ts';
import { validate } from './schema/validate.ts';
import { waiver } from './schema/waiver.ts';
import { choice, expecting, MODEL_NAME, memory, text } from './values.ts';

const reference = text('a path or a reference such as `git:REV[:path]`', 'git:origin/main');

const model = expecting(
  z
    .strictObject({
      candidate: text('the path of an ONNX file', 'models/conversion.onnx').describe(
        'The model to judge: a path or a reference.',
      ),
      baseline: expecting(
        z.union([reference, z.array(reference).min(1)]),
        'a path or a reference such as `git:REV[:path]`, or a list of them; leave it out where there is none yet',
        'git:origin/main',
      )
        .optional()
        .describe(
          'What it is judged against: a path or a reference (docs/references.md); of a list, the first that resolves.',
        ),
      holdout: holdout
        .optional()
        .describe('The rows to judge on: either `source` or `query`, and their columns.'),
      inputs: expecting(
        z.union([z.literal('auto'), z.record(z.string(), inputMapping)]),
        '`auto`, or a column for each input of the model',
        { features: ['price', 'age'] },
      )
        .default('auto')
        .describe('Which columns feed which input of the model; `auto` matches by name.'),
      output: output.default({ activation: 'none' }).describe('Which number of the model is the score.'),
      'baseline-inputs': expecting(
        z.record(z.string(), inputMapping),
        'a column for each input that the baseline takes from elsewhere',
        { features: ['price', 'age'] },
      )
        .optional()
        .describe('Inputs of the baseline that are fed otherwise than `inputs` says.'),
      'baseline-output': output
        .optional()
        .describe('The score of the baseline, where it is not that of `output`.'),
      scoring: scoring.default({}).describe('How rows are put through the models.'),
      task: choice(['binary', 'multiclass', 'regression', 'ranking'], 'binary')
        .default('binary')
        .describe('What the model predicts.'),
      metrics: expecting(z.record(z.string(), metricRule), 'a group of rules, one for each metric', {
        auc: { margin: 0.002 },
      })
        .default({})
        .describe('Rules by metric.'),
      slices: expecting(z.array(slice).max(10), 'a list of up to ten slices', [{ by: 'region' }])
        .default([])
        .describe('Parts of the holdout that are judged on their own.'),
      latency: latency.optional().describe('Rules for the time per call.'),
      image: image.optional().describe('Rules for the image that serves it.'),
      validate: validate
        .default({
          preset: 'default',
          checks: {},
          ignore: [],
          targets: [],
          load: true,
          behaviour: false,
          monotonic: {},
        })
        .describe('How the model file is checked.'),
    })
    .meta({ dependentRequired: { metrics: ['holdout'], slices: ['holdout'] } }),
  'a group of keys, `candidate` at least',
  { candidate: 'models/conversion.onnx' },
).meta({ id: 'model', description: 'One model and its rules.' });

const limits = expecting(
  z.strictObject({
    seconds: expecting(z.number().positive(), 'a number of seconds above zero', 120)
      .default(120)
      .describe('Longest time for one request to ONNX Runtime.'),
    memory: memory.default('4Gi').describe('Most memory of the process that runs the model.'),
  }),
  'a group of limits',
  { seconds: 120 },
);

export const policySchema = expecting(
  z.strictObject({
    version: expecting(z.literal(1), '`1`, the only version there is', 1).describe('Version of this format.'),
    mode: choice(['guard', 'strict', 'point'], 'guard')
      .default('guard')
      .describe('What inconclusive means: guard warns, strict fails, point compares the bare difference.'),
    confidence: expecting(z.number().min(0.5).max(0.999), 'a number from 0.5 to 0.999', 0.95)
      .default(0.95)
      .describe('Confidence of every interval.'),
    limits: limits
      .default({ seconds: 120, memory: '4Gi' })
      .describe('Limits of the process that runs a model.'),
    models: expecting(
      z.record(z.string(), model).meta({ minProperties: 1, propertyNames: { pattern: MODEL_NAME.source } }),
      'a group of models, each under its name',
      {
        conversion: { candidate: 'models/conversion.onnx' },
      },
    ).describe('The models to judge, by name. The name becomes a folder of the output.'),
    waivers: expecting(z.array(waiver).max(1000), 'a list of waivers', [
      {
        rule: 'conversion/ndcg@10',
        ceiling: 0.02,
        reason: 'catalogue migration',
        owner: '@search',
        expires: '2027-01-31',
      },
    ])
      .default([])
      .describe('Rules that may be missed for a time.'),
    report: report.default(NO_REPORTS).describe('Reports to write beside the documents.'),
  }),
  'a group of keys',
  { version: 1, models: { conversion: { candidate: 'models/conversion.onnx' } } },
).describe('What a model must satisfy before it ships.');

export type Policy = z.infer<typeof policySchema>;
export type ReportPolicy = Policy['report'];
export type ModelPolicy = Policy['models'][string];
export type SlicePolicy = ModelPolicy['slices'][number];
/** As a user writes it: what has a default may be left out. */
export type ModelDraft = z.input<typeof policySchema>['models'][string];
export type MetricRule = ModelPolicy['metrics'][string];
export type InputMapping = Exclude<ModelPolicy['inputs'], 'auto'>[string];
export type InputMappings = Readonly<Record<string, InputMapping>>;
export type OutputChoice = ModelPolicy['output'];
export type LatencyPolicy = NonNullable<ModelPolicy['latency']>;
export type ValidatePolicy = ModelPolicy['validate'];
export type Waiver = Policy['waivers'][number];
export type LatencyRule = z.infer<typeof latencyRule>;

/** The model of that name. By own key only: a model may be called `constructor`. */
export function modelOf(policy: Policy, name: string): ModelPolicy | undefined {
  return Object.hasOwn(policy.models, name) ? policy.models[name] : undefined;
}
