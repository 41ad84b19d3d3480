/** Verdicts and documents as the gate writes them, for the renderers to show. */
import type { Benchmark } from '../../../src/core/documents/benchmark.ts';
import type { Evaluation } from '../../../src/core/documents/evaluation.ts';
import type { Measurement } from '../../../src/core/documents/index.ts';
import type { Validation } from '../../../src/core/documents/validation.ts';
import type { RuleResult, Verdict } from '../../../src/core/documents/verdict.ts';

export interface Sample {
  readonly verdict: Verdict;
  readonly measurements: readonly Measurement[];
}

const TOOL = { name: 'onnx-gate', version: '0.1.0' } as const;
const CREATED = '2026-11-02T09:30:00Z';
const digest = (seed: string) => `sha256:${seed.repeat(64).slice(0, 64)}`;

const candidate = (model: string) => ({
  reference: `models/${model}.onnx`,
  digest: digest('1f2e3d'),
  bytes: 219_431,
});
const baseline = (model: string) => ({
  reference: `git:origin/main:models/${model}.onnx`,
  digest: digest('9a8b7c'),
  bytes: 218_112,
});
const holdout = { source: 'data/holdout/*.parquet', digest: digest('c0ffee'), rows: 4932 };

export function rule(part: Partial<RuleResult> & Pick<RuleResult, 'metric' | 'result'>): RuleResult {
  const model = part.model ?? 'conversion';
  const slice = part.slice ?? null;
  return {
    id: [model, part.metric, ...(slice === null ? [] : [slice])].join('/'),
    model,
    slice,
    level: 'error',
    unit: 'score',
    value: null,
    baseline: null,
    delta: null,
    interval: null,
    margin: null,
    bounds: null,
    p: null,
    pAdjusted: null,
    mde: null,
    n: 4932,
    waiver: null,
    reason: 'Holds.',
    at: null,
    ...part,
  };
}

export function verdict(part: Partial<Verdict>): Verdict {
  return {
    schema: 'onnx-gate/verdict/v1',
    tool: TOOL,
    created: CREATED,
    verdict: 'pass',
    mode: 'guard',
    exitCode: 0,
    rules: [],
    subjects: [
      { model: 'conversion', candidate: candidate('conversion'), baseline: baseline('conversion'), holdout },
    ],
    policy: { path: 'onnx-gate.yml', digest: digest('beef01') },
    reasons: [],
    ...part,
  };
}

const ci = (lower: number, upper: number, method: string) => ({ lower, upper, confidence: 0.95, method });
const at = (line: number) => ({ file: 'onnx-gate.yml', line, column: 7 });

const validation: Validation = {
  schema: 'onnx-gate/validation/v1',
  tool: TOOL,
  created: CREATED,
  model: 'conversion',
  candidate: candidate('conversion'),
  baseline: baseline('conversion'),
  summary: null,
  comparison: null,
  minimumRuntime: null,
  runtime: { name: 'ONNX Runtime', version: '1.30.0' },
  findings: [],
  status: 'pass',
};

const metric = (
  id: string,
  direction: 'higher' | 'lower',
  convention = '',
): Evaluation['metrics'][number] => ({
  metric: id,
  convention,
  direction,
  slice: null,
  n: 4932,
  candidate: 0.9,
  baseline: 0.9,
  delta: 0,
  standardError: 0.001,
  interval: ci(-0.002, 0.002, 'DeLong, clustered (Obuchowski)'),
  p: 1,
  mde: 0.003,
  dropped: { rows: 0, groups: 0 },
  reason: null,
});

const evaluation: Evaluation = {
  schema: 'onnx-gate/evaluation/v1',
  tool: TOOL,
  created: CREATED,
  model: 'conversion',
  candidate: candidate('conversion'),
  baseline: baseline('conversion'),
  compared: true,
  holdout: { ...holdout, positives: 763, groups: 1204 },
  metrics: [
    metric('auc', 'higher', 'ties=half'),
    metric('logloss', 'lower', 'eps=2.2e-16'),
    metric('accuracy', 'higher', 'threshold>0.5'),
  ],
  churn: null,
  slices: [],
};

const arm = (batch: number, name: 'p50' | 'p99'): Benchmark['arms'][number] => ({
  batch,
  threads: 1,
  metric: name,
  candidate: 1.52e-5,
  baseline: 1.49e-5,
  ratio: 1.02,
  interval: ci(0.99, 1.05, 't on trimmed log ratios over launches'),
  control: { ratio: 1.004, interval: ci(0.985, 1.023, 't on trimmed log ratios over launches') },
  samples: 48_210,
  launches: 5,
});

