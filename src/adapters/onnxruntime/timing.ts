/** The timing loop of one latency launch (paired interleaved turns in one process). */
import { shuffled } from './random.ts';

export interface Plan {
  readonly warmupSeconds: number;
  readonly seconds: number;
  /** At least 2: the first call of a turn is not timed, for it pays for the other model's cache. */
  readonly callsPerTurn: number;
}

/** One call of one session, with its feeds already made. */
export type Call = () => Promise<unknown>;

/**
 * A model many times slower than the other would multiply the launch, as every arm has equally many turns. So a
 * launch also ends when one arm has this many times its share.
 */
const SLOWEST = 4;

interface Samples {
  samples: Float64Array;
  count: number;
  seconds: number;
}

/**
 * Rounds of turns, one turn for each arm a round, in random order. Ends after the first round in which every arm
 * has `seconds` of timed calls, or one of them has four times as many.
 * Returns seconds per call for each arm, in the order the calls were made; all of one length.
 */
export async function timeTurns(
  arms: readonly Call[],
  plan: Plan,
  random: () => number,
): Promise<Float64Array[]> {
  const records = arms.map((): Samples => ({ samples: new Float64Array(4096), count: 0, seconds: 0 }));
  const order = arms.map((_, index) => index);
  const unfinished = () =>
    records.some(({ seconds }) => seconds < plan.seconds) &&
    records.every(({ seconds }) => seconds < plan.seconds * SLOWEST);
  do {
    for (const index of shuffled(order, random)) {
      await takeTurn(arms[index]!, records[index]!, plan.callsPerTurn);
    }
  } while (unfinished());
  return records.map(({ samples, count }) => samples.slice(0, count));
}

/** The same turns, thrown away: every arm has its warm-up behind it before the first timed call. */
export async function warmUp(arms: readonly Call[], plan: Plan, random: () => number): Promise<void> {
  await timeTurns(arms, { ...plan, seconds: plan.warmupSeconds }, random);
}

async function takeTurn(call: Call, record: Samples, calls: number): Promise<void> {
  while (record.count + calls > record.samples.length) {
    const grown = new Float64Array(record.samples.length * 2);
    grown.set(record.samples);
    record.samples = grown;
  }
  await call();
  for (let i = 1; i < calls; i++) {
    const start = process.hrtime.bigint();
    await call();
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    record.samples[record.count++] = seconds;
    record.seconds += seconds;
  }
}
