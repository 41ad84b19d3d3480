/** `onnx-gate.yml` as data: the one source of its types, its checks and its published JSON Schema. */
import { z } from 'zod';
import { TARGET } from '../onnx/targets/target.ts';
import { choice, duration, expecting, MODEL_NAME, margin, memory, number, percent, text } from './values.ts';

const level = choice(['error', 'warn'], 'warn')
  .default('error')
  .describe('`warn` is shown and never decides.');

const conditions = {
  margin: margin
    .optional()
    .describe('The most that may be lost against the baseline: a number, or a percentage of its value.'),
  min: number('a number', 0.7).optional().describe('Smallest value of the candidate that passes, inclusive.'),
  max: number('a number', 1.03).optional().describe('Largest value of the candidate that passes, inclusive.'),
  'max-gain': expecting(z.number().positive(), 'a number above zero', 0.05)
    .optional()
    .describe('An improvement above this fails: too good to be true, often a leak of the label.'),
};

export const metricRule = expecting(
  z.strictObject({
    ...conditions,
    slices: expecting(
      z.union([z.literal('off'), z.strictObject(conditions)]),
      '`off`, or conditions for slices',
      { margin: 0.02 },
    )
      .optional()
      .describe(
        'What a slice must satisfy, instead of the `margin` above; `off` judges no slice by this metric.',
      ),
    convention: expecting(z.record(z.string(), z.string().max(40)), 'a group of conventions', {
      gain: 'exp2',
    })
      .optional()
      .describe('How the metric is defined where there is a choice, as `ndcg@10[gain=exp2]` has it.'),
    level,
  }),
  'a group of conditions',
  { margin: 0.002 },
).meta({ id: 'metricRule', description: 'What a metric must satisfy. Without conditions it is only shown.' });

const columnName = text('the name of a column', 'price');
const column = expecting(
  z.union([
    columnName,
    z.strictObject({ sql: text('an SQL expression', 'ln(1 + price)').describe('A DuckDB expression.') }),
  ]),
  'the name of a column, or an SQL expression',
  { sql: 'ln(1 + price)' },
).meta({ id: 'column', description: 'A column of the holdout, or a DuckDB expression over its columns.' });

const columns = expecting(z.array(column).min(1), 'a list of columns', ['price', 'age']);

const inputMapping = expecting(
  z.union([
    column,
    columns,
    z.strictObject({
      columns: columns.describe('The columns, in the order of the input.'),
      missing: expecting(
        z.union([z.literal('fail'), z.literal('nan'), z.number()]),
        'one of `fail`, `nan`, or a number to put there',
        'nan',
      )
        .default('fail')
        .describe('What a missing or NaN value becomes; `fail` stops and names the row.'),
    }),
  ]),
  'a column, a list of columns, or a list with its own rule for missing values',
  { columns: ['price', 'age'], missing: 'nan' },
).meta({ id: 'inputMapping', description: 'What feeds one input of the model.' });

const latencyRule = expecting(
  z.strictObject({
    max: duration.optional().describe('Longest time per call of the candidate that passes, inclusive.'),
    'max-regression': percent
      .optional()
      .describe('The most that the candidate may be slower than the baseline.'),
    level,
  }),
  'a group of conditions',
  { 'max-regression': '10%' },
).meta({ id: 'latencyRule', description: 'What a percentile of the time per call must satisfy.' });

const wholeNumber = (example: number, most: number) =>
  expecting(z.int().min(1).max(most), `a whole number from 1 to ${most}`, example);

const latency = expecting(
  z.strictObject({
    batch: expecting(z.array(wholeNumber(32, 1_000_000)).min(1).max(100), 'a list of batch sizes', [1, 32])
      .meta({ uniqueItems: true })
      .default([1, 32])
      .describe('Batch sizes to time, in rows per call.'),
    threads: wholeNumber(1, 1024).default(1).describe('Threads within one call.'),
    launches: wholeNumber(7, 100)
      .default(5)
      .describe('Fresh processes per batch size; the interval is over them, so one has none.'),
    seconds: expecting(z.number().min(0.01).max(60), 'a number from 0.01 to 60', 0.5)
      .default(0.25)
      .describe('Timed seconds per model in each launch.'),
    p50: latencyRule.optional(),
    p95: latencyRule.optional(),
    p99: latencyRule.optional(),
  }),
  'a group of settings',
  { p95: { 'max-regression': '10%' } },
);

