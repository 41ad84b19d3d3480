/** Lines of the comment that the golden files have no occasion for. */
import { expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/core/report/markdown.ts';
import { evaluation, judged, metric, moved } from '../gate/samples.ts';
import { pageSample } from './page-sample.ts';
import { parseMarkdown } from './parse-markdown.ts';

it('churn, calibration and latency are lines, behind what failed', () => {
  const { verdict, measurements } = pageSample();
  const text = renderMarkdown(verdict, measurements);
  expect(text).toMatch(/Churn against the baseline: 3\.0% of rows on the other side of 0\.5; /);
  expect(text).toMatch(/Calibration, bins .*: candidate 0 of 20, baseline 6 of 19\./);
  expect(text).toMatch(/^\| `p99 batch 32` \| 18\.4 ms /m);
  expect(text).not.toContain('&#x');
  expect(text.indexOf('Churn')).toBeGreaterThan(text.indexOf('failed'));
});

it('a waiver that was used, and when it ends, stand before the rules', () => {
  const waiver = { ceiling: 0.02, reason: 'catalogue migration', owner: '@search', issue: 123 };
  const verdict = judged(
    { metrics: { auc: { margin: 0.002 }, logloss: { max: 0.9 } } },
    {
      documents: [
        evaluation([moved(-0.01, -0.012, -0.008), metric({ metric: 'logloss', direction: 'lower' })]),
      ],
    },
    [{ ...waiver, rule: 'm/auc', expires: '2027-02-03' }],
  );
  const text = renderMarkdown(verdict, []);
  expect(text.indexOf('waived until 2027-02-03')).toBeGreaterThan(0);
  expect(text.indexOf('waived until 2027-02-03')).toBeLessThan(text.indexOf('| Rule'));
  expect(text).toContain('3 days');
  expect(
    parseMarkdown(text)
      .rows.map((row) => row.at(-1))
      .join(),
  ).toMatch(/^⚠️.warning,✅.passed$/);
});
