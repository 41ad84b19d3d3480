import type { Benchmark, Footprint } from '../core/documents/benchmark.ts';
import { type Fault, FaultError } from '../core/errors.ts';
import { compareProfiles, type ProfiledModel } from '../core/latency/profile.ts';
import { percentile } from '../core/stats/percentile.ts';
import type { FedModel, FootprintSample, Limits, ModelMeter, Progress, SessionSettings } from '../ports.ts';

/**
 * Fresh processes per model. Memory differs by 0.2 MB from one to the next, so that three show it; the time of a load differs
 * by a factor of two and more, and a rule on it wants the median of seven.
 */
const PROCESSES = { memory: 3, load: 7 };
/** Of a load, per client count and model. */
const LOAD_SECONDS = 0.2;

export interface Alone {
  /** Before each line of progress. */
  readonly title: string;
  readonly batch: number;
  readonly candidate: FedModel;
  readonly baseline: FedModel | null;
  readonly settings: SessionSettings;
  readonly limits: Limits;
}

interface Ports {
  readonly meter: ModelMeter;
  readonly progress: Progress;
}

type Entry<K extends 'footprints' | 'throughput'> = NonNullable<Benchmark[K]>[number];

/**
 * Loading, first answer and memory of both models: medians over fresh processes that take turns. `judgesLoad`: whether a rule
 * is on the time of loading.
 */
export async function runMeasureFootprints(
  { title, batch, candidate, baseline, settings, limits }: Alone,
  judgesLoad: boolean,
  { meter, progress }: Ports,
): Promise<Entry<'footprints'>> {
  progress.report(`${title}: loading and memory`);
  const ours: FootprintSample[] = [];
  const theirs: FootprintSample[] = [];
  for (let i = 0; i < PROCESSES[judgesLoad ? 'load' : 'memory']; i++) {
    // Who comes first alternates, for the first may find a colder disk.
    const measures = [
      async () => ours.push(await meter.footprint(candidate, settings, limits)),
      ...(baseline ? [async () => theirs.push(await meter.footprint(baseline, settings, limits))] : []),
    ];
    for (const measure of i % 2 === 0 ? measures : measures.reverse()) await measure();
  }
  return { batch, candidate: mediansOf(ours), baseline: baseline && mediansOf(theirs) };
}

function mediansOf(samples: readonly FootprintSample[]): Footprint {
  const median = (of: (sample: FootprintSample) => number) =>
    percentile(
      samples.map(of).sort((a, b) => a - b),
      0.5,
    );
  return {
    load: median(({ load }) => load),
    firstInference: median(({ firstInference }) => firstInference),
    firstAnswer: median(({ firstAnswer }) => firstAnswer),
    resident: Math.round(median(({ resident }) => resident)),
    peak: samples.some(({ peak }) => peak === null) ? null : Math.round(median(({ peak }) => peak!)),
    processes: samples.length,
  };
}

/** Calls per second at one, two, four … clients, up to `most`. */
export async function runMeasureThroughput(
  { title, batch, candidate, baseline, settings, limits }: Alone,
  most: number,
  { meter, progress }: Ports,
): Promise<Entry<'throughput'>[]> {
  const found: Entry<'throughput'>[] = [];
  for (const clients of clientCounts(most)) {
    progress.report(`${title}: throughput with ${clients === 1 ? '1 client' : `${clients} clients`}`);
    const rate = (model: FedModel) =>
      meter.throughput(model, { clients, seconds: LOAD_SECONDS }, settings, limits);
    found.push({
      batch,
      clients,
      candidate: await rate(candidate),
      baseline: baseline && (await rate(baseline)),
    });
  }
  return found;
}

/** `clientCounts(6)` = 1, 2, 4, 6. */
export function clientCounts(most: number): number[] {
  const counts: number[] = [];
  for (let clients = 1; clients < most; clients *= 2) counts.push(clients);
  return most > 0 ? [...counts, most] : [];
}

/** Where the time goes in both models, and what the optimiser does to each. */
export async function runProfile(
  { title, batch, candidate, baseline, settings, limits }: Alone,
  { meter, progress }: Ports,
): Promise<NonNullable<Benchmark['profile']>> {
  progress.report(`${title}: profile`);
  const profile = async (model: FedModel): Promise<ProfiledModel> => ({
    written: await meter.profile(model, { ...settings, optimization: 'disabled' }, limits),
    optimized: await meter.profile(model, settings, limits),
  });
  const ours = await profile(candidate);
  return { batch, ...compareProfiles(ours, baseline && (await profile(baseline))) };
}

/** What is shown beside the times must not cost them: a measure that fails becomes a note. */
export async function attempt<T>(
  what: string,
  notes: string[],
  measure: () => Promise<T>,
): Promise<T | null> {
  try {
    return await measure();
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    notes.push(`${what} was not measured: ${error.faults.map((each: Fault) => each.message).join(' ')}`);
    return null;
  }
}
