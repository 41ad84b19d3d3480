/** Whole gates on simulated machines. Seeded: the same outcomes every time. `npm run bench:latency` runs 2,000 of each. */
import { describe, expect, it } from 'vitest';
import { simulateGates } from '../../../bench/latency/simulation.ts';
import { NOISE_MODELS } from '../../../bench/latency/world.ts';

const GATES = 40;

describe.each(NOISE_MODELS)('$name', (noise) => {
  it('never fails equal models, and the interval holds the truth', async () => {
    const { fail, covered } = await simulateGates(noise, 1, GATES);
    expect(fail).toBe(0);
    // Binomial(40, 0.95) is below 34 once in 300 times.
    expect(covered).toBeGreaterThanOrEqual(34);
  });

  it('finds a p50 that is 15 % slower, and a p95 that is 25 % slower', async () => {
    expect((await simulateGates(noise, 1.15, GATES)).p50).toBeGreaterThanOrEqual(0.95 * GATES);
    expect((await simulateGates(noise, 1.25, GATES)).p95).toBeGreaterThanOrEqual(0.95 * GATES);
  });
});

it('fails a model exactly at the limit rarely, however often it looks', async () => {
  const { fail } = await simulateGates(NOISE_MODELS[3]!, 1.05, 60);
  // At most 2.5 % in the long run: Binomial(60, 0.025) is above 5 once in 200 times.
  expect(fail).toBeLessThanOrEqual(5);
});
