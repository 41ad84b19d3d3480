import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../src/core/report/markdown.ts';
import { PLAIN_PALETTE } from '../../../src/core/report/palette.ts';
import { renderText } from '../../../src/core/report/text.ts';
import { evaluation, judged, moved } from '../gate/samples.ts';
import { parseMarkdown } from './parse-markdown.ts';

const where = {
  metric: 'auc',
  loss: 0.05,
  method: 'sum' as const,
  slices: [{ slice: 'region=<b>3', rows: 812, loss: 0.03 }],
  groups: [{ group: '@ada', rows: 1, loss: 0.06 }],
  rows: [{ row: 1207, label: 1, candidate: 0.02, baseline: 0.91, loss: 0.0002 }],
};
const data = [
  {
    check: 'constant-column',
    level: 'warning' as const,
    message: '`shop` is `4` in every row.',
    column: 'shop',
  },
  { check: 'label-balance', level: 'info' as const, message: '700 of 4,000 rows are positive.' },
];
const document = evaluation([moved(-0.05, -0.06, -0.04)], { where: [where], data });
const verdict = (margin: number) =>
  judged({ metrics: { auc: { margin } } }, { documents: [document], scope: ['evaluation'] });

describe('a failed rule', () => {
  test('says where in a folded part of Markdown', () => {
    const text = renderMarkdown(verdict(0.002), [document]);
    const folded = /<details>\n\n<summary>Where it is worse<\/summary>\n\n(.*?)\n\n<\/details>/s.exec(
      text,
    )?.[1];
    expect(folded?.split('\n')).toEqual([
      '- `auc`: Slices that lose most, in shares of the loss: `region=<b>3` 60.0% (812 rows).',
      '- `auc`: Groups that lose most: `@ada` 120.0% (1 row).',
      '- `auc`: Worst rows, baseline → candidate: row 1207 (label 1) 0.9100 → 0.0200.',
    ]);
  });

  test('says where below its reason on a terminal', () => {
    const text = renderText(verdict(0.002), [document], { palette: PLAIN_PALETTE, width: 120, files: [] });
    expect(text).toContain('    Groups that lose most: @ada 120.0% (1 row).');
  });

  test('is within the bytes of a comment', () => {
    for (const bytes of [1500, 2000, 2500]) {
      const text = renderMarkdown(verdict(0.002), [document], { bytes });
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(bytes);
    }
  });
});

test('a rule that passes says nothing of it', () => {
  expect(renderMarkdown(verdict(0.1), [document])).not.toContain('Where it is worse');
});

test('warnings about the holdout are a line each, the rest stays in the document', () => {
  const text = renderMarkdown(verdict(0.1), [document]);
  expect(text).toContain('- ⚠️ `shop` is `4` in every row. (`constant-column`)');
  expect(text).not.toContain('are positive');
});

test('foreign words stay harmless', () => {
  const foul = `@everyone |<script>\u202e\n::error::${'x'.repeat(3000)}`;
  const one = { ...where, slices: [{ ...where.slices[0]!, slice: foul }] };
  const groups = [{ group: foul, rows: 1, loss: 0.06 }];
  const odd = { check: 'constant-column', level: 'warning' as const, message: `\`${foul}\` is odd.` };
  const hostile = { ...document, where: [{ ...one, groups }], data: [odd] };
  const markdown = renderMarkdown(verdict(0.002), [hostile]);
  expect(markdown).not.toMatch(/\u202e|^::|^\s*<script/m);
  for (const node of parseMarkdown(markdown).nodes) {
    if (node.type === 'text') expect(node.value).not.toMatch(/@everyone|<script/);
    if (node.type === 'html') expect(node.value).toMatch(/^<\/?(details|summary)>/);
  }
  const shown = renderText(verdict(0.002), [hostile], { palette: PLAIN_PALETTE, width: 80, files: [] });
  expect(shown).not.toMatch(/\u202e|^\s*::/m);
  expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});
