import { describe, expect, test } from 'vitest';
import { fitted } from '../../../src/core/report/budget.ts';
import { COMMENT_BYTES, renderMarkdown, SUMMARY_BYTES } from '../../../src/core/report/markdown.ts';
import { PLAIN_PALETTE } from '../../../src/core/report/palette.ts';
import { renderText } from '../../../src/core/report/text.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { rule, SAMPLES, verdict } from './samples.ts';

const bytesOf = (text: string) => Buffer.byteLength(text, 'utf8');
const NOTE = 'Left out here for size: ';

const many = SAMPLES.get('many-models')!;
const whole = renderMarkdown(many.verdict, many.measurements);

describe('the byte budget', () => {
  test('counts bytes, not characters: the sample has CJK and emoji', () => {
    expect(bytesOf(whole)).toBeGreaterThan(whole.length);
    expect(whole).not.toContain(NOTE);
  });

  test('at the edge: everything fits, one byte less and something is left out', () => {
    const full = bytesOf(whole);
    expect(renderMarkdown(many.verdict, many.measurements, { bytes: full })).toBe(whole);
    const less = renderMarkdown(many.verdict, many.measurements, { bytes: full - 1 });
    expect(bytesOf(less)).toBeLessThan(full);
    expect(less).toContain(`${NOTE}1 note. All of it is in \`verdict.json\`.`);
  });

  test('holds for every budget, and keeps the failed rules longest', () => {
    for (let bytes = 300; bytes < bytesOf(whole); bytes += 211) {
      const text = renderMarkdown(many.verdict, many.measurements, { bytes, full: '推薦/🛒.json' });
      expect(bytesOf(text)).toBeLessThanOrEqual(bytes);
      expect(text).toContain('## ❌ onnx-gate · Failed: 2 of 26 rules');
      expect(text).toContain(NOTE);
      const verdicts = parseMarkdown(text).rows.map((row) => row.at(-1)!);
      const failed = verdicts.filter((one) => one.includes('failed')).length;
      if (verdicts.some((one) => one.includes('passed'))) expect(failed).toBe(2);
      if (verdicts.length > 0) expect(verdicts[0]).toContain('failed');
    }
  });

  test('that cannot hold the headline is refused', () => {
    expect(() => renderMarkdown(many.verdict, many.measurements, { bytes: 100 })).toThrow(RangeError);
  });
});

describe('a thousand parts', () => {
  const parts = Array.from({ length: 1000 }, (_, index) => index);
  const render = (count: number, late = 1) =>
    'x'.repeat(10 * Math.min(count, 900) + 10 * late * Math.max(0, count - 900));
  const weighed = (budget: number, late = 1) => {
    let asked = 0;
    const weigh = (index: number) => {
      asked++;
      return index < 900 ? 10 : 10 * late;
    };
    const text = fitted(parts, weigh, budget, (count) => render(count, late))!;
    return { asked, bytes: text.length };
  };

  test('that fit with ease are not all weighed', () => {
    expect(weighed(100_000)).toEqual({ asked: 200, bytes: 10_000 });
  });

  test('that fit barely, or only seem to fit, still fill the budget and no more', () => {
    expect(weighed(10_000)).toEqual({ asked: 1000, bytes: 10_000 });
    // The last hundred are 30 times as heavy as the others.
    expect(weighed(25_000, 30)).toEqual({ asked: 956, bytes: 24_900 });
  });
});

describe('ten thousand rules', () => {
  const sample = SAMPLES.get('fail')!;
  const rules = Array.from({ length: 10_000 }, (_, index) =>
    index % 1000 === 999
      ? rule({
          metric: 'auc',
          slice: `@everyone|${index}`,
          result: 'fail',
          value: 0.5,
          reason: `Slice ${index} of @everyone lost.`,
        })
      : rule({ metric: `地域=${index}🛒`, result: 'pass', value: 0.9 }),
  );
  const large = verdict({ verdict: 'fail', exitCode: 1, rules });

  test.each([2000, COMMENT_BYTES, SUMMARY_BYTES])('in %i bytes of Markdown', (bytes) => {
    const text = renderMarkdown(large, sample.measurements, { bytes, full: 'out/verdict.json' });
    expect(bytesOf(text)).toBeLessThanOrEqual(bytes);
    const { rows } = parseMarkdown(text);
    const shown = rows.filter((row) => row.at(-1)!.includes('passed')).length;
    const missing = (9990 - shown).toLocaleString('en');
    if (shown < 9990)
      expect(text).toContain(`${missing} passed rules. All of it is in \`out/verdict.json\`.`);
    if (bytes >= COMMENT_BYTES) expect(rows.filter((row) => row.at(-1)!.includes('failed'))).toHaveLength(10);
    // The room is used: nothing larger than one row is given away.
    if (shown < 9990 && shown > 0) expect(bytesOf(text)).toBeGreaterThan(bytes - 400);
  });

  test('in a terminal', () => {
    const text = renderText(large, sample.measurements, {
      palette: PLAIN_PALETTE,
      files: ['out/verdict.json'],
    });
    expect(text.split('\n').length).toBeLessThan(400);
    expect(text.match(/✗ {2}auc on/g)).toHaveLength(10);
    expect(text).toMatch(/Not shown: .*passed rules.* All of it is in out\/verdict\.json\./);
  });
});
