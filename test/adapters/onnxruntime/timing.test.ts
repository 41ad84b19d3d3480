import { describe, expect, it } from 'vitest';
import { randomFrom, shuffled } from '../../../src/adapters/onnxruntime/random.ts';
import { timeTurns } from '../../../src/adapters/onnxruntime/timing.ts';
import { unknownOperator, zipMap } from '../../models/awkward.ts';
import { dense } from '../../models/small.ts';
import { faultsOf, fileOf, limits, runner, values } from './open.ts';

const settings = { threads: 1, spinning: true, execution: 'sequential', optimization: 'all' } as const;
const launch = {
  seed: 7,
  settings,
  seconds: 0.05,
  minimumCalls: 0,
  callsPerTurn: 4,
};
const median = (samples: Float64Array) => samples.toSorted()[samples.length >> 1]!;
const sum = (samples: Float64Array) => samples.reduce((total, sample) => total + sample, 0);
const arm = (layers: number) => ({
  path: fileOf(dense(64, layers)),
  feeds: new Map([['x', values('float32', new Float32Array(64).fill(1), [1, 64])]]),
});

describe('a launch', () => {
  it('times candidate, baseline and control equally often', async () => {
    const { candidate, baseline, control } = await runner.time(
      { ...launch, candidate: arm(20), baseline: arm(1) },
      limits,
    );
    expect(candidate.length).toBeGreaterThan(0);
    expect(candidate.length % (launch.callsPerTurn - 1)).toBe(0);
    expect([baseline!.length, control!.length]).toEqual([candidate.length, candidate.length]);
    expect(candidate.every((seconds) => seconds > 0)).toBe(true);
    expect(sum(candidate)).toBeGreaterThanOrEqual(launch.seconds);
    // Twenty layers against one: the direction, not the amount.
    expect(median(candidate)).toBeGreaterThan(median(baseline!));
    expect(median(candidate)).toBeGreaterThan(median(control!));
  });

  it('has no baseline and no control when there is none', async () => {
    const { candidate, baseline, control } = await runner.time(
      { ...launch, candidate: arm(1), baseline: null },
      limits,
    );
    expect(sum(candidate)).toBeGreaterThanOrEqual(launch.seconds);
    expect([baseline, control]).toEqual([null, null]);
  });

  it('times a model with a ZipMap through the outputs that can be fetched', async () => {
    const feeds = new Map([['features', values('float32', Float32Array.of(1, 2), [1, 2])]]);
    const candidate = { path: fileOf(zipMap()), feeds };
    const samples = await runner.time({ ...launch, candidate, baseline: null }, limits);
    expect(samples.candidate.length).toBeGreaterThan(0);
  });

  it('says which of the two models is refused', async () => {
    const baseline = { ...arm(1), path: fileOf(unknownOperator()) };
    expect(await faultsOf(runner.time({ ...launch, candidate: arm(1), baseline }, limits))).toMatchObject([
      { code: 'model-rejected', message: expect.stringContaining(baseline.path) },
    ]);
  });

  it('needs a second call in a turn, for the first is not timed', async () => {
    const candidate = arm(1);
    await expect(
      runner.time({ ...launch, candidate, baseline: null, callsPerTurn: 1 }, limits),
    ).rejects.toThrow(RangeError);
  });
});

describe('turns', () => {
  /** No timed seconds wanted: exactly one round. */
  const plan = { seconds: 0, minimumCalls: 0, callsPerTurn: 3 };

  it('are of calls in a row, one turn for each arm a round, in an order from the seed', async () => {
    const order = async (seed: number) => {
      const calls: number[] = [];
      const arms = [0, 1, 2].map((index) => async () => calls.push(index));
      await timeTurns(arms, plan, randomFrom(seed));
      const turns = calls.filter((_, i) => i % 3 === 0);
      expect(calls).toEqual(turns.flatMap((index) => [index, index, index]));
      expect(turns.toSorted()).toEqual([0, 1, 2]);
      return turns.join('');
    };
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    const orders = await Promise.all(seeds.map(order));
    expect(await Promise.all(seeds.map(order))).toEqual(orders);
    expect(new Set(orders).size).toBeGreaterThan(1);
  });

  it('end early when one arm takes many times its share', async () => {
    const slow = async () => {
      const end = process.hrtime.bigint() + 50_000_000n;
      while (process.hrtime.bigint() < end);
    };
    const turns = await timeTurns([async () => {}, slow], { ...plan, seconds: 0.02 }, randomFrom(1));
    expect(turns.map(({ samples }) => samples.length)).toEqual([2, 2]);
    expect(turns[1]!.samples.every((seconds) => seconds >= 0.05)).toBe(true);
  });

  it('keep every sample beyond the first allocation', async () => {
    const [turns] = await timeTurns([async () => {}], { ...plan, callsPerTurn: 10_000 }, randomFrom(1));
    expect(turns!.samples.length).toBe(9_999);
    expect(turns!.samples.every((seconds) => seconds > 0)).toBe(true);
  });
});

describe('shuffled', () => {
  it('gives every order its share', () => {
    const random = randomFrom(3);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const key = shuffled([0, 1, 2], random).join('');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // Binomial(6000, 1/6) has a standard deviation of 29.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