const glob = text('a file or glob', 'data/holdout/*.parquet');

const holdout = expecting(
  z
    .strictObject({
      source: expecting(
        z.union([glob, z.array(glob).min(1)]),
        'a file or glob, or a list of them',
        'data/holdout/*.parquet',
      )
        .optional()
        .describe('Files or globs: Parquet, CSV, JSON lines.'),
      query: text('a DuckDB SELECT', "SELECT * FROM 'data/*.parquet' WHERE day >= 20")
        .optional()
        .describe('DuckDB SQL instead of files.'),
      label: text('the name of a column', 'purchased').describe(
        'Column with the truth: 0 or 1, a class from 0, a grade or a number, by `task`.',
      ),
      group: text('the name of a column', 'user_id')
        .optional()
        .describe('Column of the unit that is sampled, such as the user: rows of one are not independent.'),
      weight: text('the name of a column', 'sample_weight').optional().describe('Column of sample weights.'),
      item: text('the name of a column', 'item_id')
        .optional()
        .describe('Column of what is shown in the row, for metrics of the catalogue.'),
      training: expecting(
        z.union([glob, z.array(glob).min(1)]),
        'a file or glob, or a list of them',
        'data/training/*.parquet',
      )
        .optional()
        .describe('Files that the candidate was trained on: rows shared with them are counted.'),
      ledger: text('the path of a file', 'ci/holdout-ledger.jsonl')
        .optional()
        .describe('JSON-lines file that remembers which candidates this holdout has judged.'),
      'worn-after': wholeNumber(100, 1_000_000)
        .default(100)
        .describe('The holdout is worn out when it has judged more candidates than this; a warning says so.'),
    })
    .meta({ oneOf: [{ required: ['source'] }, { required: ['query'] }] }),
  'a group of keys that say where the rows are',
  { source: 'data/holdout.parquet', label: 'purchased' },
);

const output = expecting(
  z.strictObject({
    name: text('the name of an output of the model', 'probabilities')
      .optional()
      .describe('Which output of the model. Needed when there are several that could be meant.'),
    class: expecting(z.int().min(0), 'a whole number, counted from 0', 1)
      .optional()
      .describe('Which column of the output, counted from 0.'),
    activation: choice(['none', 'sigmoid', 'softmax'], 'sigmoid')
      .default('none')
      .describe('Turns logits into probabilities.'),
  }),
  'a group of keys that choose an output',
  { name: 'probabilities', class: 1 },
);

const sliceColumn = text('the name of a column', 'region');

const slice = expecting(
  z
    .strictObject({
      by: expecting(
        z.union([sliceColumn, z.array(sliceColumn).min(1).max(4)]),
        'a column, or a list of up to four',
        ['region', 'month'],
      )
        .optional()
        .describe('A column of the holdout, one slice for each of its values; a list crosses them.'),
      where: text('an SQL condition', 'price > 100')
        .optional()
        .describe('A DuckDB condition over the columns of the holdout: its rows are one slice.'),
      name: expecting(z.string().min(1).max(100), 'a name of 100 characters at most', 'expensive')
        .optional()
        .describe('What the slice of a `where` is called; its text when left out.'),
      'min-rows': wholeNumber(500, 1_000_000_000)
        .default(200)
        .describe('Slices with fewer rows are not judged, and listed.'),
      'min-positives': expecting(z.int().min(0).max(1_000_000_000), 'a whole number from 0', 20)
        .default(20)
        .describe('Slices with fewer positive or fewer negative rows are not judged, and listed.'),
      level,
    })
    .meta({ oneOf: [{ required: ['by'] }, { required: ['where'] }] }),
  'a group of keys, with `by` or `where`',
  { by: 'region' },
).meta({ id: 'slice', description: 'Parts of the holdout that are judged on their own.' });

const reference = text('a path or `git:REV[:path]`', 'git:origin/main');

const checkLevel = choice(['error', 'warn', 'off'], 'warn');
const checkName = text('the id of a check', 'unused-initializers');

