import { expect, test } from 'vitest';
import type { Arm } from '../../../src/core/documents/benchmark.ts';
import type { JudgeInput } from '../../../src/core/gate/judge.ts';
import { arm, benchmark, interval, judged, latencyRule } from './samples.ts';

const R = { 'max-regression': '10%' };
const control = (ratio: number, lower: number, upper: number) => ({
  control: { ratio, interval: interval(lower, upper) },
});

const CASES: [
  name: string,
  rule: object,
  measured: Arm,
  result: string,
  reason: string,
  more?: Partial<JudgeInput>,
][] = [
  [
    'as fast',
    R,
    arm(1, 0.98, 1.02),
    'pass',
    'p99 at batch 32 is as fast as the baseline (95% interval −2.0% to +2.0%); it may be at most 10% slower.',
  ],
  [
    'faster',
    R,
    arm(0.8, 0.75, 0.85),
    'pass',
    'p99 at batch 32 is 20.0% faster than the baseline (95% interval −25.0% to −15.0%); it may be at most 10% slower.',
  ],
  ['upper end on the bound', R, arm(1.05, 1.0, 1.1), 'pass', 'is 5.0% slower'],
  [
    'proved slower',
    R,
    arm(1.3, 1.2, 1.4),
    'fail',
    'p99 at batch 32 is 30.0% slower than the baseline (95% interval +20.0% to +40.0%); it may be at most 10% slower.',
  ],
  [
    'lower end on the bound',
    R,
    arm(1.2, 1.1, 1.3),
    'inconclusive',
    'Cannot tell: p99 at batch 32 is 20.0% slower',
  ],
  [
    'across',
    R,
    arm(1.05, 0.95, 1.2),
    'inconclusive',
    'Cannot tell: p99 at batch 32 is 5.0% slower than the baseline (95% interval −5.0% to +20.0%); it may be at most 10% slower.',
  ],
  [
    'a noisy machine',
    R,
    arm(1, 0.98, 1.02, control(1.01, 0.94, 1.08)),
    'inconclusive',
    'Cannot tell: the machine is too noisy, the baseline differs from itself by +1.0% (95% interval −6.0% to +8.0%); p99 at batch 32 is as fast',
  ],
  [
    'a control that is slower than itself',
    R,
    arm(1, 0.98, 1.02, control(1.08, 1.06, 1.1)),
    'inconclusive',
    'the baseline differs from itself by +8.0%',
  ],
  [
    'a control that is faster than itself',
    R,
    arm(1, 0.98, 1.02, control(0.92, 0.9, 0.94)),
    'inconclusive',
    'the baseline differs from itself by −8.0%',
  ],
  ['noise at its limit', R, arm(1, 0.98, 1.02, control(1, 0.95, 1.05)), 'pass', 'is as fast'],
  [
    'a miss that noise may explain',
    R,
    arm(1.3, 1.15, 1.5, control(1.1, 0.9, 1.3)),
    'inconclusive',
    'too noisy',
  ],
  [
    'a miss that noise cannot explain',
    R,
    arm(3, 2.5, 3.5, control(1.1, 0.9, 1.3)),
    'fail',
    'is 200.0% slower',
  ],
  [
    'a control without an end',
    R,
    arm(1, 0.98, 1.02, control(1, 0.99, Number.NaN)),
    'inconclusive',
    'too noisy',
  ],
  [
    'no control',
    R,
    arm(1, 0.98, 1.02, { control: null }),
    'inconclusive',
    'the noise of the machine was not measured',
  ],
  [
    'a control without interval',
    R,
    arm(1, 0.98, 1.02, { control: { ratio: 1, interval: null } }),
    'inconclusive',
    'the noise of the machine was not measured',
  ],
  ['slower without a control', R, arm(1.5, 1.4, 1.6, { control: null }), 'fail', 'is 50.0% slower'],
  [
    'no interval',
    R,
    arm(1, 1, 1, { interval: null }),
    'inconclusive',
    'but there is no interval; it may be at most 10% slower.',
  ],
  ['NaN interval', R, arm(1, 1, Number.NaN), 'inconclusive', 'there is no interval'],
  [
    'no ratio',
    R,
    arm(1, 1, 1, { ratio: null }),
    'fail',
    'p99 at batch 32 was not compared with the baseline.',
  ],
  [
    'a narrower interval than asked for',
    R,
    arm(1, 1, 1, { interval: interval(1, 1, 0.9) }),
    'fail',
    'was measured at a confidence of 0.9, and the policy asks for 0.95',
  ],
  [
    'bare ratio on the bound',
    R,
    arm(1.1, 0.5, 2),
    'pass',
    'p99 at batch 32 is 10.0% slower than the baseline; it may be at most 10% slower.',
    { mode: 'point' },
  ],
  [
    'bare ratio above it',
    R,
    arm(1.101, 0.5, 2),
    'fail',
    'p99 at batch 32 is 10.1% slower',
    { mode: 'point' },
  ],
  [
    'proved below max',
    { max: '15ms' },
    arm(14, 13, 15),
    'pass',
    'p99 at batch 32 takes 14.0 ms (proved: 13.9 ms to 14.1 ms); it may take at most 15ms.',
  ],
  [
    'proved above max',
    { max: '15ms' },
    arm(16, 14, 16),
    'fail',
    'p99 at batch 32 takes 16.0 ms (proved: 15.8 ms to 16.2 ms); it may take at most 15ms.',
  ],
  [
    'too near max to tell',
    { max: '15ms' },
    arm(15, 14, 16, { candidate: 0.0150001 }),
    'inconclusive',
    'Cannot tell: p99 at batch 32 takes 0.0150001 s (proved: 14.8 ms to 15.2 ms); it may take at most 15ms.',
  ],
  [
    'the upper end on max',
    { max: '15ms' },
    arm(1, 1, 1, { candidateInterval: interval(0.014, 0.015, 0.98) }),
    'pass',
    'it may take at most 15ms.',
  ],
  [
    'too few calls for max',
    { max: '15ms' },
    arm(1, 1, 1, { candidateInterval: null, samples: 400 }),
    'inconclusive',
    'Cannot tell: 400 calls are too few to prove p99; p99 at batch 32 takes 1.00 ms, and it may take at most 15ms.',
  ],
  [
    'bare percentile above max',
    { max: '15ms' },
    arm(15, 14, 16, { candidate: 0.0150001 }),
    'fail',
    'takes 0.0150001 s; it may take at most 15ms.',
    { mode: 'point' },
  ],
  [
    'too few calls for a ratio',
    R,
    arm(1, 1, 1, {
      ratio: null,
      interval: null,
      reason: 'a launch made 500 calls of each model, and a ratio of p99 needs 6620',
    }),
    'inconclusive',
    'Cannot tell: a launch made 500 calls of each model, and a ratio of p99 needs 6620; give `seconds` more.',
  ],
  [
    'slower by what counts as nothing',
    R,
    arm(1.3, 1.2, 1.4, { baseline: 10e-6, candidate: 13e-6 }),
    'pass',
    'p99 at batch 32 is 30.0% slower than the baseline (95% interval +20.0% to +40.0%); it may be at most 200.0%, which counts as nothing at 10.0 µs.',
  ],
  [
    'no time',
    { max: '15ms' },
    arm(1, 1, 1, { candidate: Number.NaN }),
    'fail',
    'p99 at batch 32 has no time.',
  ],
  [
    'both conditions miss',
    { ...R, max: '1ms' },
    arm(1.3, 1.2, 1.4),
    'fail',
    'slower. p99 at batch 32 takes 1.30 ms (proved',
  ],
  ['no condition', {}, arm(1, 1, 1), 'skipped', 'The policy sets no condition.'],
];

