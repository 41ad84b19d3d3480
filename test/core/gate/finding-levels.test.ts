import { expect, test } from 'vitest';
import type { Finding } from '../../../src/core/documents/validation.ts';
import { levelled } from '../../../src/core/gate/finding-levels.ts';
import type { ValidatePolicy } from '../../../src/core/policy/schema.ts';

const finding = (check: string, severity: Finding['severity'], at: string | null = null): Finding => ({
  check,
  severity,
  message: `${check}.`,
  at,
});
const judged = (findings: Finding[], policy: Partial<ValidatePolicy>, today = '2027-01-15') =>
  levelled(findings, { preset: 'default', checks: {}, ignore: [], ...policy }, today, new Set(['load'])).map(
    ({ check, severity }) => `${severity} ${check}`,
  );
const all = [finding('a', 'error'), finding('b', 'warning'), finding('c', 'info'), finding('load', 'error')];

test('the default changes nothing', () => {
  expect(judged(all, {})).toEqual(['error a', 'warning b', 'info c', 'error load']);
});

test('strict makes warnings errors', () => {
  expect(judged(all, { preset: 'strict' })).toEqual(['error a', 'error b', 'info c', 'error load']);
});

test('a level for a check wins over the preset, and no level turns down what keeps the model from loading', () => {
  const checks = { a: 'warn', b: 'off', c: 'error', load: 'off' } as const;
  expect(judged(all, { preset: 'strict', checks })).toEqual(['warning a', 'error c', 'error load']);
});

const ignore = (more: object = {}) => [{ check: 'a', reason: 'known', expires: '2027-01-31', ...more }];

test('an ignored finding stays, with its reason', () => {
  const [one] = levelled(
    [finding('a', 'error')],
    { preset: 'default', checks: {}, ignore: ignore() },
    '2027-01-31',
    new Set(),
  );
  expect(one).toMatchObject({ severity: 'info', message: 'a. Ignored until 2027-01-31: known' });
});

test('an entry with a place ignores only that place', () => {
  const found = [finding('a', 'error', 'x'), finding('a', 'error', 'y'), finding('a', 'error')];
  expect(judged(found, { ignore: ignore({ at: 'x' }) })).toEqual(['info a', 'error a', 'error a']);
});

test('an expired entry counts no more and says so, when there is something to ignore', () => {
  expect(judged(all, { ignore: ignore() }, '2027-02-01').slice(0, 1)).toEqual(['error a']);
  expect(judged(all, { ignore: ignore() }, '2027-02-01')).toContain('warning ignore-expired');
  expect(judged([], { ignore: ignore() }, '2027-02-01')).toEqual([]);
});
