import { expect, test } from 'vitest';
import type { Evaluation } from '../../../src/core/documents/evaluation.ts';
import { renderMarkdown } from '../../../src/core/report/markdown.ts';
import { rule, SAMPLES, verdict } from './samples.ts';

const { measurements } = SAMPLES.get('fail')!;
const slices = (count: number, result: 'pass' | 'fail' | 'inconclusive', more: object = {}) =>
  Array.from({ length: count }, (_, i) =>
    rule({ metric: 'auc', slice: `${result}=${i}`, result, value: 0.9, reason: `Slice ${i}.`, ...more }),
  );
const rowsOf = (text: string, name: string) => text.match(new RegExp(`^\\| .auc. on .${name}=`, 'gm')) ?? [];

test('failed slices are rows, passed ones a line, undecided ones a few rows and a line', () => {
  const rules = [
    rule({ metric: 'auc', result: 'pass', value: 0.9 }),
    ...slices(30, 'pass'),
    ...slices(12, 'fail'),
    ...slices(8, 'inconclusive'),
  ];
  const text = renderMarkdown(verdict({ verdict: 'fail', exitCode: 1, rules }), measurements);
  expect(['fail', 'inconclusive', 'pass'].map((name) => rowsOf(text, name).length)).toEqual([12, 5, 0]);
  expect(text).toContain('Failed: 12 of 51 rules');
  expect(text).toMatch(/`auc` passed on 30 slices: `pass=0`, .* and 18 more\./);
  expect(text).toMatch(/`auc` could not be decided on 3 more slices: `inconclusive=5`/);
});

test('among warnings those that something is worse come first', () => {
  const warn = { level: 'warn' };
  const rules = [...slices(6, 'inconclusive', warn), ...slices(2, 'fail', warn)];
  const text = renderMarkdown(verdict({ rules }), measurements);
  expect([rowsOf(text, 'fail').length, rowsOf(text, 'inconclusive').length]).toEqual([2, 3]);
  expect(text).toContain('`auc` warns on 3 more slices');
});

test('slices that are too small are listed, and churn is a line', () => {
  const documents = measurements.map((one) =>
    one.schema !== 'onnx-gate/evaluation/v1'
      ? one
      : ({
          ...one,
          slices: [
            {
              name: 'month',
              measured: [],
              suppressed: [{ slice: 'month=2', rows: 66, positives: 2, reason: '66 rows; 200 are needed' }],
              reason: null,
            },
          ],
          churn: {
            rows: 4932,
            groups: 1204,
            threshold: 0.5,
            flipRate: 0.0321,
            meanShift: 0.021,
            maxShift: 0.5,
            spearman: 0.93,
            kendallTauB: 0.8,
            k: 10,
            overlap: 0.87,
            rbo: 0.9,
            firstChanged: 0.12,
            winTieLoss: [{ metric: 'logloss', wins: 700, ties: 4, losses: 1 }],
          },
        } satisfies Evaluation),
  );
  const text = renderMarkdown(verdict({ rules: slices(1, 'pass') }), documents);
  expect(text).toContain('1 slice of `month` too small to judge: `month=2` (66 rows; 200 are needed).');
  expect(text).toContain(
    'Churn against the baseline: 3.2% of rows on the other side of 0.5; scores differ by 0.0210 on average, 0.5000 at most; rank correlation 0.930 (Spearman); the first 10 of a group share 87.0% of their rows; the first row is another one in 12.0% of groups; by logloss 700 groups are better, 4 equal, 1 worse.',
  );
});
