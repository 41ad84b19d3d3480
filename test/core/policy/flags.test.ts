import { expect, test } from 'vitest';
import { parseMetricFlag } from '../../../src/core/policy/flags.ts';

test.each([
  ['auc', { level: 'error' }],
  ['auc:margin=0.002', { margin: 0.002, level: 'error' }],
  ['auc:margin=0.002,min=0.7', { margin: 0.002, min: 0.7, level: 'error' }],
  ['auc:margin=1%,level=warn', { margin: '1%', level: 'warn' }],
  [' auc : min = -1e-3 , max-gain = .5', { min: -0.001, 'max-gain': 0.5, level: 'error' }],
])('--metric %s', (flag, rule) => {
  expect(parseMetricFlag(flag)).toEqual({ ok: true, metric: 'auc', rule });
});

test.each([
  ['', 'There is no metric'],
  ['auk', 'There is no metric "auk"'],
  ['__proto__', 'There is no metric "__proto__"'],
  ['auc:', '"" in --metric "auc:" is not a condition'],
  ['auc:margin', '"margin" in --metric'],
  ['auc:margin=', '"margin=" in --metric'],
  ['auc:=1', '"=1" in --metric'],
  ['auc:min=1,min=2', 'gives `min` twice'],
  ['auc:min=high', 'auc.min is "high": it must be a number'],
  ['auc:min=NaN', 'auc.min is "NaN"'],
  ['auc:min=Infinity', 'auc.min is "Infinity"'],
  ['auc:min=1e999', 'auc.min is .inf'],
  ['auc:margin=1e-6', 'float32 near-ties'],
  ['auc:margin=-1', 'never negative'],
  ['auc:foo=1', '`foo` is not a key in auc'],
  ['auc:__proto__=1', '`__proto__` is not a key in auc'],
  ['auc:min=2,max=1', 'nothing can pass'],
])('--metric %s is refused', (flag, message) => {
  const parsed = parseMetricFlag(flag);
  const faults = parsed.ok ? [] : parsed.faults;
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ code: 'usage-invalid', message: expect.stringContaining(message) });
  expect(faults[0]?.fix).toBeTruthy();
  expect(faults[0]).not.toHaveProperty('at');
});

test('all faults at once, with the fix as it is written in a flag', () => {
  const parsed = parseMetricFlag('auk:margin=1e-9,min=abc,foo=1,,min=3');
  expect(parsed.ok ? [] : parsed.faults.map(({ fix }) => fix)).toEqual([
    'Did you mean `auc`?',
    'Write `key=value`, for example `auc:margin=0.002,min=0.7`.',
    'Keep one.',
    'Write, for example, `margin=0.002`.',
    'Write, for example, `min=0.7`.',
    'Allowed here: `margin`, `min`, `max`, `max-gain`, `min-coverage`, `slices`, `convention`, `level`.',
  ]);
});
