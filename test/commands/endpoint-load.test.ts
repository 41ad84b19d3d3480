/** A server in virtual time: nothing here waits, and a stall is as long as it says. */
import { expect, test } from 'vitest';
import { runClosedLoop, runOpenLoop } from '../../src/commands/endpoint-load.ts';
import { fault } from '../../src/core/errors.ts';
import { poissonArrivals } from '../../src/core/latency/arrivals.ts';
import { seededRandom } from '../../src/core/stats/random.ts';
import type { Pace } from '../../src/ports.ts';

/** Moments that are waited for; the earliest comes when nobody has anything left to do. */
function virtualTime() {
  let now = 0;
  const waiting: { at: number; wake: () => void }[] = [];
  const pace: Pace = {
    now: () => now,
    until: (at) => (at <= now ? Promise.resolve() : new Promise((wake) => waiting.push({ at, wake }))),
  };
  async function run<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const end = work.finally(() => {
      over = true;
    });
    end.catch(() => {});
    for (;;) {
      // All microtasks are done when a turn of the event loop is.
      await new Promise(setImmediate);
      if (over) return end;
      waiting.sort((a, b) => a.at - b.at);
      const next = waiting.shift();
      if (!next) throw new Error('everybody waits, for nothing');
      now = next.at;
      next.wake();
    }
  }
  return { pace, run };
}

/** One request at a time, 1 ms each; the hundredth takes a second. */
function stallingServer(pace: Pace) {
  let free = 0;
  let count = 0;
  return async () => {
    count++;
    free = Math.max(free, pace.now()) + (count === 100 ? 1 : 0.001);
    await pace.until(free);
  };
}

test('an open loop sees a stall that a closed loop hides', async () => {
  const naive = virtualTime();
  const closed = await naive.run(
    runClosedLoop(stallingServer(naive.pace), { clients: 1, seconds: 3 }, naive.pace),
  );
  // One request of two thousand waited, and no other was sent meanwhile.
  expect(closed.calls).toBeGreaterThan(1900);
  expect(closed.p99).toBeCloseTo(0.001, 6);
  const honest = virtualTime();
  const open = await honest.run(
    runOpenLoop(
      stallingServer(honest.pace),
      { rate: 200, seconds: 3, most: 10_000 },
      seededRandom(1).uniform,
      honest.pace,
    ),
  );
  expect(open.calls).toBeGreaterThan(500);
  expect(open.p50).toBeLessThan(0.01);
  // 200 requests were due in that second.
  expect(open.p95).toBeGreaterThan(0.5);
  expect(open.p99).toBeGreaterThan(0.9);
});

test('a request that is sent late counts from when it was due', async () => {
  const { pace, run } = virtualTime();
  const late: Pace = { now: pace.now, until: (at) => pace.until(at + 0.25) };
  const { p50 } = await run(
    runOpenLoop(async () => {}, { rate: 1, seconds: 100, most: 1000 }, seededRandom(1).uniform, late),
  );
  expect(p50).toBeCloseTo(0.25, 6);
});

test('the rate of a closed loop is what all clients get', async () => {
  const { pace, run } = virtualTime();
  const request = () => pace.until(pace.now() + 0.01);
  const { rate, calls, failed } = await run(runClosedLoop(request, { clients: 4, seconds: 1 }, pace));
  expect(rate).toBeCloseTo(400, -1);
  expect([calls, failed]).toEqual([expect.closeTo(400, -1), 0]);
});

test('refusals are counted, and other faults are thrown', async () => {
  const { pace, run } = virtualTime();
  let count = 0;
  const busy = async () => {
    await pace.until(pace.now() + 0.001);
    if (++count % 2 === 0) throw fault('runtime-unavailable', 'Busy.');
  };
  const limits = { rate: 10, seconds: 10, most: 50 };
  const open = await run(runOpenLoop(busy, limits, seededRandom(1).uniform, pace));
  expect(open).toMatchObject({ calls: 25, failed: 25 });
  const wrong = async () => {
    throw fault('model-run-rejected', 'Wrong shape.');
  };
  await expect(run(runOpenLoop(wrong, limits, seededRandom(1).uniform, pace))).rejects.toThrow(
    'Wrong shape.',
  );
});

test('arrivals are a Poisson process', () => {
  const arrivals = poissonArrivals(100, { seconds: 100, most: 1e6 }, seededRandom(7).uniform);
  // Four standard deviations of Poisson(10,000), and of the share of exponential gaps above the mean (1/e).
  expect(Math.abs(arrivals.length - 10_000)).toBeLessThan(400);
  const gaps = arrivals.map((at, i) => at - (arrivals[i - 1] ?? 0));
  expect(Math.abs(gaps.filter((gap) => gap > 0.01).length / gaps.length - Math.exp(-1))).toBeLessThan(0.02);
  expect(poissonArrivals(100, { seconds: 100, most: 5 }, seededRandom(7).uniform)).toHaveLength(5);
});
