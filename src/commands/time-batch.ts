import type { Arm } from '../core/documents/benchmark.ts';
import {
  latencyArms,
  type MeasuredArm,
  MINIMUM_CALLS,
  PERCENTILES,
  type SortedLaunch,
  sortLaunch,
} from '../core/latency/arms.ts';
import { hasComparisons, isDecided } from '../core/latency/decided.ts';
import { looksOf } from '../core/latency/looks.ts';
import { percentileIntervals } from '../core/latency/percentile-interval.ts';
import type { LatencyPolicy } from '../core/policy/schema.ts';
import { formatPercentDelta } from '../core/report/format.ts';
import type {
  Clock,
  FedModel,
  LatencyLaunch,
  LatencySamples,
  Limits,
  ModelRunner,
  Progress,
} from '../ports.ts';

/** Calls in a row before the turn changes (reference: 8, with the first of them kept apart). */
const CALLS_PER_TURN = 8;

export interface TimedBatch {
  /** As they were made. */
  readonly launches: readonly LatencySamples[];
  readonly sorted: readonly SortedLaunch[];
  readonly arms: readonly MeasuredArm[];
  readonly ended: 'decided' | 'planned' | 'undecided' | 'time';
}

/**
 * Launches of one batch size, until every rule has its answer, the planned looks are used up or the time is
 * (core/latency/looks.ts). `deadline`: milliseconds of the clock; at least one launch is made.
 */
export async function runTimeBatch(
  inputs: {
    /** Before each line of progress. */
    readonly title: string;
    readonly candidate: FedModel;
    readonly baseline: FedModel | null;
    readonly latency: LatencyPolicy;
    readonly confidence: number;
    readonly limits: Limits;
    readonly deadline: number;
  },
  ports: { readonly runner: Pick<ModelRunner, 'time'>; readonly clock: Clock; readonly progress: Progress },
): Promise<TimedBatch> {
  const { title, latency, confidence, limits, deadline } = inputs;
  const { threads, spinning, execution, optimization } = latency;
  const launch: Omit<LatencyLaunch, 'seed'> = {
    candidate: inputs.candidate,
    baseline: inputs.baseline,
    settings: { threads, spinning, execution, optimization },
    seconds: latency.seconds,
    minimumCalls: MINIMUM_CALLS,
    callsPerTurn: CALLS_PER_TURN,
  };
  const comparing = inputs.baseline !== null && hasComparisons(latency);
  const budgeted = PERCENTILES.some(({ metric }) => latency[metric]?.max !== undefined);
  const looks = looksOf(latency.launches, comparing || budgeted);
  const launches: LatencySamples[] = [];
  const sorted: SortedLaunch[] = [];
  const now = () => ports.clock.now().getTime();
  let said = '';
  let ended: TimedBatch['ended'] = looks.length === 1 ? 'planned' : 'undecided';
  let { share } = looks[0]!;
  for (const look of looks) {
    share = look.share;
    while (launches.length < look.launches && ended !== 'time') {
      const of = Math.max(look.launches, latency.launches);
      ports.progress.report(`${title}, launch ${launches.length + 1} of ${of}${said}`, launches.length / of);
      const start = now();
      const samples = await ports.runner.time({ ...launch, seed: launches.length + 1 }, limits);
      launches.push(samples);
      sorted.push(sortLaunch(samples, CALLS_PER_TURN - 1));
      said = soFar(sorted, confidence);
      if (launches.length < looks.at(-1)!.launches && 2 * now() - start > deadline) ended = 'time';
    }
    if (ended === 'time') break;
    const arms = latencyArms(sorted, confidence, share);
    if (looks.length > 1 && isDecided(budgeted ? proved(arms, launches) : arms, latency, confidence)) {
      ended = 'decided';
      break;
    }
  }
  return { launches, sorted, arms: latencyArms(sorted, confidence, share), ended };
}

/** The arms with what the calls prove about each model alone. */
export function proved(
  arms: readonly MeasuredArm[],
  launches: readonly LatencySamples[],
): (MeasuredArm & Pick<Arm, 'candidateInterval' | 'baselineInterval'>)[] {
  const candidate = percentileIntervals(launches.map((launch) => launch.candidate));
  const baselines = launches.flatMap((launch) => (launch.baseline ? [launch.baseline] : []));
  const baseline = baselines.length > 0 ? percentileIntervals(baselines) : [];
  return arms.map((arm, i) => ({
    ...arm,
    candidateInterval: candidate[i] ?? null,
    baselineInterval: baseline[i] ?? null,
  }));
}

/** `: p50 +1.2% [−0.3%, +2.7%]`, empty while there is no interval. */
function soFar(launches: readonly SortedLaunch[], confidence: number): string {
  const [p50] = latencyArms(launches, confidence);
  if (p50!.ratio === null || !p50!.interval) return '';
  const { lower, upper } = p50!.interval;
  const [ratio, low, high] = [p50!.ratio, lower, upper].map((each) => formatPercentDelta(each - 1));
  return `: p50 ${ratio} [${low}, ${high}]`;
}