test.each(CASES)('%s', (_name, rule, measured, result, reason, more) => {
  const judged = latencyRule(rule, measured, more);
  expect(judged.reason).toContain(reason);
  expect(judged.result).toBe(result);
});

test('carries the numbers: differences are shares of the baseline', () => {
  expect(latencyRule(R, arm(1.25, 1.125, 1.5))).toMatchObject({
    id: 'm/latency/batch=32/p99',
    metric: 'latency/batch=32/p99',
    unit: 'seconds',
    value: 0.00125,
    baseline: 0.001,
    delta: 0.25,
    interval: { lower: 0.125, upper: 0.5 },
    margin: 0.1,
    n: 9000,
  });
});

test('without a baseline only the absolute bound holds', () => {
  const more = {
    documents: [
      benchmark([arm(1, 1, 1, { baseline: null, ratio: null, interval: null, control: null })], {
        baseline: null,
      }),
    ],
  };
  expect(latencyRule(R, arm(1, 1, 1), more)).toMatchObject({ result: 'skipped' });
  expect(latencyRule({ ...R, max: '2ms' }, arm(1, 1, 1), more)).toMatchObject({ result: 'pass' });
});

test.each([
  [[], 'p99 at batch 32 with 1 thread was measured not at all.'],
  [[arm(1, 1, 1, { batch: 1 })], 'was measured not at all.'],
  [[arm(1, 1, 1, { metric: 'p95' })], 'was measured not at all.'],
  [[arm(1, 1, 1, { threads: 2 })], 'was measured not at all.'],
  [[arm(1, 1, 1), arm(1, 1, 1)], 'was measured 2 times; one is needed.'],
])('an arm that is absent or ambiguous fails: %#', (arms, reason) => {
  const rule = latencyRule(R, arm(1, 1, 1), { documents: [benchmark(arms)] });
  expect(rule).toMatchObject({ result: 'fail', reason: expect.stringContaining(reason) });
});

