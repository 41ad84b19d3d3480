import { expect, test } from 'vitest';
import type { MetricResult, SliceGroup } from '../../../src/core/documents/evaluation.ts';
import type { JudgeInput } from '../../../src/core/gate/judge.ts';
import { evaluation, judged, moved } from './samples.ts';

const REGION = { by: 'region' };
const group = (measured: string[], more: Partial<SliceGroup> = {}): SliceGroup => ({
  name: 'region',
  measured,
  suppressed: [],
  reason: null,
  ...more,
});
/** Symmetric about `gain`, with the standard error given. */
const on = (slice: string | null, gain: number, error: number): MetricResult =>
  moved(gain, gain - 1.959963984540054 * error, gain + 1.959963984540054 * error, {
    slice,
    standardError: error,
  });
const WHOLE = on(null, 0, 0.0005);
const WORSE = on('region=1', -0.0213, 0.002);

function verdictOf(
  rule: object,
  measured: readonly MetricResult[],
  slices: readonly object[] = [REGION],
  more: Partial<JudgeInput> & { groups?: SliceGroup[] } = {},
) {
  const ids = measured.flatMap(({ slice }) => (slice === null ? [] : [slice]));
  const document = evaluation(measured, { slices: more.groups ?? [group(ids)] });
  return judged({ metrics: { auc: rule }, slices } as object, { documents: [document], ...more });
}

test('the margin holds on every slice: one that lost more fails the verdict', () => {
  const verdict = verdictOf({ margin: 0.002 }, [WHOLE, WORSE, on('region=2', 0.001, 0.0005)]);
  expect(verdict.verdict).toBe('fail');
  expect(verdict.rules.map(({ id, slice, result }) => [id, slice, result])).toEqual([
    ['m/auc', null, 'pass'],
    ['m/auc/region=1', 'region=1', 'fail'],
    ['m/auc/region=2', 'region=2', 'pass'],
  ]);
  const [whole, slice] = verdict.rules;
  expect(whole).toMatchObject({ p: null, pAdjusted: null });
  expect(slice!.pAdjusted).toBeGreaterThan(slice!.p!);
});

test('min, max and max-gain are asked of the whole alone, unless the slices have their own', () => {
  const bounds = { min: 0.9, level: 'warn' };
  expect(verdictOf(bounds, [WHOLE, WORSE]).rules).toHaveLength(1);
  const own = verdictOf({ margin: 0.002, slices: { min: 0.74 } }, [WHOLE, WORSE]).rules[1]!;
  expect(own).toMatchObject({ slice: 'region=1', result: 'fail', margin: null, p: null });
  expect(own.reason).toBe('auc is 0.7287; it must be at least 0.74.');
  expect(verdictOf({ margin: 0.002, slices: 'off' }, [WHOLE, WORSE]).rules).toHaveLength(1);
});

// Each alone is worse by 2.33 standard errors beyond the margin: p = 0.01.
const borderline = (i: number) => on(`region=${i}`, -0.002 - 2.3263478740408408 * 0.001, 0.001);

test('Holm: what is proved alone is not proved among many', () => {
  const one = verdictOf({ margin: 0.002 }, [WHOLE, borderline(1)]);
  expect(one.rules[1]).toMatchObject({ result: 'fail' });
  expect(one.rules[1]!.p).toBeCloseTo(0.01, 9);
  const equal = [2, 3, 4].map((i) => on(`region=${i}`, 0, 0.0005));
  const many = verdictOf({ margin: 0.002 }, [WHOLE, borderline(1), ...equal]);
  expect(many.rules[1]!.pAdjusted).toBeCloseTo(0.04, 9);
  expect(many.rules[1]).toMatchObject({
    result: 'inconclusive',
    reason: expect.stringContaining('among 4 slices that may be chance (adjusted p 0.040).'),
  });
  expect(many.verdict).toBe('pass');
});

test('Benjamini–Hochberg where slices warn: several that agree are found', () => {
  const measured = [WHOLE, ...[1, 2, 3, 4].map(borderline)];
  const gate = verdictOf({ margin: 0.002 }, measured).rules.slice(1);
  const warn = verdictOf({ margin: 0.002 }, measured, [{ ...REGION, level: 'warn' }]);
  expect(new Set(gate.map(({ result }) => result))).toEqual(new Set(['inconclusive']));
  expect(new Set(warn.rules.slice(1).map(({ result, level }) => `${level} ${result}`))).toEqual(
    new Set(['warn fail']),
  );
  expect(warn.rules[1]!.pAdjusted).toBeCloseTo(0.01, 9);
  expect(warn.verdict).toBe('pass');
});

test('a metric that warns warns on slices too', () => {
  const verdict = verdictOf({ margin: 0.002, level: 'warn' }, [WHOLE, WORSE]);
  expect(verdict.rules[1]).toMatchObject({ level: 'warn', result: 'fail' });
});

test.each([
  [
    'was not there',
    [group([], { reason: 'The holdout has no column region.' })],
    'The holdout has no column region.',
  ],
  ['was not looked at', [], 'region was not measured.'],
])('a declared slice that %s fails', (_name, groups, reason) => {
  const verdict = verdictOf({ margin: 0.002 }, [WHOLE], [REGION], { groups });
  expect(verdict.verdict).toBe('fail');
  expect(verdict.rules.at(-1)).toMatchObject({
    id: 'm/slices/region',
    slice: 'region',
    result: 'fail',
    reason,
  });
});

test('a slice whose metric was not measured fails', () => {
  const verdict = verdictOf({ margin: 0.002 }, [WHOLE], [REGION], { groups: [group(['region=1'])] });
  expect(verdict.rules[1]).toMatchObject({ result: 'fail', reason: 'auc was not measured.' });
});

test('a slice does not vouch for a whole that could not be decided', () => {
  const verdict = verdictOf({ margin: 0.002 }, [on(null, 0, 0.01), on('region=1', 0, 0.0001)]);
  expect(verdict.rules.map(({ result }) => result)).toEqual(['inconclusive', 'pass']);
  expect(verdict.verdict).toBe('inconclusive');
});

test('conventions are part of the metric, and the rule keeps the name of the policy', () => {
  const metric = 'ndcg@10[gain=exp2]';
  const documents = [evaluation([{ ...WHOLE, metric }])];
  const verdict = judged(
    { metrics: { 'ndcg@10': { margin: 0.002, convention: { gain: 'exp2' } } } },
    { documents },
  );
  expect(verdict.rules[0]).toMatchObject({ id: 'm/ndcg@10', metric, result: 'pass' });
});
