/** One batch size through the gate: launches, looks and rules, as `onnx-gate benchmark` does. */
import { proved, runTimeBatch, type TimedBatch } from '../../src/commands/time-batch.ts';
import type { Benchmark } from '../../src/core/documents/benchmark.ts';
import type { RuleResult } from '../../src/core/documents/verdict.ts';
import { judge } from '../../src/core/gate/judge.ts';
import { type LatencyPolicy, type Policy, policySchema } from '../../src/core/policy/schema.ts';
import type { FedModel, ModelRunner } from '../../src/ports.ts';

/** A policy with default tolerances; `latency` over them. */
export function policyOf(latency: object): Policy {
  return policySchema.parse({
    version: 1,
    models: {
      m: {
        candidate: 'a.onnx',
        latency: { p50: { 'max-regression': '5%' }, p95: { 'max-regression': '10%' }, ...latency },
      },
    },
  });
}

const SUBJECT = { reference: 'm.onnx', digest: `sha256:${'0'.repeat(64)}`, bytes: 1 };
const CREATED = '2026-01-01T00:00:00Z';

export interface Passed {
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  readonly rules: readonly RuleResult[];
  readonly timed: TimedBatch;
}

export async function passGate(
  policy: Policy,
  models: { readonly candidate: FedModel; readonly baseline: FedModel },
  runner: Pick<ModelRunner, 'time'>,
  now = () => new Date(),
): Promise<Passed> {
  const latency: LatencyPolicy = policy.models.m!.latency!;
  const batch = latency.batch[0]!;
  const timed = await runTimeBatch(
    {
      ...models,
      title: '',
      latency,
      confidence: policy.confidence,
      limits: { seconds: 60, memory: 2 ** 31 },
      deadline: Number.POSITIVE_INFINITY,
    },
    { runner, clock: { now }, progress: { report: () => {} } },
  );
  const budgeted = [latency.p50, latency.p95].some((rule) => rule?.max !== undefined);
  const arms = budgeted ? proved(timed.arms, timed.launches) : timed.arms;
  const document: Benchmark = {
    schema: 'onnx-gate/benchmark/v1',
    tool: { name: 'onnx-gate', version: '0' },
    created: CREATED,
    model: 'm',
    candidate: SUBJECT,
    baseline: SUBJECT,
    arms: arms.map((arm) => ({ batch, threads: latency.threads, ...arm })),
    environment: { runtime: '', node: '', platform: '', cpu: '', cores: 1, load: null },
  };
  const { rules } = judge({
    documents: [document],
    policy,
    scope: ['benchmark'],
    models: ['m'],
    faults: [],
    tool: document.tool,
    created: CREATED,
    policySubject: null,
  });
  const results = rules.map(({ result }) => result);
  const verdict = (['fail', 'inconclusive'] as const).find((each) => results.includes(each)) ?? 'pass';
  return { verdict, rules, timed };
}
