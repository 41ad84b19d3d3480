/** Documents to judge, each right until a test says otherwise. */
import type { Arm, Benchmark } from '../../../src/core/documents/benchmark.ts';
import type { Interval, Subject } from '../../../src/core/documents/common.ts';
import type { Evaluation, MetricResult } from '../../../src/core/documents/evaluation.ts';
import type { Image, Probe } from '../../../src/core/documents/image.ts';
import type { Validation } from '../../../src/core/documents/validation.ts';
import { type RuleResult, type Verdict, verdict } from '../../../src/core/documents/verdict.ts';
import { type JudgeInput, judge } from '../../../src/core/gate/judge.ts';
import { policySchema } from '../../../src/core/policy/schema.ts';

const TOOL = { name: 'onnx-gate', version: '0.1.0' } as const;
const HEADER = { tool: TOOL, created: '2027-01-31T12:00:00Z', model: 'm' };
export const digestOf = (letter: string) => `sha256:${letter.repeat(64)}` as const;
const subject = (letter: string): Subject => ({
  reference: `${letter}.onnx`,
  digest: digestOf(letter),
  bytes: 9,
});

export function interval(lower: number, upper: number, confidence = 0.95): Interval {
  return { lower, upper, confidence, method: 'DeLong' };
}

export function metric(more: Partial<MetricResult> = {}): MetricResult {
  const { candidate = 0.76, baseline = 0.75 } = more;
  return {
    metric: 'auc',
    convention: '',
    direction: 'higher',
    slice: null,
    n: 4000,
    candidate,
    baseline,
    delta: candidate === null || baseline === null ? null : candidate - baseline,
    standardError: 0.001,
    interval: interval(0.008, 0.012),
    p: 0.01,
    mde: 0.0028,
    dropped: { rows: 0, groups: 0 },
    reason: null,
    ...more,
  };
}

/** The baseline is 0.75, so that `gain` and the interval say all. */
export function moved(
  gain: number,
  lower: number,
  upper: number,
  more: Partial<MetricResult> = {},
): MetricResult {
  return metric({ candidate: 0.75 + gain, delta: gain, interval: interval(lower, upper), ...more });
}

export function evaluation(metrics: readonly MetricResult[], more: Partial<Evaluation> = {}): Evaluation {
  return {
    schema: 'onnx-gate/evaluation/v1',
    ...HEADER,
    candidate: subject('a'),
    baseline: subject('b'),
    compared: true,
    holdout: { source: 'rows.parquet', digest: digestOf('c'), rows: 4000, positives: 700, groups: null },
    metrics: [...metrics],
    churn: null,
    slices: [],
    ...more,
  };
}

export function validation(more: Partial<Validation> = {}): Validation {
  return {
    schema: 'onnx-gate/validation/v1',
    ...HEADER,
    candidate: subject('a'),
    baseline: subject('b'),
    summary: null,
    comparison: null,
    minimumRuntime: null,
    runtime: { name: 'ONNX Runtime', version: '1.30.0' },
    findings: [],
    status: 'pass',
    ...more,
  };
}

/** `ratio` of p99 at batch 32; the control is quiet. */
export function arm(ratio: number, lower: number, upper: number, more: Partial<Arm> = {}): Arm {
  return {
    batch: 32,
    threads: 1,
    metric: 'p99',
    candidate: 0.001 * ratio,
    baseline: 0.001,
    candidateInterval: interval(0.00099 * ratio, 0.00101 * ratio, 0.98),
    ratio,
    interval: interval(lower, upper),
    control: { ratio: 1.001, interval: interval(0.99, 1.01) },
    samples: 9000,
    launches: 7,
    ...more,
  };
}

export function benchmark(arms: readonly Arm[], more: Partial<Benchmark> = {}): Benchmark {
  return {
    schema: 'onnx-gate/benchmark/v1',
    ...HEADER,
    candidate: subject('a'),
    baseline: subject('b'),
    arms: [...arms],
    environment: { runtime: 'r', node: '24', platform: 'linux', cpu: 'cpu', cores: 2, load: 0 },
    ...more,
  };
}

/** What a sound image is found to be. */
export function probe(more: Partial<Probe> = {}): Probe {
  return {
    runner: 'docker',
    why: 'There is a Docker daemon.',
    limits: { cpus: 2, memory: 2 ** 31 },
    ready: true,
    readySeconds: 0.4,
    signature: [],
    parity: {
      rows: 64,
      maxAbs: 0,
      maxRel: 0,
      maxScaled: 0,
      unequal: 0,
      reordered: 0,
      auc: { served: 0.75, offline: 0.75 },
      cases: [],
      worst: null,
    },
    hostile: [{ request: 'garbage', status: 400, ready: true }],
    peakMemory: 1e8,
    writes: [],
    connections: [],
    stop: { requests: 100, failed: 0, exitCode: 0, seconds: 0.1 },
    stderr: [],
    ...more,
  };
}

export function image(more: Partial<Image> = {}): Image {
  const digest = digestOf('d');
  return {
    schema: 'onnx-gate/image/v1',
    ...HEADER,
    candidate: subject('a'),
    served: { name: 'm', version: '1' },
    kind: 'serving',
    reference: `ghcr.io/team/m@${digest}`,
    digest,
    imageId: digestOf('e'),
    form: 'image',
    platforms: ['linux/amd64'],
    layers: [],
    engine: { name: 'append', why: 'There is no Dockerfile.' },
    base: null,
    uploadedBytes: 0,
    reusedBytes: 0,
    tags: [],
    untagged: null,
    notes: [],
    ...more,
  };
}

/** Rules of the model `m` as the policy file has them. */
export type Rules = { metrics?: object; latency?: object; image?: object };

export function judged(
  rules: Rules,
  more: Partial<JudgeInput> = {},
  waivers: readonly object[] = [],
): Verdict {
  const policy = policySchema.parse({
    version: 1,
    waivers,
    models: { m: { candidate: 'a.onnx', holdout: { source: 'rows.parquet', label: 'y' }, ...rules } },
  });
  const result = judge({
    documents: [],
    policy,
    scope: ['evaluation'],
    models: ['m'],
    faults: [],
    tool: TOOL,
    created: '2027-01-31T12:00:00Z',
    policySubject: null,
    ...more,
  });
  // Whatever is judged, the document must be one that its readers take.
  return verdict.parse(result);
}

/** The only rule on one metric in one measurement. */
export function metricRule(rule: object, measured: MetricResult, more: Partial<JudgeInput> = {}): RuleResult {
  const { rules } = judged({ metrics: { auc: rule } }, { documents: [evaluation([measured])], ...more });
  return rules[0]!;
}

/** The only rule on the time per call. */
export function latencyRule(rule: object, measured: Arm, more: Partial<JudgeInput> = {}): RuleResult {
  const { rules } = judged(
    { latency: { batch: [32], p99: rule } },
    { scope: ['benchmark'], documents: [benchmark([measured])], ...more },
  );
  return rules[0]!;
}
