import { describe, expect, test } from 'vitest';
import type { Palette } from '../../../src/core/report/palette.ts';
import { ruleView } from '../../../src/core/report/rule-view.ts';
import { renderText } from '../../../src/core/report/text.ts';
import { viewOf } from '../../../src/core/report/view.ts';
import { rule, SAMPLES, verdict } from './samples.ts';

describe('the headline', () => {
  const titleOf = (name: string) => {
    const { verdict, measurements } = SAMPLES.get(name)!;
    return viewOf(verdict, measurements).headline.title;
  };
  test.each([
    ['pass', 'Passed'],
    ['fail', 'Failed: 2 of 6 rules'],
    ['inconclusive', 'Inconclusive: 1 of 3 rules'],
    ['no-baseline', 'Passed · no baseline'],
    ['no-thresholds', 'Inconclusive · no thresholds'],
    ['error', 'Could not judge'],
  ])('of %s is %s', (name, title) => expect(titleOf(name)).toBe(title));

  test('of a pass names what was let through', () => {
    const rules = [
      rule({ metric: 'auc', result: 'pass' }),
      rule({ metric: 'logloss', result: 'inconclusive' }),
      rule({ metric: 'accuracy', result: 'fail', level: 'warn' }),
    ];
    const { headline } = viewOf(verdict({ rules }), []);
    expect(headline.title).toBe('Passed · 1 inconclusive · 1 warning');
    expect(headline.sentence).toBe('1 inconclusive, 1 warning, 1 passed. This may ship.');
  });

  test('of no rules is no blessing', () => {
    expect(viewOf(verdict({ verdict: 'inconclusive' }), []).headline.sentence).toBe(
      'There was nothing to judge by, so this is no blessing.',
    );
  });
});

test('rules stand failed, inconclusive, warning, skipped, passed; models by their worst', () => {
  const results = ['pass', 'skipped', 'inconclusive', 'fail'] as const;
  const rules = [
    ...results.map((result) => rule({ metric: 'auc', result })),
    rule({ metric: 'copc', result: 'fail', level: 'warn' }),
    rule({ metric: 'auc', result: 'inconclusive', model: 'click' }),
    rule({ metric: 'auc', result: 'pass', model: 'basket' }),
  ];
  const { models } = viewOf(verdict({ rules }), []);
  expect(models.map(({ name, status }) => [name, status])).toEqual([
    ['conversion', 'failed'],
    ['click', 'inconclusive'],
    ['basket', 'passed'],
  ]);
  expect(models[0]!.rules.map(({ status }) => status)).toEqual([
    'failed',
    'inconclusive',
    'warning',
    'skipped',
    'passed',
  ]);
});

describe('a rule as a row', () => {
  const interval = { lower: 0.01, upper: 0.03, confidence: 0.95, method: 'DeLong' };
  const numbers = {
    result: 'fail',
    value: 0.27,
    baseline: 0.25,
    delta: 0.02,
    interval,
    margin: 0.005,
  } as const;

  test('of a metric that is better when lower is drawn with better on the right', () => {
    const view = ruleView(rule({ metric: 'logloss', ...numbers }), 'lower');
    expect(view).toMatchObject({
      difference: '+0.0200',
      interval: '[+0.0100, +0.0300]',
      allowed: '≤ +0.0050',
    });
    expect(view.strip).toEqual({ delta: -0.02, lower: -0.03, upper: -0.01, margin: 0.005 });
  });

  test('of a metric that is better when higher', () => {
    expect(ruleView(rule({ metric: 'auc', ...numbers }), 'higher')).toMatchObject({
      allowed: '≥ −0.0050',
      strip: { delta: 0.02, lower: 0.01, upper: 0.03, margin: 0.005 },
    });
  });

  test('of a metric whose direction nothing tells is not drawn', () => {
    expect(ruleView(rule({ metric: 'odd', ...numbers }), null)).toMatchObject({
      allowed: 'loss ≤ 0.0050',
      strip: null,
    });
  });

  test('of a latency has durations and percentages', () => {
    const latency = rule({
      metric: 'latency/batch=32/p99',
      unit: 'seconds',
      ...numbers,
      value: 0.0153,
      baseline: 0.015,
      margin: 0.1,
    });
    expect(ruleView(latency, null)).toMatchObject({
      metric: 'p99 batch 32',
      candidate: '15.3 ms',
      baseline: '15.0 ms',
      difference: '+2.0%',
      interval: '[+1.0%, +3.0%]',
      allowed: '≤ +10.0%',
    });
  });

  test('without a margin, and with none to give', () => {
    expect(ruleView(rule({ metric: 'auc', ...numbers, margin: null }), 'higher').allowed).toBe('');
    expect(ruleView(rule({ metric: 'auc', ...numbers, margin: 0 }), 'higher').allowed).toBe('≥ 0.000');
  });
});

test('colour changes nothing but colour', () => {
  const { verdict: failing, measurements } = SAMPLES.get('fail')!;
  const wrapped = (code: number) => (text: string) => `\u001B[${code}m${text}\u001B[0m`;
  const palette: Palette = {
    green: wrapped(32),
    red: wrapped(31),
    yellow: wrapped(33),
    dim: wrapped(2),
    bold: wrapped(1),
    cyan: wrapped(36),
  };
  const asIs = (text: string) => text;
  const plain: Palette = { green: asIs, red: asIs, yellow: asIs, dim: asIs, bold: asIs, cyan: asIs };
  const coloured = renderText(failing, measurements, { palette });
  expect(coloured).toContain('\u001B[31m✗');
  const bare = coloured.replace(/\u001B\[\d+m/g, '').replace(/ +$/gm, '');
  expect(bare).toBe(renderText(failing, measurements, { palette: plain }));
});