const benchmark: Benchmark = {
  schema: 'onnx-gate/benchmark/v1',
  tool: TOOL,
  created: CREATED,
  model: 'conversion',
  candidate: candidate('conversion'),
  baseline: baseline('conversion'),
  arms: [arm(1, 'p50'), arm(32, 'p99')],
  environment: {
    runtime: 'onnxruntime 1.30.0',
    node: '24.1.0',
    platform: 'linux x64',
    cpu: 'AMD EPYC 7763',
    cores: 4,
    load: 0.42,
  },
};

const measured = [validation, evaluation];
const validates = rule({ metric: 'validate', result: 'pass', unit: 'none', n: null, reason: 'Loads.' });

const pass: Sample = {
  verdict: verdict({
    rules: [
      validates,
      rule({
        metric: 'auc',
        result: 'pass',
        value: 0.92394,
        baseline: 0.89641,
        delta: 0.02753,
        interval: ci(0.0201, 0.03496, 'DeLong, clustered (Obuchowski)'),
        margin: 0.002,
        mde: 0.0053,
        at: at(12),
      }),
      rule({
        metric: 'logloss',
        result: 'pass',
        value: 0.23121,
        baseline: 0.26024,
        delta: -0.02903,
        interval: ci(-0.03412, -0.02394, 'paired t, clustered'),
        margin: 0.0026,
        mde: 0.0036,
        at: at(13),
      }),
      rule({
        metric: 'accuracy',
        result: 'pass',
        value: 0.9002,
        baseline: 0.8935,
        delta: 0.0067,
        interval: ci(-0.0021, 0.0155, 'paired t, clustered'),
        margin: 0.005,
        mde: 0.0063,
        at: at(14),
      }),
    ],
  }),
  measurements: measured,
};

const failed = [
  validates,
  rule({
    metric: 'auc',
    result: 'fail',
    value: 0.90261,
    baseline: 0.92394,
    delta: -0.02133,
    interval: ci(-0.0271, -0.01556, 'DeLong, clustered (Obuchowski)'),
    margin: 0.002,
    mde: 0.0041,
    reason:
      'AUC fell by 0.0213, from 0.9239 to 0.9026; at most 0.0020 may be lost, and the 95% interval [−0.0271, −0.0156] lies wholly below that: proved worse.',
    at: at(12),
  }),
  rule({
    metric: 'logloss',
    result: 'fail',
    value: 0.26533,
    baseline: 0.23121,
    delta: 0.03412,
    interval: ci(0.0281, 0.04014, 'paired t, clustered'),
    margin: 0.0023,
    mde: 0.0036,
    reason: 'Log loss rose by 0.0341, from 0.2312 to 0.2653; at most 0.0023 may be lost: proved worse.',
    at: at(13),
  }),
  rule({
    metric: 'accuracy',
    result: 'inconclusive',
    value: 0.8951,
    baseline: 0.8978,
    delta: -0.0027,
    interval: ci(-0.0101, 0.0047, 'paired t, clustered'),
    margin: 0.005,
    mde: 0.0053,
    reason:
      'The interval [−0.0101, 0.0047] reaches beyond the margin of 0.0050 on both sides; about 3,400 more rows would decide it.',
    at: at(14),
  }),
  rule({
    metric: 'auc',
    slice: 'visitor_type=Returning_Visitor',
    result: 'fail',
    level: 'warn',
    value: 0.8812,
    baseline: 0.9011,
    delta: -0.0199,
    interval: ci(-0.0288, -0.011, 'DeLong, clustered (Obuchowski)'),
    margin: 0.005,
    reason: 'AUC fell by 0.0199 on this slice; at most 0.0050 may be lost.',
    at: at(18),
  }),
  rule({ metric: 'copc', result: 'pass', value: 1.0123, reason: 'Within 0.97 and 1.03.' }),
];

const fail: Sample = {
  verdict: verdict({ verdict: 'fail', exitCode: 1, rules: failed }),
  measurements: measured,
};

const inconclusive: Sample = {
  verdict: verdict({
    verdict: 'inconclusive',
    exitCode: 4,
    mode: 'strict',
    rules: [validates, failed[3]!, pass.verdict.rules[1]!],
  }),
  measurements: measured,
};

