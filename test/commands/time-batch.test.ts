/** When launches end, and what is said meanwhile: simulated machines and a clock of the test's own. */
import { describe, expect, test } from 'vitest';
import { policyOf } from '../../bench/latency/gate.ts';
import { fakeRunner, NOISE_MODELS, type NoiseModel } from '../../bench/latency/world.ts';
import { proved, runTimeBatch } from '../../src/commands/time-batch.ts';
import type { LatencyLaunch } from '../../src/ports.ts';

const FED = { path: 'm.onnx', feeds: new Map() };
const QUIET: NoiseModel = { name: 'quiet', text: '', start: () => () => 1 };
const DRIFT = NOISE_MODELS[0]!;

interface World {
  readonly latency?: object;
  readonly ratio?: number;
  readonly noise?: NoiseModel;
  /** Seconds of the clock that a launch takes, and when the time is up. */
  readonly launch?: number;
  readonly maxTime?: number;
  readonly alone?: boolean;
}

async function timed({ latency = {}, ratio = 1, noise = QUIET, ...world }: World) {
  const { launch = 1, maxTime = Number.POSITIVE_INFINITY, alone = false } = world;
  const asked: LatencyLaunch[] = [];
  const said: string[] = [];
  let now = 0;
  const { time } = fakeRunner(noise, ratio, 1);
  const batch = await runTimeBatch(
    {
      title: 'm: batch 32',
      candidate: FED,
      baseline: alone ? null : FED,
      latency: policyOf({ batch: [32], ...latency }).models.m!.latency!,
      confidence: 0.95,
      limits: { seconds: 9, memory: 9 },
      deadline: maxTime * 1000,
    },
    {
      runner: {
        async time(given) {
          asked.push(given);
          now += launch;
          return time(given);
        },
      },
      clock: { now: () => new Date(now * 1000) },
      progress: { report: (text) => said.push(text) },
    },
  );
  return { ...batch, asked, said };
}

describe('launches end', () => {
  test('at the first look, when all is clear', async () => {
    const { ended, launches, arms } = await timed({});
    expect([ended, launches.length]).toEqual(['decided', 4]);
    // The first look has an eighth of the error.
    expect(arms[0]).toMatchObject({ launches: 4, share: 1 / 8 });
  });

  test('at the first look, when the candidate is clearly slower', async () => {
    expect(await timed({ ratio: 2 })).toMatchObject({ ended: 'decided', arms: [{ launches: 4 }, {}, {}] });
  });

  test('after three times as many, when it stays unclear', async () => {
    const { ended, launches } = await timed({ ratio: 1.05, noise: DRIFT });
    expect([ended, launches.length]).toEqual(['undecided', 21]);
  });

  test('as planned, when no rule waits for the numbers', async () => {
    const none = { p50: {}, p95: {} };
    const { ended, launches, arms } = await timed({ latency: { ...none, launches: 5 } });
    expect([ended, launches.length, arms[0]!.share]).toEqual(['planned', 5, 1]);
    expect((await timed({ alone: true })).ended).toBe('planned');
  });

  test('at the first look whatever p99 has, for more launches bear it no better', async () => {
    const { ended, arms } = await timed({ latency: { p99: { 'max-regression': '10%' } } });
    expect(ended).toBe('decided');
    expect(arms[2]).toMatchObject({
      metric: 'p99',
      ratio: null,
      reason: expect.stringMatching(/^a launch made \d+ calls .* needs 6620$/),
    });
  });

  test('with a ratio of p99 where a launch makes enough calls', async () => {
    const { arms } = await timed({ latency: { seconds: 4, p50: {}, p95: {}, launches: 2 } });
    expect(arms[2]!.ratio).toBeCloseTo(1, 1);
  });

  test('when a budget is proved, and not before', async () => {
    const budget = (max: string) => timed({ latency: { p50: {}, p95: { max } } });
    expect(await budget('1ms')).toMatchObject({ ended: 'decided', arms: [{ launches: 4 }, {}, {}] });
    expect((await budget('1us')).ended).toBe('decided');
    // p95 of these calls is 0.55 ms: no number of calls proves it on either side of itself.
    const { arms, launches } = await timed({});
    const p95 = proved(arms, launches)[1]!;
    expect(p95.candidateInterval!.lower).toBeLessThan(p95.candidate);
    const { ended } = await budget(`${(p95.candidate * 1e6).toFixed(2)}us`);
    expect(ended).toBe('undecided');
  });
});

describe('the time box', () => {
  test('lets no launch begin that would end too late', async () => {
    // A launch takes 10 s: after three of them a fourth would end at 40 s.
    const { ended, launches } = await timed({ launch: 10, maxTime: 35 });
    expect([ended, launches.length]).toEqual(['time', 3]);
    expect((await timed({ launch: 10, maxTime: 40 })).launches).toHaveLength(4);
  });

  test('leaves one launch at least, without an interval', async () => {
    const { ended, launches, arms } = await timed({ launch: 10, maxTime: 0 });
    expect([ended, launches.length, arms[0]!.interval]).toEqual(['time', 1, null]);
  });
});

test('each launch has its own seed and the policy’s settings', async () => {
  const { asked } = await timed({
    latency: { threads: 2, spinning: false, execution: 'parallel', optimization: 'basic', seconds: 0.1 },
  });
  expect(asked.map(({ seed }) => seed)).toEqual([1, 2, 3, 4]);
  expect(asked[0]).toMatchObject({
    settings: { threads: 2, spinning: false, execution: 'parallel', optimization: 'basic' },
    seconds: 0.1,
    minimumCalls: 130,
    callsPerTurn: 8,
  });
});

test('progress tells the launch and the interval so far', async () => {
  const { said } = await timed({ ratio: 1.05, noise: DRIFT });
  expect(said.slice(0, 2)).toEqual(['m: batch 32, launch 1 of 7', 'm: batch 32, launch 2 of 7']);
  expect(said[2]).toMatch(/^m: batch 32, launch 3 of 7: p50 \+\d\.\d% \[[−+]\d+\.\d%, \+\d+\.\d%\]$/);
  expect(said.at(-1)).toMatch(/^m: batch 32, launch 21 of 21: p50 /);
});