test('one rule per batch size and percentile, in that order', () => {
  const { rules } = judged(
    { latency: { batch: [32, 1], p99: R, p50: R } },
    { scope: ['benchmark'], documents: [benchmark([])] },
  );
  expect(rules.map(({ id }) => id)).toEqual([
    'm/latency/batch=32/p50',
    'm/latency/batch=32/p99',
    'm/latency/batch=1/p50',
    'm/latency/batch=1/p99',
  ]);
});

test('proved slower alone is not proved among many comparisons', () => {
  const batch = [1, 2, 4, 8];
  const arms = (error: number) =>
    batch.map((size) =>
      arm(size === 1 ? 1.25 : 1, size === 1 ? 1.12 : 0.98, size === 1 ? 1.4 : 1.02, {
        batch: size,
        standardError: size === 1 ? error : 0.005,
      }),
    );
  const rule = (error: number) =>
    judged({ latency: { batch, p99: R } }, { scope: ['benchmark'], documents: [benchmark(arms(error))] })
      .rules[0]!;
  // t = ln(1.25 / 1.1) / error with 4 degrees of freedom: p = 0.020 and 0.0040, times four.
  expect(rule(0.0427)).toMatchObject({
    result: 'inconclusive',
    reason: expect.stringContaining('which is not proved among 4 comparisons'),
  });
  expect(rule(0.0427).pAdjusted! / rule(0.0427).p!).toBeCloseTo(4, 9);
  expect(rule(0.026)).toMatchObject({ result: 'fail' });
});

test('the family is every batch size and percentile that has a comparison', () => {
  const arms = [1, 32].flatMap((batch) =>
    (['p50', 'p95', 'p99'] as const).map((metric) =>
      arm(batch === 1 && metric === 'p50' ? 1.25 : 1, 1.12, 1.4, { batch, metric, standardError: 0.02 }),
    ),
  );
  const latency = { batch: [1, 32], p50: R, p95: R, p99: { max: '9s' } };
  const { rules } = judged({ latency }, { scope: ['benchmark'], documents: [benchmark(arms)] });
  // p99 has a budget alone, and is no comparison.
  expect(rules[0]!.pAdjusted! / rules[0]!.p!).toBeCloseTo(4, 9);
  expect(rules.filter(({ pAdjusted }) => pAdjusted !== null).map(({ metric }) => metric)).toEqual([
    'latency/batch=1/p50',
    'latency/batch=1/p95',
    'latency/batch=32/p50',
    'latency/batch=32/p95',
  ]);
});
