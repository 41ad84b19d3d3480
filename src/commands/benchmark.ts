import type { Benchmark } from '../core/documents/benchmark.ts';
import { histogramOf } from '../core/latency/histogram.ts';
import { driftOf, noiseScore } from '../core/latency/noise.ts';
import type { LatencyPolicy } from '../core/policy/schema.ts';
import { parseDuration } from '../core/policy/values.ts';
import type { Mappings } from '../core/scoring/mappings.ts';
import { percentile } from '../core/stats/percentile.ts';
import type {
  Clock,
  Endpoints,
  LatencySamples,
  Limits,
  Machine,
  MachineCounters,
  ModelMeter,
  ModelRunner,
  Pace,
  Progress,
  Tables,
} from '../ports.ts';
import { runBenchmarkEndpoint } from './benchmark-endpoint.ts';
import { type DocumentMeta, headerOf } from './document-meta.ts';
import { type FeedRows, runMakeFeeds } from './feeds.ts';
import { type Alone, attempt, runMeasureFootprints, runMeasureThroughput, runProfile } from './footprint.ts';
import type { ModelPair } from './models.ts';
import { proved, runTimeBatch, type TimedBatch } from './time-batch.ts';

/**
 * Times candidate and baseline: per batch size several fresh processes with both models inside, interleaved in short
 * turns of random order, and a second session of the baseline as control. Then each model alone: loading, memory,
 * throughput and where its time goes.
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
    readonly meter: ModelMeter;
    readonly tables: Tables;
    readonly clock: Clock;
    readonly machine: Machine;
    readonly endpoints: Pick<Endpoints, 'open'>;
    readonly pace: Pace;
    readonly progress: Progress;
  },
): Promise<Benchmark> {
  const { candidate, baseline, latency } = inputs;
  const machine = ports.machine.describe();
  const before = ports.machine.counters();
  // First, for an endpoint that is down is told at once.
  const served =
    latency.endpoint === undefined
      ? null
      : await runBenchmarkEndpoint({ ...inputs, address: latency.endpoint }, ports);
  const models = [candidate.path, ...(baseline ? [baseline.path] : [])];
  const { feedsOf, notes } = await runMakeFeeds(
    { ...inputs, models, batches: latency.batch, dimensions: latency.dimensions },
    ports,
  );
  const { threads, spinning, execution, optimization } = latency;
  const settings = { threads, spinning, execution, optimization };
  const deadline = ports.clock.now().getTime() + parseDuration(latency['max-time']) * 1000;
  const batches = latency.batch.map((batch): Alone => {
    const [ours, theirs] = feedsOf(batch);
    return {
      ...inputs,
      title: `${inputs.model}: batch ${batch}`,
      batch,
      settings,
      candidate: { path: candidate.path, feeds: ours! },
      baseline: baseline && { path: baseline.path, feeds: theirs! },
    };
  });
  const timed: (TimedBatch & { readonly batch: number })[] = [];
  for (const one of batches)
    timed.push({ batch: one.batch, ...(await runTimeBatch({ ...inputs, ...one, deadline }, ports)) });
  const footprints = [];
  const throughput = [];
  const clients = latency.clients ?? Math.min(machine.cores, 64);
  for (const one of batches) {
    footprints.push(await runMeasureFootprints(one, latency.load !== undefined, ports));
    throughput.push(
      ...((await attempt('Throughput', notes, () => runMeasureThroughput(one, clients, ports))) ?? []),
    );
  }
  const largest = batches.reduce((most, one) => (one.batch > most.batch ? one : most));
  const profile = await attempt('Where the time goes', notes, () => runProfile(largest, ports));
  const { name, version } = await ports.runner.engine();
  const launches = timed.flatMap((one) => one.launches);
  return {
    schema: 'onnx-gate/benchmark/v1',
    ...headerOf(inputs, ports.clock),
    candidate: candidate.subject,
    baseline: baseline?.subject ?? null,
    arms: timed.flatMap((one) =>
      proved(one.arms, one.launches).map((arm) => ({ batch: one.batch, threads, ...arm })),
    ),
    histograms: timed.map(({ batch, sorted }) => ({ batch, threads, ...histogramOf(sorted) })),
    settings,
    runs: timed.map(runOf),
    footprints,
    throughput,
    profile,
    ...(served && { endpoint: served.endpoint }),
    notes: [...notes, ...(served?.notes ?? []), ...timed.flatMap(cutShort)],
    environment: {
      ...machine,
      runtime: `${name} ${version}`,
      ...spent(before, ports.machine.counters()),
      interruptions: perSecond(launches),
      noise: noisiest(timed),
    },
  };
}

function runOf({
  batch,
  launches,
  ended,
}: TimedBatch & { batch: number }): NonNullable<Benchmark['runs']>[number] {
  const median = (parts: readonly (Float64Array | null)[]) =>
    percentile(
      parts.flatMap((part) => [...(part ?? [])]).sort((a, b) => a - b),
      0.5,
    );
  const switched = launches.map(({ afterSwitch }) => afterSwitch);
  return {
    batch,
    launches: launches.length,
    ended,
    unsteady: launches.filter(({ steady }) => !steady).length,
    drift: driftOf(launches.map((launch) => launch.candidate)),
    afterSwitch: {
      candidate: median(switched.map((one) => one.candidate)),
      baseline: switched[0]!.baseline && median(switched.map((one) => one.baseline)),
    },
  };
}

function cutShort({ batch, ended, launches }: TimedBatch & { batch: number }): string[] {
  if (ended !== 'time') return [];
  return [`The time was up after launch ${launches.length} of batch ${batch}; \`max-time\` gives more.`];
}

function noisiest(timed: readonly TimedBatch[]): number | null {
  const scores = timed.map(({ sorted }) => noiseScore(sorted)).filter((score) => score !== null);
  return scores.length === 0 ? null : Math.max(...scores);
}

function perSecond(launches: readonly LatencySamples[]): number {
  const seconds = launches.reduce((sum, launch) => sum + launch.seconds, 0);
  return launches.reduce((sum, { interruptions }) => sum + interruptions, 0) / seconds;
}

/** What the machine's counters say of the time between two looks. */
function spent(before: MachineCounters, after: MachineCounters) {
  const total = (after.processors?.total ?? 0) - (before.processors?.total ?? 0);
  const stolen = (after.processors?.stolen ?? 0) - (before.processors?.stolen ?? 0);
  return {
    throttled:
      before.throttled === null || after.throttled === null
        ? null
        : Math.max(0, after.throttled - before.throttled),
    steal: total > 0 ? Math.min(1, Math.max(0, stolen / total)) : null,
  };
}
