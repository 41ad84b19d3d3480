import { percentile } from '../stats/percentile.ts';
import { seededRandom } from '../stats/random.ts';

/** Blocks in all; each far longer than a burst of the scheduler where calls are short. */
const BLOCKS = 200;
const RESAMPLES = 500;
/** Buckets between the least and the greatest time, even in logarithms: 0.7 % apart over three decades. */
const BUCKETS = 1024;

/**
 * Bounds of percentiles when neighbouring calls hang together, each end with `confidence`: blocks of calls in a row
 * are drawn with replacement (Künsch 1989; here blocks that do not overlap), and the percentiles of each resample
 * are read from the summed histograms of its blocks, exact to one bucket.
 *
 * `launches`: seconds per call in the order they were made, not empty. The seed is fixed: the same calls give the same
 * bounds.
 */
export function blockBootstrap(
  launches: readonly Float64Array[],
  ps: readonly number[],
  confidence: number,
): { readonly lower: number; readonly upper: number }[] {
  const calls = launches.reduce((sum, launch) => sum + launch.length, 0);
  const [least, greatest] = range(launches);
  const width = Math.log(greatest / least) / (BUCKETS - 1) || 1;
  const bucketOf = (seconds: number) => Math.round(Math.log(seconds / least) / width);
  const blocks = launches.flatMap((launch) => histograms(launch, Math.ceil(calls / BLOCKS), bucketOf));
  const random = seededRandom(1);
  const found = ps.map(() => new Float64Array(RESAMPLES));
  const counts = new Int32Array(BUCKETS);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    counts.fill(0);
    for (let i = 0; i < blocks.length; i++) {
      const block = blocks[Math.floor(random.uniform() * blocks.length)]!;
      for (const [bucket, calls] of block) counts[bucket]! += calls;
    }
    const drawn = counts.reduce((sum, count) => sum + count, 0);
    for (const [i, p] of ps.entries())
      found[i]![resample] = least * Math.exp(bucketAt(counts, p * (drawn - 1)) * width);
  }
  return found.map((each) => {
    each.sort();
    return { lower: percentile(each, 1 - confidence), upper: percentile(each, confidence) };
  });
}

/** Buckets that have calls, with how many: few of all where blocks are short. */
type Histogram = readonly (readonly [bucket: number, calls: number])[];

function histograms(launch: Float64Array, size: number, bucketOf: (seconds: number) => number): Histogram[] {
  const blocks: Histogram[] = [];
  for (let from = 0; from < launch.length; from += size) {
    const block = new Map<number, number>();
    for (const seconds of launch.subarray(from, from + size)) {
      const bucket = bucketOf(seconds);
      block.set(bucket, (block.get(bucket) ?? 0) + 1);
    }
    blocks.push([...block]);
  }
  return blocks;
}

function range(launches: readonly Float64Array[]): [least: number, greatest: number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (const launch of launches)
    for (const seconds of launch) {
      if (seconds < least) least = seconds;
      if (seconds > greatest) greatest = seconds;
    }
  return [least, greatest];
}

function bucketAt(counts: Int32Array, position: number): number {
  let below = 0;
  for (let bucket = 0; bucket < counts.length; bucket++) {
    below += counts[bucket]!;
    if (below > position) return bucket;
  }
  return counts.length - 1;
}
