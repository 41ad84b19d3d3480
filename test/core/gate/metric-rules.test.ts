import { expect, test } from 'vitest';
import type { MetricResult } from '../../../src/core/documents/evaluation.ts';
import type { JudgeInput } from '../../../src/core/gate/judge.ts';
import { evaluation, interval, judged, metric, metricRule, moved } from './samples.ts';

type Case = [
  name: string,
  rule: object,
  measured: MetricResult,
  result: string,
  reason: string,
  more?: Partial<JudgeInput>,
];

const M = { margin: 0.002 };
const point = { mode: 'point' } as const;
const loss = { metric: 'auc', direction: 'lower' } as const;

const CASES: Case[] = [
  // margin
  [
    'better',
    M,
    moved(0.01, 0.008, 0.012),
    'pass',
    'auc is 0.0100 above the baseline (95% interval 0.0080 to 0.0120); at most 0.002 may be lost.',
  ],
  [
    'worse within the margin',
    M,
    moved(-0.001, -0.0015, -0.0005),
    'pass',
    'auc is 0.0010 below the baseline (95% interval −0.0015 to −0.0005); at most 0.002 may be lost.',
  ],
  [
    'lower end on the margin',
    M,
    moved(0, -0.002, 0.002),
    'pass',
    "auc equals the baseline's (95% interval −0.0020 to 0.0020); at most 0.002 may be lost.",
  ],
  [
    'proved worse',
    M,
    moved(-0.0213, -0.0254, -0.0172),
    'fail',
    'auc is 0.0213 below the baseline (95% interval −0.0254 to −0.0172); at most 0.002 may be lost.',
  ],
  [
    'upper end on the margin',
    M,
    moved(-0.003, -0.004, -0.002),
    'inconclusive',
    'Cannot tell: auc is 0.0030 below the baseline (95% interval −0.0040 to −0.0020); at most 0.002 may be lost; this holdout detects differences of 0.0028 or more; an equal model needs about 7,800 rows to pass.',
  ],
  [
    'across the margin',
    M,
    moved(0.001, -0.0021, 0.004, { mde: 0.006, standardError: 0.00214163 }),
    'inconclusive',
    'Cannot tell: auc is 0.0010 above the baseline (95% interval −0.0021 to 0.0040); at most 0.002 may be lost; this holdout detects differences of 0.0060 or more; an equal model needs about 36,000 rows to pass.',
  ],
  [
    'across, power unknown',
    M,
    moved(0, -0.01, 0.01, { mde: null }),
    'inconclusive',
    "Cannot tell: auc equals the baseline's (95% interval −0.0100 to 0.0100); at most 0.002 may be lost; an equal model needs about 7,800 rows to pass.",
  ],
  [
    'lower is better: worse',
    M,
    moved(0.0213, 0.0172, 0.0254, loss),
    'fail',
    'auc is 0.0213 above the baseline, and lower is better (95% interval 0.0172 to 0.0254); at most 0.002 may be lost.',
  ],
  [
    'lower is better: better',
    M,
    moved(-0.0213, -0.0254, -0.0172, loss),
    'pass',
    'auc is 0.0213 below the baseline (95% interval −0.0254 to −0.0172); at most 0.002 may be lost.',
  ],
  [
    'lower is better: across',
    M,
    moved(0.001, -0.001, 0.003, loss),
    'inconclusive',
    'Cannot tell: auc is 0.0010 above the baseline, and lower is better (95% interval −0.0010 to 0.0030); at most 0.002 may be lost; this holdout detects differences of 0.0028 or more; an equal model needs about 7,800 rows to pass.',
  ],
  [
    'a share of the baseline',
    { margin: '1%' },
    moved(-0.006, -0.007, -0.005),
    'pass',
    'auc is 0.0060 below the baseline (95% interval −0.0070 to −0.0050); at most 0.0075 (1% of the baseline) may be lost.',
  ],
  [
    'a share of a negative baseline',
    { margin: '1%' },
    metric({ candidate: -0.7, baseline: -0.75, interval: interval(-0.0074, 0.1) }),
    'pass',
    'at most 0.0075 (1% of the baseline)',
  ],
  // point
  [
    'bare difference on the margin',
    M,
    moved(0.698 - 0.7, -1, 1),
    'pass',
    'auc is 0.0020 below the baseline; at most 0.002 may be lost.',
    point,
  ],
  [
    'bare difference beyond it',
    M,
    moved(-0.0021, -1, 1),
    'fail',
    'auc is 0.0021 below the baseline; at most 0.002 may be lost.',
    point,
  ],
  ['bare difference without interval', M, metric({ interval: null }), 'pass', 'auc is 0.0100 above', point],
  // bounds
  ['on min', { min: 0.75 }, metric({ candidate: 0.75 }), 'pass', 'auc is 0.7500; it must be at least 0.75.'],
  [
    'just below min',
    { min: 0.75 },
    metric({ candidate: 0.749999 }),
    'fail',
    'auc is 0.749999; it must be at least 0.75.',
  ],
  ['on max', { max: 0.75 }, metric({ candidate: 0.75 }), 'pass', 'auc is 0.7500; it must be at most 0.75.'],
  ['above max', { max: 0.75 }, metric({ candidate: 0.8 }), 'fail', 'auc is 0.8000; it must be at most 0.75.'],
  ['rounding is not below min', { min: 0.3 }, metric({ candidate: 0.3 - 1e-16 }), 'pass', 'auc is 0.3000'],
  [
    'negative bound',
    { min: -0.5 },
    metric({ candidate: -0.6 }),
    'fail',
    'auc is −0.6000; it must be at least −0.5.',
  ],
  // max-gain
  [
    'a gain that is allowed',
    { 'max-gain': 0.05 },
    moved(0.05, 0, 1),
    'pass',
    'auc is 0.0500 above the baseline; a gain above 0.05 is too good to be true.',
  ],
  [
    'a gain just too large',
    { 'max-gain': 0.05 },
    moved(0.051, 0, 1),
    'fail',
    'auc is 0.0510 above the baseline; a gain above 0.05 is too good to be true: look',
  ],
  [
    'a leak',
    { 'max-gain': 0.05 },
    moved(0.2, 0.1, 0.3),
    'fail',
    'auc is 0.2000 above the baseline; a gain above 0.05 is too good to be true: look for a feature that knows the label.',
  ],
  [
    'a leak where lower is better',
    { 'max-gain': 0.05 },
    moved(-0.2, -0.3, -0.1, loss),
    'fail',
    'auc is 0.2000 below the baseline',
  ],
  [
    'a loss is no leak',
    { 'max-gain': 0.05 },
    moved(-0.2, -0.3, -0.1),
    'pass',
    'auc is 0.2000 below the baseline',
  ],
  // several conditions
  [
    'fail wins over inconclusive',
    { ...M, min: 0.8 },
    moved(0, -0.01, 0.01),
    'fail',
    'auc is 0.7500; it must be at least 0.8.',
  ],
  ['inconclusive wins over pass', { ...M, min: 0.7 }, moved(0, -0.01, 0.01), 'inconclusive', 'Cannot tell'],
  [
    'two failures, both told',
    { ...M, min: 0.8 },
    moved(-0.1, -0.2, -0.05),
    'fail',
    'at most 0.002 may be lost. auc is 0.6500; it must be at least 0.8.',
  ],
  ['no condition', {}, metric(), 'skipped', 'The policy sets no condition.'],
  // what is not there
  [
    'undefined',
    { min: 0.7 },
    metric({ candidate: null, reason: 'The holdout has one class only.' }),
    'fail',
    'auc is undefined: The holdout has one class only.',
  ],
  ['undefined without a reason', { min: 0.7 }, metric({ candidate: null }), 'fail', 'auc is undefined.'],
  ['NaN', { min: 0.7 }, metric({ candidate: Number.NaN }), 'fail', 'auc is undefined.'],
  ['infinite', { max: 0.7 }, metric({ candidate: Number.NEGATIVE_INFINITY }), 'fail', 'auc is undefined.'],
  ['NaN without a condition', {}, metric({ candidate: Number.NaN }), 'fail', 'auc is undefined.'],
  [
    'no baseline value',
    M,
    metric({ baseline: null, reason: 'baseline is constant' }),
    'fail',
    'auc is undefined: baseline is constant.',
  ],
  [
    'no baseline value for a share',
    { margin: '1%' },
    metric({ baseline: null }),
    'fail',
    'auc is undefined.',
  ],
  ['NaN difference', M, metric({ delta: Number.NaN }), 'fail', 'auc is undefined.'],
  ['NaN gain', { 'max-gain': 0.1 }, metric({ delta: Number.NaN }), 'fail', 'auc is undefined.'],
  [
    'no interval',
    M,
    metric({ interval: null }),
    'fail',
    'auc has no interval, so its difference cannot be judged.',
  ],
  ['NaN in the interval', M, metric({ interval: interval(0, Number.NaN) }), 'fail', 'auc has no interval'],
  [
    'endless interval',
    M,
    metric({ interval: interval(0, Number.POSITIVE_INFINITY) }),
    'fail',
    'auc has no interval',
  ],
  ['interval turned around', M, metric({ interval: interval(0.1, -0.5) }), 'fail', 'auc has no interval'],
  [
    'a narrower interval than asked for',
    M,
    metric({ interval: interval(0, 0.1, 0.8) }),
    'fail',
    'auc was measured at a confidence of 0.8, and the policy asks for 0.95: evaluate again.',
  ],
  ['a wider interval', M, metric({ interval: interval(0, 0.1, 0.99) }), 'pass', '(99% interval'],
];