const noBaseline: Sample = {
  verdict: verdict({
    rules: [
      validates,
      rule({ metric: 'auc', result: 'pass', value: 0.92394, reason: 'At least 0.7000.' }),
      rule({
        metric: 'logloss',
        result: 'skipped',
        value: 0.23121,
        reason: 'There is no baseline to compare with.',
      }),
      rule({
        metric: 'accuracy',
        result: 'skipped',
        value: 0.9002,
        reason: 'There is no baseline to compare with.',
      }),
    ],
    subjects: [{ model: 'conversion', candidate: candidate('conversion'), baseline: null, holdout }],
    reasons: [
      {
        model: 'conversion',
        code: 'no-baseline',
        message:
          'No baseline: `git:origin/main` has no `models/conversion.onnx`. Rules against it were skipped.',
      },
    ],
  }),
  measurements: [validation, { ...evaluation, baseline: null, compared: false }],
};

const noThresholds: Sample = {
  verdict: verdict({
    verdict: 'inconclusive',
    reasons: [
      {
        model: null,
        code: 'no-thresholds',
        message:
          'The policy sets no thresholds. Add `metrics:` under a model, such as `auc: { margin: 0.002 }`.',
      },
    ],
  }),
  measurements: measured,
};

const broken: Sample = {
  verdict: verdict({
    verdict: 'error',
    exitCode: 2,
    rules: [],
    subjects: [
      { model: 'conversion', candidate: candidate('conversion'), baseline: null, holdout: null },
      { model: 'click', candidate: candidate('click'), baseline: baseline('click'), holdout },
    ],
    reasons: [
      {
        model: 'conversion',
        code: 'file-kind',
        message: 'models/conversion.onnx is a Git LFS pointer, not a model. Run `git lfs pull` first.',
      },
      {
        model: 'click',
        code: 'column-missing',
        message:
          'data/holdout.csv has no column `purchased`; it has purchase, user_id, price. Did you mean `purchase`?',
      },
    ],
  }),
  measurements: [],
};

const latencyRule = (name: string, batch: number, part: Partial<RuleResult> & Pick<RuleResult, 'result'>) =>
  rule({ metric: `latency/batch=${batch}/${name}`, unit: 'seconds', n: 48_210, margin: 0.1, ...part });

const latency: Sample = {
  verdict: verdict({
    verdict: 'fail',
    exitCode: 1,
    rules: [
      validates,
      latencyRule('p50', 1, {
        result: 'pass',
        value: 1.52e-5,
        baseline: 1.49e-5,
        delta: 0.0201,
        interval: ci(-0.0052, 0.0461, 't on trimmed log ratios over launches'),
      }),
      latencyRule('p99', 1, {
        result: 'inconclusive',
        value: 4.11e-5,
        baseline: 3.72e-5,
        delta: 0.1048,
        interval: ci(-0.031, 0.2598, 't on trimmed log ratios over launches'),
        reason: 'The machine is too noisy: the baseline against itself differs by up to 18%.',
      }),
      latencyRule('p99', 32, {
        result: 'fail',
        value: 0.01843,
        baseline: 0.01214,
        delta: 0.5181,
        interval: ci(0.4412, 0.5991, 't on trimmed log ratios over launches'),
        reason: 'p99 at batch 32 is 51.8% slower, 18.4 ms against 12.1 ms; at most 10% is allowed.',
        at: at(24),
      }),
      latencyRule('p99', 128, { result: 'pass', value: 0.0531, margin: null, reason: 'At most 60 ms.' }),
    ],
  }),
  measurements: [...measured, benchmark],
};

const MANY = ['click', 'conversion', 'basket', 'search-ranking', '推薦モデル', 'emails 📧'];
const many: Sample = {
  verdict: verdict({
    verdict: 'fail',
    exitCode: 1,
    rules: MANY.flatMap((model, index) => {
      const source = index === 3 ? fail : pass;
      return source.verdict.rules.map((one) => ({ ...one, model, id: one.id.replace('conversion', model) }));
    }),
    subjects: MANY.map((model) => ({
      model,
      candidate: candidate(model),
      baseline: baseline(model),
      holdout,
    })),
  }),
  measurements: MANY.flatMap((model) => measured.map((one) => ({ ...one, model }))),
};

export const SAMPLES: ReadonlyMap<string, Sample> = new Map([
  ['pass', pass],
  ['fail', fail],
  ['inconclusive', inconclusive],
  ['no-baseline', noBaseline],
  ['no-thresholds', noThresholds],
  ['error', broken],
  ['latency', latency],
  ['many-models', many],
]);