const ignore = expecting(
  z.strictObject({
    check: checkName.describe('The check whose findings are set aside.'),
    at: text('the name of a node, tensor or input', 'features')
      .optional()
      .describe('Only findings at this place; everywhere when left out.'),
    reason: text('why it may be ignored', 'removed with the next training').describe(
      'Why it may be ignored.',
    ),
    expires: expecting(
      z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
      'a date written YYYY-MM-DD',
      '2027-01-31',
    ).describe('The last day on which it is ignored.'),
  }),
  'a group of keys that says what is ignored, why and until when',
  { check: 'unused-initializers', reason: 'removed with the next training', expires: '2027-01-31' },
);

const validate = expecting(
  z.strictObject({
    preset: choice(['default', 'strict'], 'strict')
      .default('default')
      .describe('`strict` makes every warning of a check an error.'),
    checks: expecting(z.record(z.string(), checkLevel), 'a group of levels, one for each check', {
      'unused-initializers': 'off',
    })
      .default({})
      .describe('A level for single checks: `error`, `warn` or `off`.'),
    ignore: expecting(z.array(ignore).max(1000), 'a list of findings to ignore', [
      { check: 'unused-initializers', reason: 'removed with the next training', expires: '2027-01-31' },
    ])
      .default([])
      .describe('Findings that are known and accepted for a time.'),
    targets: expecting(
      z
        .array(
          expecting(
            z.string().regex(TARGET),
            '`onnxruntime==` and a version such as `1.19`, or `triton`',
            'onnxruntime==1.19',
          ),
        )
        .max(20),
      'a list of places where the model must run',
      ['onnxruntime==1.19'],
    )
      .default([])
      .describe('Where the model must run: `onnxruntime==1.19`, `triton`.'),
    behaviour: expecting(z.boolean(), '`true` or `false`', true)
      .default(false)
      .describe('Runs the model on rows of the holdout, or made-up ones, and judges what comes out.'),
    golden: text('a folder', 'models/golden')
      .optional()
      .describe('Folder with golden vectors: `.npz`, or `test_data_set_*/input_*.pb`.'),
    monotonic: expecting(
      z.record(z.string(), choice(['increasing', 'decreasing'], 'decreasing')),
      'a group of directions, one for each column',
      { price: 'decreasing' },
    )
      .default({})
      .describe('Which way the score goes when a column goes up; runs the model.'),
  }),
  'a group of settings',
  { preset: 'strict' },
);

const model = expecting(
  z
    .strictObject({
      candidate: text('the path of an ONNX file', 'models/conversion.onnx').describe('The model to judge.'),
      baseline: expecting(
        z.union([reference, z.array(reference).min(1)]),
        'a path or `git:REV[:path]`, or a list of them; leave it out where there is none yet',
        'git:origin/main',
      )
        .optional()
        .describe('What it is judged against: a path or git:REV[:path]; of a list, the first that resolves.'),
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
      validate: validate
        .default({ preset: 'default', checks: {}, ignore: [], targets: [], behaviour: false, monotonic: {} })
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
  }),
  'a group of keys',
  { version: 1, models: { conversion: { candidate: 'models/conversion.onnx' } } },
).describe('What a model must satisfy before it ships.');

export type Policy = z.infer<typeof policySchema>;
export type ModelPolicy = Policy['models'][string];
export type SlicePolicy = ModelPolicy['slices'][number];
/** As a user writes it: what has a default may be left out. */
export type ModelDraft = z.input<typeof policySchema>['models'][string];
export type MetricRule = ModelPolicy['metrics'][string];
export type InputMapping = Exclude<ModelPolicy['inputs'], 'auto'>[string];
export type OutputChoice = ModelPolicy['output'];
export type LatencyPolicy = NonNullable<ModelPolicy['latency']>;
export type ValidatePolicy = ModelPolicy['validate'];
export type LatencyRule = z.infer<typeof latencyRule>;

/** The model of that name. By own key only: a model may be called `constructor`. */
export function modelOf(policy: Policy, name: string): ModelPolicy | undefined {
  return Object.hasOwn(policy.models, name) ? policy.models[name] : undefined;
}