test.each(CASES)('%s', (_name, rule, measured, result, reason, more) => {
  const judged = metricRule(rule, measured, more);
  expect(judged.reason).toContain(reason);
  expect(judged.result).toBe(result);
});

test('carries the numbers', () => {
  expect(metricRule({ margin: '1%', level: 'warn' }, moved(-0.006, -0.007, -0.005))).toMatchObject({
    id: 'm/auc',
    model: 'm',
    metric: 'auc',
    slice: null,
    level: 'warn',
    unit: 'score',
    value: 0.744,
    baseline: 0.75,
    delta: -0.006,
    interval: { lower: -0.007, upper: -0.005 },
    margin: 0.0075,
    mde: 0.0028,
    n: 4000,
    at: null,
  });
});

test('a metric that stands for too few rows decides nothing', () => {
  const few = metric({ metric: 'auc', coverage: 0.3, dropped: { rows: 2800, groups: 70 } });
  expect(metricRule({ 'min-coverage': '50%' }, few)).toMatchObject({
    result: 'inconclusive',
    reason:
      'Cannot tell: auc stands for 30.0% of the rows, as it is undefined on 70 groups; at least 50% is asked for.',
  });
  expect(metricRule({ 'min-coverage': '30%' }, few)).toMatchObject({ result: 'pass' });
  // What is missed on the few rows is missed.
  expect(metricRule({ 'min-coverage': '50%', min: 0.9 }, few)).toMatchObject({ result: 'fail' });
  expect(metricRule({ 'min-coverage': '50%' }, metric())).toMatchObject({
    result: 'fail',
    reason: 'auc has no value per group, so it has no coverage.',
  });
});

