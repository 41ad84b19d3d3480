import type { Benchmark } from '../documents/benchmark.ts';
import { percentile } from '../stats/percentile.ts';
import { type LaunchTimes, merged } from './arms.ts';

type Histogram = NonNullable<Benchmark['histograms']>[number];

/** Of 60 bins that a document may hold, two are for what lies beyond the middle 99 %. */
const MIDDLE = 38;
const TAIL = 0.005;

/**
 * All calls of one batch size over common edges: even in logarithms over the middle 99 % of all models together, and one bin
 * each for what is faster and slower. `launches`: from `sortLaunch`, not empty.
 */
export function histogramOf(
  launches: readonly LaunchTimes[],
): Pick<Histogram, 'edges' | 'candidate' | 'baseline' | 'control'> {
  const candidate = merged(launches.map((launch) => launch.candidate))!;
  const baseline = merged(launches.map((launch) => launch.baseline));
  const control = merged(launches.map((launch) => launch.control));
  const models = [candidate, ...(baseline ? [baseline] : []), ...(control ? [control] : [])];
  const low = Math.min(...models.map((sorted) => percentile(sorted, TAIL)));
  const high = Math.max(...models.map((sorted) => percentile(sorted, 1 - TAIL)));
  const step = Math.log(high / low) / MIDDLE;
  const inner = Array.from({ length: MIDDLE + 1 }, (_, i) => low * Math.exp(i * step));
  const least = Math.min(...models.map((sorted) => sorted[0]!));
  const greatest = Math.max(...models.map((sorted) => sorted.at(-1)!));
  // Times that are all equal, or end where the middle does, leave no room for a bin.
  const edges = [least, ...inner, greatest].filter((edge, i, all) => i === 0 || edge > all[i - 1]!);
  if (edges.length === 1) edges.push(edges[0]! * 1.01);
  const counts = (sorted: Float64Array | null) => sorted && countIn(sorted, edges);
  return {
    edges,
    candidate: countIn(candidate, edges),
    baseline: counts(baseline),
    control: counts(control),
  };
}

/** Bins take their lower edge; the last also its upper. */
function countIn(sorted: Float64Array, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  let bin = 0;
  for (const seconds of sorted) {
    while (bin < counts.length - 1 && seconds >= edges[bin + 1]!) bin++;
    counts[bin]!++;
  }
  return counts;
}
