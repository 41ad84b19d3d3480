import type { Arm, Benchmark } from '../core/documents/benchmark.ts';
import type { LatencyPolicy } from '../core/policy/schema.ts';
import type { Mappings } from '../core/scoring/mappings.ts';
import { latencyArms } from '../core/stats/latency-arms.ts';
import type { Clock, LatencySamples, Limits, Machine, ModelRunner, Progress, Tables } from '../ports.ts';
import { type DocumentMeta, headerOf } from './document-meta.ts';
import { type FeedRows, runMakeFeeds } from './feeds.ts';
import type { ModelPair } from './models.ts';

/** Calls in a row before the turn changes (reference: 8, with the first of them not timed). */
const CALLS_PER_TURN = 8;
/** Of a launch's timed seconds, how many come before them untimed. */
const WARMUP_SHARE = 0.3;

/**
 * Times candidate and baseline: per batch size several fresh processes with both models inside, interleaved in short
 * turns of random order, and a second session of the baseline as control.
 */
export async function runBenchmark(
  inputs: DocumentMeta &
    ModelPair &
    Omit<Mappings, 'output'> & {
      readonly rows: FeedRows | null;
      readonly latency: LatencyPolicy;
      readonly confidence: number;
      readonly limits: Limits;
    },
  ports: {
    readonly runner: ModelRunner;
    readonly tables: Tables;
    readonly clock: Clock;
    readonly machine: Machine;
    readonly progress: Progress;
  },
): Promise<Benchmark> {
  const { candidate, baseline, latency, limits } = inputs;
  const machine = ports.machine.describe();
  const models = [candidate.path, ...(baseline ? [baseline.path] : [])];
  const feedsOf = await runMakeFeeds({ ...inputs, models, batches: latency.batch }, ports);
  const arms: Arm[] = [];
  for (const batch of latency.batch) {
    const [candidateFeeds, baselineFeeds] = feedsOf(batch);
    const launches: LatencySamples[] = [];
    for (let launch = 1; launch <= latency.launches; launch++) {
      ports.progress.report(`${inputs.model}: batch ${batch}, launch ${launch} of ${latency.launches}`);
      const samples = await ports.runner.time(
        {
          candidate: { path: candidate.path, feeds: candidateFeeds! },
          baseline: baseline && { path: baseline.path, feeds: baselineFeeds! },
          seed: launch,
          threads: latency.threads,
          warmupSeconds: latency.seconds * WARMUP_SHARE,
          seconds: latency.seconds,
          callsPerTurn: CALLS_PER_TURN,
        },
        limits,
      );
      launches.push(samples);
    }
    const { threads } = latency;
    arms.push(...latencyArms(launches, inputs.confidence).map((arm) => ({ batch, threads, ...arm })));
  }
  const { name, version } = await ports.runner.engine();
  return {
    schema: 'onnx-gate/benchmark/v1',
    ...headerOf(inputs, ports.clock),
    candidate: candidate.subject,
    baseline: baseline?.subject ?? null,
    arms,
    environment: { ...machine, runtime: `${name} ${version}` },
  };
}
