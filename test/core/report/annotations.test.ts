import { expect, test } from 'vitest';
import { toAnnotations } from '../../../src/core/report/annotations.ts';
import { rule, SAMPLES, verdict } from './samples.ts';

test('failed rules are errors on their line, inconclusive and warn rules warnings', () => {
  const annotations = toAnnotations(SAMPLES.get('fail')!.verdict);
  expect(annotations.map(({ level, title, line }) => [level, title, line])).toEqual([
    ['error', 'conversion/auc: failed', 12],
    ['error', 'conversion/logloss: failed', 13],
    ['warning', 'conversion/accuracy: inconclusive', 14],
    ['warning', 'conversion/auc/visitor_type=Returning_Visitor: warning', 18],
  ]);
  expect(annotations[0]).toMatchObject({ file: 'onnx-gate.yml', column: 7 });
  expect(annotations[0]!.message).toContain('proved worse');
});

test('what is undecided is an error where the mode asks for proof', () => {
  expect(toAnnotations(SAMPLES.get('inconclusive')!.verdict)).toMatchObject([{ level: 'error' }]);
});

test('faults are errors, a missing baseline is a notice, and undecided rules are not told twice', () => {
  expect(toAnnotations(SAMPLES.get('error')!.verdict).map(({ level, title }) => [level, title])).toEqual([
    ['error', 'conversion: file-kind'],
    ['error', 'click: column-missing'],
  ]);
  expect(toAnnotations(SAMPLES.get('no-baseline')!.verdict)).toMatchObject([{ level: 'notice' }]);
  expect(toAnnotations(SAMPLES.get('no-thresholds')!.verdict)).toMatchObject([
    { level: 'warning', title: 'onnx-gate: no-thresholds' },
  ]);
  const told = [{ model: 'conversion', code: 'inconclusive', message: '1 rule could not be decided.' }];
  expect(toAnnotations(verdict({ reasons: told }))).toEqual([]);
});

test('ten of a level at most, and the last says how many more', () => {
  const rules = (count: number, result: 'fail' | 'inconclusive') =>
    Array.from({ length: count }, (_, index) => rule({ metric: `m${index}`, result }));
  const exactly = toAnnotations(verdict({ rules: [...rules(10, 'fail'), ...rules(10, 'inconclusive')] }));
  expect(exactly.map(({ level }) => level)).toEqual([
    ...Array(10).fill('error'),
    ...Array(10).fill('warning'),
  ]);
  expect(exactly.at(-1)!.title).toBe('conversion/m9: inconclusive');
  const more = toAnnotations(verdict({ rules: [...rules(11, 'fail'), ...rules(1234, 'inconclusive')] }));
  expect(more).toHaveLength(20);
  expect(more[9]!.title).toBe('onnx-gate: 2 more errors');
  expect(more[19]!.title).toBe('onnx-gate: 1,225 more warnings');
});
