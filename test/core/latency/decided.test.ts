/** When a batch size needs no more launches. The gate judges the same arms by the same rules. */
import { expect, it } from 'vitest';
import { policyOf } from '../../../bench/latency/gate.ts';
import { hasComparisons, isDecided } from '../../../src/core/latency/decided.ts';
import { arm, interval } from '../gate/samples.ts';

const decided = (latency: object, ...arms: Parameters<typeof arm>[]) =>
  isDecided(
    arms.map((each) => arm(...each)),
    policyOf({ batch: [32], p50: undefined, p95: undefined, ...latency }).models.m!.latency!,
    0.95,
  );
const R = { p99: { 'max-regression': '10%' } };

it('is so when every rule passes or fails', () => {
  expect(decided(R, [1, 0.98, 1.02])).toBe(true);
  expect(decided(R, [1.3, 1.2, 1.4, { standardError: 0.01 }])).toBe(true);
  expect(decided(R, [1.1, 1.0, 1.2])).toBe(false);
});

it('wants an interval where there is a baseline, and nothing where there is none', () => {
  expect(decided(R, [1, 1, 1, { interval: null }])).toBe(false);
  expect(decided(R, [1, 1, 1, { interval: null, baseline: null }])).toBe(true);
});

it('does not wait for a percentile that more launches bear no better', () => {
  expect(decided(R, [1, 1, 1, { ratio: null, interval: null, reason: 'too few' }])).toBe(true);
});

it('waits while noise leaves it open', () => {
  const control = { ratio: 1.1, interval: interval(0.9, 1.3) };
  expect(decided(R, [1, 0.98, 1.02, { control }])).toBe(false);
});

it('takes what is faster, or slower, by more than noise explains', () => {
  const control = { ratio: 1, interval: interval(0.9, 1.1) };
  expect(decided(R, [0.8, 0.7, 0.98, { control }])).toBe(true);
  expect(decided(R, [0.8, 0.7, 1, { control }])).toBe(false);
  expect(decided(R, [1.4, 1.25, 1.5, { control, standardError: 0.01 }])).toBe(true);
  expect(decided(R, [0.8, 0.7, 0.9, { control: null }])).toBe(false);
});

it('counts a slower model only when it would be so among all rules of the policy', () => {
  // t = ln(1.25 / 1.1) / 0.035 with 4 degrees of freedom: p = 0.011, of 0.025 that all rules share.
  const slower: Parameters<typeof arm> = [1.25, 1.12, 1.4, { standardError: 0.035 }];
  expect(decided({ ...R, batch: [32] }, slower)).toBe(true);
  expect(decided({ ...R, batch: [1, 8, 32] }, slower)).toBe(false);
});

it('holds budgets to what the calls prove', () => {
  const at = (max: string) => decided({ p99: { max } }, [1, 1, 1]);
  // Proved: 0.99 ms to 1.01 ms.
  expect(['2ms', '1ms', '0.9ms'].map(at)).toEqual([true, false, true]);
});

it('compares nothing without an allowed regression', () => {
  const latency = policyOf({ p50: { max: '1ms' }, p95: {} }).models.m!.latency!;
  expect(hasComparisons(latency)).toBe(false);
  expect(hasComparisons(policyOf({}).models.m!.latency!)).toBe(true);
});
