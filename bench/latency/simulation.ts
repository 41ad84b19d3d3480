/** Whole gates on simulated machines: how often they cry wolf, and how often they find a slower model. */
import { runTimeBatch } from '../../src/commands/time-batch.ts';
import type { Benchmark } from '../../src/core/documents/benchmark.ts';
import { judge } from '../../src/core/gate/judge.ts';
import { type Policy, policySchema } from '../../src/core/policy/schema.ts';
import { fakeRunner, type NoiseModel } from './world.ts';

/** Default tolerances, at one batch size. */
export const POLICY: Policy = policySchema.parse({
  version: 1,
  models: {
    m: {
      candidate: 'a.onnx',
      latency: {
        batch: [1],
        p50: { 'max-regression': '5%' },
        p95: { 'max-regression': '10%' },
        seconds: 0.1,
        floor: '1us',
      },
    },
  },
});
const LATENCY = POLICY.models.m!.latency!;

export interface Outcome {
  readonly verdict: 'pass' | 'fail' | 'inconclusive';
  readonly rules: Readonly<Record<string, string>>;
  readonly launches: number;
  /** Whether the interval of the first rule holds the true ratio. */
  readonly covered: boolean;
}

const FED = { path: 'm.onnx', feeds: new Map() };
const SUBJECT = { reference: 'm.onnx', digest: `sha256:${'0'.repeat(64)}`, bytes: 1 };

/** One gate, from the launches to the judged rules. */
export async function simulateGate(noise: NoiseModel, ratio: number, seed: number): Promise<Outcome> {
  const { arms } = await runTimeBatch(
    {
      title: '',
      candidate: FED,
      baseline: FED,
      latency: LATENCY,
      confidence: POLICY.confidence,
      limits: { seconds: 1, memory: 1 },
      deadline: Number.POSITIVE_INFINITY,
    },
    {
      runner: fakeRunner(noise, ratio, seed),
      clock: { now: () => new Date(0) },
      progress: { report: () => {} },
    },
  );
  const document: Benchmark = {
    schema: 'onnx-gate/benchmark/v1',
    tool: { name: 'onnx-gate', version: '0' },
    created: '2026-01-01T00:00:00Z',
    model: 'm',
    candidate: SUBJECT,
    baseline: SUBJECT,
    arms: arms.map((arm) => ({ batch: 1, threads: 1, ...arm })),
    environment: { runtime: '', node: '', platform: '', cpu: '', cores: 1, load: null },
  };
  const { rules } = judge({
    documents: [document],
    policy: POLICY,
    scope: ['benchmark'],
    models: ['m'],
    faults: [],
    tool: document.tool,
    created: document.created,
    policySubject: null,
  });
  const results = rules.map(({ result }) => result);
  const { interval, launches } = arms[0]!;
  return {
    verdict: results.includes('fail') ? 'fail' : results.includes('inconclusive') ? 'inconclusive' : 'pass',
    rules: Object.fromEntries(rules.map(({ metric, result }) => [metric.slice(-3), result])),
    launches,
    covered: interval !== null && interval.lower <= ratio && ratio <= interval.upper,
  };
}

export interface Tally {
  readonly gates: number;
  readonly fail: number;
  readonly pass: number;
  readonly inconclusive: number;
  /** Gates that found the p50, and the p95, slower. */
  readonly p50: number;
  readonly p95: number;
  readonly covered: number;
  readonly launches: number;
}

export async function simulateGates(noise: NoiseModel, ratio: number, gates: number): Promise<Tally> {
  const outcomes: Outcome[] = [];
  for (let seed = 1; seed <= gates; seed++) outcomes.push(await simulateGate(noise, ratio, seed));
  const count = (holds: (outcome: Outcome) => boolean) => outcomes.filter(holds).length;
  return {
    gates,
    fail: count(({ verdict }) => verdict === 'fail'),
    pass: count(({ verdict }) => verdict === 'pass'),
    inconclusive: count(({ verdict }) => verdict === 'inconclusive'),
    p50: count(({ rules }) => rules.p50 === 'fail'),
    p95: count(({ rules }) => rules.p95 === 'fail'),
    covered: count(({ covered }) => covered),
    launches: outcomes.reduce((sum, { launches }) => sum + launches, 0) / gates,
  };
}