test('every rule with a margin says how many rows it needs', () => {
  const needed = (conditions: Parameters<typeof metricRule>[0]) =>
    metricRule(conditions, metric()).rowsNeeded;
  // (2.8016 · 0.001 / margin)² of 4,000 rows.
  expect(needed({ margin: 0.002 })).toBeCloseTo(7849, -2);
  expect(needed({ margin: 0.001 })).toBeCloseTo(31_396, -3);
  expect(needed({ min: 0.7 })).toBeUndefined();
  const alike = metric({ standardError: 0, mde: 0 });
  expect(metricRule({ margin: 0.002 }, alike).rowsNeeded).toBeUndefined();
});

test('without a baseline relative conditions are skipped and absolute ones hold', () => {
  const alone = { baseline: null, delta: null, interval: null, mde: null };
  const more = { documents: [evaluation([metric(alone)], { compared: false, baseline: null })] };
  expect(metricRule({ margin: 0.002 }, metric(), more)).toMatchObject({
    result: 'skipped',
    reason: 'There is no baseline to compare with.',
  });
  expect(metricRule({ 'max-gain': 0.1, margin: '1%' }, metric(), more)).toMatchObject({
    result: 'skipped',
    margin: null,
  });
  expect(metricRule({ margin: 0.002, min: 0.7 }, metric(), more)).toMatchObject({ result: 'pass' });
  expect(metricRule({ margin: 0.002, min: 0.8 }, metric(), more)).toMatchObject({ result: 'fail' });
});

test.each([
  [[], 'auc was not measured.'],
  [[metric({ metric: 'AUC' })], 'auc was not measured.'],
  [[metric({ slice: 'region=3' })], 'auc was not measured.'],
  [[metric(), metric()], 'auc was measured 2 times; one is needed.'],
])('a metric that is absent or ambiguous fails: %#', (metrics, reason) => {
  const [rule] = judged({ metrics: { auc: { min: 0 } } }, { documents: [evaluation(metrics)] }).rules;
  expect(rule).toMatchObject({ result: 'fail', reason, value: null });
});

test.each(['constructor', 'toString', 'hasOwnProperty'])('%s is a metric like any other', (id) => {
  const metrics = Object.fromEntries([[id, { min: 0.5 }]]);
  const absent = judged({ metrics }, { documents: [evaluation([metric()])] });
  expect(absent.rules).toMatchObject([{ id: `m/${id}`, result: 'fail', reason: `${id} was not measured.` }]);
  const present = judged({ metrics }, { documents: [evaluation([metric({ metric: id })])] });
  expect(present.rules).toMatchObject([{ id: `m/${id}`, result: 'pass' }]);
});

test('metrics stand in the order of the policy', () => {
  const metrics = { logloss: { max: 1 }, auc: { min: 0 }, accuracy: { min: 0 } };
  const measured = ['accuracy', 'auc', 'logloss'].map((id) => metric({ metric: id }));
  const { rules } = judged({ metrics }, { documents: [evaluation(measured)] });
  expect(rules.map(({ id }) => id)).toEqual(['m/logloss', 'm/auc', 'm/accuracy']);
});
