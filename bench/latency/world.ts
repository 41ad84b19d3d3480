/**
 * A machine that exists only in numbers: a clock that fake calls move forward, and noise from a seed. A call's time is
 * its model's own, times what the launch, the core and the moment do to it.
 *
 * The strengths were fixed before any gate was run with them, each at what was measured on a two-core machine or above it (1,024 rows of a
 * small MLP, `CALL`): two runs of a second each, one after the other, of the same model differed by 2.8 % at p50 and 24.7 % at
 * p95 (standard deviation of the log ratio). result/simulated.md shows the same for these machines.
 */
import { randomFrom } from '../../src/adapters/onnxruntime/random.ts';
import { timeTurns } from '../../src/adapters/onnxruntime/timing.ts';
import type { LatencyLaunch, LatencySamples } from '../../src/ports.ts';

/** The factor that time has for a session at a moment, in seconds of the clock. */
type Factor = (session: number, at: number) => number;

export interface NoiseModel {
  readonly name: string;
  /** What it does, for the table. */
  readonly text: string;
  /** Made anew for each launch. */
  readonly start: (random: () => number, launch: number) => Factor;
}

/** Seconds of one call of the baseline: above 0.4 ms the default floor of 20 µs is less than the default 5 %. */
const CALL = 0.0005;

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const exponential = (random: () => number, mean: number) => -Math.log(1 - random()) * mean;

/** AR(1) in steps of a millisecond. It shifts p50 between two seconds by more than twice what was measured. */
function drift(random: () => number): Factor {
  let level = normal(random) * 0.15;
  let step = 0;
  return (_, at) => {
    for (; step < at * 1000; step++) level = level * 0.98 + normal(random) * 0.15 * Math.sqrt(1 - 0.98 ** 2);
    return Math.exp(level);
  };
}

/** Bursts as long as those of noise-maker.ts, in which two share the core; as seldom as gives the measured spread at p95. */
function bursts(random: () => number): Factor {
  let from = 0;
  let until = 0;
  return (_, at) => {
    while (at >= until) {
      from = until + exponential(random, 0.4);
      until = from + 0.002 + 0.038 * random();
    }
    return at >= from ? 2 : 1;
  };
}

/** Two processes on cores of their own, at the same time, were measured to differ by 10.7 % at p50. */
function cores(random: () => number): Factor {
  let slow = random() < 0.5;
  let until = exponential(random, 0.5);
  return (_, at) => {
    while (at >= until) {
      until += exponential(random, 0.5);
      slow = !slow;
    }
    return slow ? 1.3 : 1;
  };
}

/** Measured: 0.2 to 1 %. */
function bias(random: () => number): Factor {
  const factors = [0, 1, 2].map(() => Math.exp(normal(random) * 0.01));
  return (session) => factors[session]!;
}

function stuck(random: () => number, launch: number): Factor {
  const from = launch === 3 ? random() * 0.6 : Number.POSITIVE_INFINITY;
  let stood = false;
  return (_, at) => {
    if (at < from) return 1;
    const first = !stood;
    stood = true;
    return first ? 0.5 / CALL : 2.5;
  };
}

export const NOISE_MODELS: readonly NoiseModel[] = [
  {
    name: 'drift',
    text: 'speed wanders by 15 % (standard deviation), with a correlation time of 50 ms',
    start: drift,
  },
  {
    name: 'bursts',
    text: 'every 0.4 s on average, everything takes twice as long for 2 to 40 ms',
    start: bursts,
  },
  {
    name: 'bimodal cores',
    text: 'two kinds of core, one of them 30 % slower; the process stays on one for 0.5 s on average',
    start: cores,
  },
  {
    name: 'launch bias',
    text: 'every session has its own speed in a launch, 1 % apart (standard deviation)',
    start: bias,
  },
  {
    name: 'a stuck launch',
    text: 'in the third launch the machine stands still for 0.5 s, and is 2.5 times as slow from then on',
    start: stuck,
  },
  {
    name: 'all of them',
    text: 'all of these at the same time',
    start(random, launch) {
      const factors = [drift, bursts, cores, bias, stuck].map((each) => each(random, launch));
      return (session, at) => factors.reduce((product, factor) => product * factor(session, at), 1);
    },
  },
];

/**
 * On top of each: calls are longer than the shortest by an exponential 3.6 % on average, which gives p95 / p50 = 1.08 and p99 / p50
 * = 1.14 (measured on the quiet machine: 1.08 and 1.13).
 */
const TAIL = 0.036;

/** A call takes `length` times as long as one of the baseline. Returns its seconds, and moves the clock. */
function machine(noise: NoiseModel, random: () => number, launch: number) {
  const factor = noise.start(random, launch);
  let clock = 0;
  return {
    now: () => clock,
    call(session: number, length: number): number {
      const seconds = CALL * length * (1 + exponential(random, TAIL)) * factor(session, clock);
      clock += seconds;
      return seconds;
    },
  };
}

/**
 * A runner of launches for one gate: real turns of fake calls on a fake clock. `ratio`: how many times as long the
 * candidate's calls take.
 */
export function fakeRunner(noise: NoiseModel, ratio: number, seed: number) {
  return {
    async time({
      seed: launch,
      seconds,
      minimumCalls,
      callsPerTurn,
    }: LatencyLaunch): Promise<LatencySamples> {
      const random = randomFrom(seed * 1000 + launch);
      const { now, call } = machine(noise, random, launch);
      const arms = [ratio, 1, 1].map((length, session) => async () => call(session, length));
      const plan = { seconds, minimumCalls, callsPerTurn };
      const turns = await timeTurns(arms, plan, random, () => BigInt(Math.round(now() * 1e9)));
      const [candidate, baseline, control] = turns.map(({ samples }) => samples);
      return {
        candidate: candidate!,
        baseline: baseline!,
        control: control!,
        afterSwitch: { candidate: turns[0]!.afterSwitch, baseline: turns[1]!.afterSwitch },
        steady: true,
        interruptions: 0,
        seconds: now(),
      };
    },
  };
}

/** What a second of calls takes, for a look at the noise alone. */
export function aSecond(noise: NoiseModel, seed: number): Float64Array {
  const { now, call } = machine(noise, randomFrom(seed), seed % 7);
  const times: number[] = [];
  while (now() < 1) times.push(call(0, 1));
  return Float64Array.from(times);
}
