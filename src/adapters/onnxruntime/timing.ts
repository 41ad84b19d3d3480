/** The timing loop of one latency launch (paired interleaved turns in one process). */
import { shuffled } from './random.ts';

export interface Plan {
  readonly seconds: number;
  /** Calls of each model, where two seconds are enough for them. */
  readonly minimumCalls: number;
  /** At least 2: the first call of a turn is kept apart, for it pays for the other model's cache. */
  readonly callsPerTurn: number;
}

/** One call of one session, with its feeds already made. */
export type Call = () => Promise<unknown>;

/** Nanoseconds that only grow. */
export type Now = () => bigint;

/** Seconds per call of one model, in the order the calls were made. */
export interface Turns {
  readonly samples: Float64Array;
  /** First calls of the turns. */
  readonly afterSwitch: Float64Array;
}

/**
 * A model many times slower than the other would multiply the launch, as every arm has equally many turns. So a
 * launch also ends when one arm has this many times its share, and when it has this long without the least calls.
 */
const SLOWEST = 4;
const LONGEST_SECONDS = 2;

interface Record {
  samples: Float64Array;
  count: number;
  afterSwitch: number[];
  seconds: number;
}

const emptyRecord = (): Record => ({
  samples: new Float64Array(4096),
  count: 0,
  afterSwitch: [],
  seconds: 0,
});

/**
 * Rounds of turns, one turn for each arm a round, in random order. Ends after the first round in which every arm
 * has what `plan` asks, or one of them has far more than its share. All arms have equally many calls.
 */
export async function timeTurns(
  arms: readonly Call[],
  plan: Plan,
  random: () => number,
  now: Now = process.hrtime.bigint,
): Promise<Turns[]> {
  const records = arms.map(emptyRecord);
  const longest = () =>
    records[0]!.count < plan.minimumCalls
      ? Math.max(plan.seconds * SLOWEST, LONGEST_SECONDS)
      : plan.seconds * SLOWEST;
  const unfinished = () =>
    records.some(({ seconds, count }) => seconds < plan.seconds || count < plan.minimumCalls) &&
    records.every(({ seconds }) => seconds < longest());
  do {
    await takeRound(arms, records, plan.callsPerTurn, random, now);
  } while (unfinished());
  return records.map(({ samples, count, afterSwitch }) => ({
    samples: samples.slice(0, count),
    afterSwitch: Float64Array.from(afterSwitch),
  }));
}

/** Before the first timed call: least calls of each arm and seconds in all, and how long it may take to come to rest. */
const WARM_UP = { calls: 100, seconds: 0.15, window: 0.025, most: 1 };
/** Windows that must have passed without a median this much below all before them. */
const STEADY = { windows: 3, within: 1.03 };

/**
 * Takes turns until the time per call has stopped falling: for every arm no median of the last three windows of 25 ms lies more
 * than 3 % below those before. Returns whether that was within a second.
 *
 * Only downwards, for a neighbour makes calls slower and never faster (Chen & Revels 2016): windows that need not agree
 * upwards come to rest on a noisy machine too.
 */
export async function warmUp(
  arms: readonly Call[],
  callsPerTurn: number,
  random: () => number,
  now: Now = process.hrtime.bigint,
): Promise<boolean> {
  const start = now();
  const elapsed = () => Number(now() - start) / 1e9;
  const medians = arms.map((): number[] => []);
  for (let calls = 0; ; ) {
    const records = arms.map(emptyRecord);
    const end = elapsed() + WARM_UP.window;
    do await takeRound(arms, records, callsPerTurn, random, now);
    while (elapsed() < end);
    for (const [i, { samples, count }] of records.entries())
      medians[i]!.push(samples.subarray(0, count).sort()[count >> 1]!);
    calls += records[0]!.count;
    const enough = elapsed() >= WARM_UP.seconds && calls >= WARM_UP.calls;
    if (enough && medians.every(isSteady)) return true;
    if (elapsed() >= WARM_UP.most) return false;
  }
}

/** Whether the last windows are no faster than those before. `isSteady([9, 5, 6, 5, 5.1])` is true. */
export function isSteady(medians: readonly number[]): boolean {
  const before = medians.slice(0, -STEADY.windows);
  const last = medians.slice(-STEADY.windows);
  return before.length > 0 && Math.min(...before) <= Math.min(...last) * STEADY.within;
}

async function takeRound(
  arms: readonly Call[],
  records: readonly Record[],
  calls: number,
  random: () => number,
  now: Now,
): Promise<void> {
  for (const index of shuffled([...arms.keys()], random))
    await takeTurn(arms[index]!, records[index]!, calls, now);
}

async function takeTurn(call: Call, record: Record, calls: number, now: Now): Promise<void> {
  while (record.count + calls > record.samples.length) {
    const grown = new Float64Array(record.samples.length * 2);
    grown.set(record.samples);
    record.samples = grown;
  }
  for (let i = 0; i < calls; i++) {
    const start = now();
    await call();
    const seconds = Number(now() - start) / 1e9;
    if (i === 0) record.afterSwitch.push(seconds);
    else record.samples[record.count++] = seconds;
    record.seconds += i === 0 ? 0 : seconds;
  }
}
