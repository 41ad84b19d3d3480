import { expect, test } from 'vitest';
import { byteLength } from '../../../src/core/report/budget.ts';
import { COMMENT_BYTES, renderMarkdown } from '../../../src/core/report/markdown.ts';
import { HOSTILE } from './hostile.ts';
import { pageSample } from './page-sample.ts';

const chartsOf = (markdown: string) =>
  [...markdown.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map(([, body]) => body!);
const { verdict, measurements } = pageSample();

test('the comment draws ROC curves and times, collapsed, with their numbers as tables', () => {
  const markdown = renderMarkdown(verdict, measurements);
  const [roc, latency, ...more] = chartsOf(markdown);
  expect(more).toEqual([]);
  expect(roc!.split('\n')[0]).toBe('xychart-beta');
  const lines = [...roc!.matchAll(/^ {2}line \[(.*)\]$/gm)].map(([, list]) => list!.split(', ').map(Number));
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toHaveLength(11);
    expect(line).toEqual(line.toSorted((a, b) => a - b));
    expect(line.at(-1)).toBe(1);
  }
  expect(latency).toMatch(/^ {2}bar \[[\d., ]+\]$/m);
  expect(markdown).toContain('| False-positive rate | Candidate | Baseline |');
  expect(markdown).toContain('Calibration, bins whose mean score is outside');
});

test('charts are the first to go where there is little room', () => {
  const markdown = renderMarkdown(verdict, measurements, { bytes: 8000 });
  expect(byteLength(markdown)).toBeLessThanOrEqual(8000);
  const whole = renderMarkdown(verdict, measurements);
  const tight = renderMarkdown(verdict, measurements, { bytes: byteLength(whole) - 300 });
  expect(chartsOf(tight)).toEqual([]);
  expect(tight).toContain('1 set of charts');
});

test('no foreign text reaches a chart', () => {
  const clean = chartsOf(renderMarkdown(verdict, measurements));
  for (const text of HOSTILE.filter((one) => one.length < 100)) {
    const hostile = pageSample(text);
    const markdown = renderMarkdown(hostile.verdict, hostile.measurements);
    expect(byteLength(markdown)).toBeLessThanOrEqual(COMMENT_BYTES);
    expect(chartsOf(markdown)).toEqual(clean);
  }
});
