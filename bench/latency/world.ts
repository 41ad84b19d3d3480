/**
 * A machine that exists only in numbers: a clock that fake calls move forward, and noise from a seed. A call's time is
 * its model's own, times what the launch, the core and the moment do to it.
 */
import { randomFrom } from '../../src/adapters/onnxruntime/random.ts';
import { timeTurns } from '../../src/adapters/onnxruntime/timing.ts';
import type { LatencyLaunch, LatencySamples } from '../../src/ports.ts';

export interface NoiseModel {
  readonly name: string;
  /** Made anew for each launch: the factor that time has for a session at a moment, in seconds of the clock. */
  readonly start: (random: () => number, launch: number) => (session: number, at: number) => number;
}

const normal = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** On top of each: half a percent of jitter, and one call in 12 that takes 20 to 30 % longer. */
export const NOISE_MODELS: readonly NoiseModel[] = [
  {
    name: 'drift',
    // AR(1) in steps of a millisecond: a correlation time of 50 ms and a standard deviation of 15 %.
    start: (random) => {
      let level = normal(random) * 0.15;
      let step = 0;
      return (_, at) => {
        for (; step < at * 1000; step++)
          level = level * 0.98 + normal(random) * 0.15 * Math.sqrt(1 - 0.98 ** 2);
        return Math.exp(level);
      };
    },
  },
  {
    name: 'bursts',
    // For a fortieth of the time, in bursts of 1.5 ms, everything takes three times as long.
    start: (random) => {
      let from = 0;
      let until = 0;
      return (_, at) => {
        while (at >= until) {
          from = until - Math.log(1 - random()) * 0.0585;
          until = from + 0.0015;
        }
        return at >= from ? 3 : 1;
      };
    },
  },
  {
    name: 'bimodal cores',
    // Two kinds of core, one of them 30 % slower; the process stays on one for half a second or so.
    start: (random) => {
      let slow = random() < 0.5;
      let until = -Math.log(1 - random()) * 0.5;
      return (_, at) => {
        while (at >= until) {
          until -= Math.log(1 - random()) * 0.5;
          slow = !slow;
        }
        return slow ? 1.3 : 1;
      };
    },
  },
  {
    name: 'launch bias',
    // Every session lies somewhere in memory, for good or ill: 1 % standard deviation.
    start: (random) => {
      const bias = [0, 1, 2].map(() => Math.exp(normal(random) * 0.01));
      return (session) => bias[session]!;
    },
  },
  {
    name: 'a stuck launch',
    // In one launch the machine stands still for half a second, and everything is 2.5 times as slow from then on.
    start: (random, launch) => {
      const from = launch === 3 ? random() * 0.2 : Number.POSITIVE_INFINITY;
      let stood = false;
      return (_, at) => {
        if (at < from) return 1;
        const first = !stood;
        stood = true;
        return first ? 0.5 / CALL : 2.5;
      };
    },
  },
];

/** Seconds of one call of the baseline. */
const CALL = 0.0002;

/**
 * A runner of launches for one gate: real turns of fake calls on a fake clock. `ratio`: how many times as long the
 * candidate's calls take. `call`: seconds of one call of the baseline.
 */
export function fakeRunner(noise: NoiseModel, ratio: number, seed: number, call = CALL) {
  return {
    async time({
      seed: launch,
      seconds,
      minimumCalls,
      callsPerTurn,
    }: LatencyLaunch): Promise<LatencySamples> {
      const random = randomFrom(seed * 1000 + launch);
      const factor = noise.start(random, launch);
      let clock = 0;
      const callOf = (session: number) => async () => {
        const long = random() < 0.08 ? 1.2 + 0.1 * random() : 1;
        const slower = session === 0 ? ratio : 1;
        const jitter = Math.exp(normal(random) * 0.005);
        clock += call * long * slower * jitter * factor(session, clock);
      };
      const arms = [0, 1, 2].map(callOf);
      const now = () => BigInt(Math.round(clock * 1e9));
      const turns = await timeTurns(arms, { seconds, minimumCalls, callsPerTurn }, random, now);
      const [candidate, baseline, control] = turns.map(({ samples }) => samples);
      return {
        candidate: candidate!,
        baseline: baseline!,
        control: control!,
        afterSwitch: { candidate: turns[0]!.afterSwitch, baseline: turns[1]!.afterSwitch },
        steady: true,
        interruptions: 0,
        seconds: clock,
      };
    },
  };
}
