import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import type { Chart } from '../../../src/core/report/charts/chart.ts';
import { renderHtml } from '../../../src/core/report/html/page.ts';
import { SORT_SCRIPT, SORT_SCRIPT_SHA256 } from '../../../src/core/report/html/script.ts';
import { pageSample } from './page-sample.ts';

const { verdict, measurements, history } = pageSample();
const drawn: Chart[] = [];
const page = renderHtml(
  verdict,
  measurements,
  (chart) => {
    drawn.push(chart);
    return '<svg></svg>';
  },
  { history, commit: '8f3a1c9d2e7b4a60' },
);
const { document } = parseHTML(page);

test('only the script that the page was made with may run', () => {
  expect(createHash('sha256').update(SORT_SCRIPT).digest('base64')).toBe(SORT_SCRIPT_SHA256);
  const policy = document
    .querySelector('meta[http-equiv="Content-Security-Policy"]')!
    .getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src 'sha256-${SORT_SCRIPT_SHA256}'`);
});

test('has every chart that there are numbers for, each with its numbers as a table', () => {
  expect(drawn.map(({ title }) => title)).toEqual([
    'ROC curve',
    'Precision–recall curve',
    'Reliability diagram',
    'Groups won, tied and lost',
    'Scores of rows with label 1',
    'Scores of rows with label 0',
    'auc by slice',
    'Time per call, batch 32',
    ...[...document.querySelectorAll('h4')].flatMap(({ textContent }) =>
      textContent.includes(' over 3 runs') ? [textContent] : [],
    ),
  ]);
  expect(document.querySelectorAll('figure details table').length).toBe(drawn.length);
});

test('draws both graphs, and says in words what only one has', () => {
  const graphs = [...document.querySelectorAll('figure.graph')].map((figure) => ({
    title: figure.querySelector('svg title')!.textContent,
    words: figure.querySelector('figcaption p')!.textContent,
    marked: [...figure.querySelectorAll('svg .only + text')].map(({ textContent }) => textContent),
  }));
  expect(graphs).toEqual([
    { title: 'Graph of the candidate', words: 'Only here (+): Relu.', marked: ['+ Relu'] },
    {
      title: 'Graph of the baseline',
      words: 'Only here (−): conversion before.',
      marked: ['− conversion before'],
    },
  ]);
});

test('draws a graph that both models have once', () => {
  const same = measurements.map((one) =>
    one.schema === 'onnx-gate/validation/v1'
      ? { ...one, comparison: { ...one.comparison!, baselineDrawing: one.summary!.drawing } }
      : one,
  );
  const { document: other } = parseHTML(renderHtml(verdict, same, () => '<svg></svg>'));
  expect([...other.querySelectorAll('figure.graph h4')].map(({ textContent }) => textContent)).toEqual([
    'Graph of both models',
  ]);
  expect(other.querySelectorAll('svg .only')).toHaveLength(0);
});

test('names rows and columns to whoever hears the page', () => {
  for (const head of document.querySelectorAll('th'))
    expect(head.getAttribute('scope')).toMatch(/^(row|col)$/);
  for (const table of document.querySelectorAll('table'))
    expect(table.querySelector('caption')!.textContent).not.toBe('');
});

test('shows every rule, also those that the comment folds', () => {
  const text = document.querySelector('main')!.textContent;
  for (const { slice } of verdict.rules) if (slice !== null) expect(text).toContain(slice);
});

test('a rule shows what its holdout detects and the rows that its margin needs, where they are known', () => {
  const headers = (more: object) => {
    const rules = verdict.rules.map((one) => ({ ...one, ...more }));
    const { document } = parseHTML(renderHtml({ ...verdict, rules }, [], () => '<svg></svg>', {}));
    const cells = [...document.querySelectorAll('table tr')].map(({ textContent }) => textContent);
    return cells.join('\n');
  };
  const known = headers({ mde: 0.0078, rowsNeeded: 38_849, unit: 'score' });
  expect(known).toContain('Detectable');
  expect(known).toContain('0.0078');
  expect(known).toContain('Rows needed');
  expect(known).toContain('39,000');
  expect(headers({ mde: null })).not.toMatch(/Detectable|Rows needed/);
});
