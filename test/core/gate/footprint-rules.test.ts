/** Memory and loading: medians of fresh processes against what the policy allows, and floors that noise needs. */
import { expect, test } from 'vitest';
import type { Benchmark, Footprint } from '../../../src/core/documents/benchmark.ts';
import { arm, benchmark, judged } from './samples.ts';

const MB = 1e6;
const one = (more: Partial<Footprint> = {}): Footprint => ({
  load: 0.02,
  firstInference: 0.001,
  firstAnswer: 0.1,
  resident: 80 * MB,
  peak: 90 * MB,
  processes: 7,
  ...more,
});
type Measured = NonNullable<Benchmark['footprints']>[number];
const at = (
  candidate: Partial<Footprint>,
  baseline: Partial<Footprint> | null = {},
  batch = 32,
): Measured => ({
  batch,
  candidate: one(candidate),
  baseline: baseline && one(baseline),
});

function rulesOf(latency: object, footprints: Measured[] | undefined, more: Partial<Benchmark> = {}) {
  const { rules } = judged(
    { latency: { batch: [32], ...latency } },
    {
      scope: ['benchmark'],
      documents: [benchmark([arm(1, 1, 1)], { ...(footprints && { footprints }), ...more })],
    },
  );
  return rules;
}
const memory = (rule: object, ...footprints: Measured[]) => {
  const [found, ...others] = rulesOf({ memory: rule }, footprints);
  expect(others).toEqual([]);
  return found!;
};
const load = (rule: object, ...footprints: Measured[]) =>
  rulesOf({ load: rule }, footprints).find(({ metric }) => metric === 'latency/load')!;

test.each<[string, object, Measured, string, string]>([
  [
    'as much',
    {},
    at({}),
    'pass',
    'peak memory at batch 32 is 85.8 MiB; it may be at most 10% above the baseline.',
  ],
  [
    'more by less than 8 MB',
    {},
    at({ resident: 29 * MB }, { resident: 21.1 * MB }),
    'pass',
    'it may be at most 10% above',
  ],
  [
    'more by more than 8 MB and 10 %',
    {},
    at({ resident: 88.5 * MB }),
    'fail',
    'resident memory at batch 32 is 84.4 MiB, against 76.3 MiB (+10.6%); up to 10% more, or 7.63 MiB, is allowed.',
  ],
  ['10 % to the byte', {}, at({ resident: 88 * MB }), 'pass', 'it may be at most 10% above'],
  [
    'more than 8 MB, but less than 10 %',
    {},
    at({ resident: 1090 * MB }, { resident: 1000 * MB }),
    'pass',
    'resident memory at batch 32 is 1.02 GiB',
  ],
  [
    'a peak alone',
    {},
    at({ peak: 120 * MB }),
    'fail',
    'peak memory at batch 32 is 114 MiB, against 85.8 MiB (+33.3%)',
  ],
  [
    'no peak, as outside Linux',
    {},
    at({ peak: null }, { peak: null }),
    'pass',
    'resident memory at batch 32',
  ],
  ['another share', { 'max-regression': '50%' }, at({ peak: 120 * MB }), 'pass', 'at most 50% above'],
  ['below max', { max: '100Mi' }, at({}), 'pass', 'peak memory at batch 32 is 85.8 MiB'],
  [
    'above max',
    { max: '80Mi' },
    at({}),
    'fail',
    'peak memory at batch 32 is 85.8 MiB; it may be at most 80Mi.',
  ],
])('memory: %s', (_, rule, measured, result, reason) => {
  const found = memory(rule, measured);
  expect(found.reason).toContain(reason);
  expect(found.result).toBe(result);
});

test('memory is a rule unasked, of every batch size, with the numbers of what grew most', () => {
  const found = memory({}, at({}), at({ peak: 180 * MB }, { peak: 100 * MB }, 256));
  expect(found).toMatchObject({
    id: 'm/latency/memory',
    unit: 'bytes',
    result: 'fail',
    value: 180 * MB,
    baseline: 100 * MB,
    margin: 0.1,
  });
  expect(found.delta).toBeCloseTo(0.8, 12);
  expect(found.reason).toContain('at batch 256');
});

test('a baseline that was not measured, or is not there', () => {
  expect(memory({}, at({}, null))).toMatchObject({
    result: 'fail',
    reason: expect.stringContaining('resident memory at batch 32 was not compared with the baseline.'),
  });
  const alone = (latency: object) => rulesOf(latency, [at({}, null)], { baseline: null })[0];
  expect(alone({})).toMatchObject({ result: 'skipped', reason: 'There is no baseline to compare with.' });
  expect(alone({ memory: { max: '1Mi' } })).toMatchObject({ result: 'fail' });
});

test('where nothing was measured there is no rule, and where the list is empty a failed one', () => {
  expect(rulesOf({}, undefined)).toEqual([]);
  expect(rulesOf({}, [])[0]).toMatchObject({ result: 'fail', reason: 'It was not measured.' });
});

test.each<[string, object, Measured, string, string]>([
  [
    'slower by less than 100 ms',
    { 'max-regression': '50%' },
    at({ load: 0.1 }),
    'pass',
    'loading and the first answer at batch 32 is 101 ms; it may be at most 50% above the baseline.',
  ],
  [
    'slower by more',
    { 'max-regression': '50%' },
    at({ load: 0.3 }, { load: 0.1 }),
    'fail',
    'is 301 ms, against 101 ms (+198.0%); up to 50% more, or 100 ms, is allowed.',
  ],
  [
    'the first answer counts',
    { max: '30ms' },
    at({ firstInference: 0.02 }),
    'fail',
    'is 40.0 ms; it may be at most 30ms.',
  ],
  ['no condition', {}, at({}), 'skipped', 'The policy sets no condition.'],
])('loading: %s', (_, rule, measured, result, reason) => {
  const found = load(rule, measured);
  expect(found.reason).toContain(reason);
  expect(found).toMatchObject({ result, unit: 'seconds' });
});

test('loading is judged where the policy asks, once, and warns where it says so', () => {
  expect(rulesOf({}, [at({ load: 9 })]).map(({ metric }) => metric)).toEqual(['latency/memory']);
  const found = load({ max: '1s', level: 'warn' }, at({ load: 0.5 }), at({ load: 9 }, {}, 256));
  expect(found).toMatchObject({ result: 'pass', level: 'warn' });
});
