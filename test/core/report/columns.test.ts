import { expect, test } from 'vitest';
import { clip, padEnd, padStart, tableLines, widthOf, wrap } from '../../../src/core/report/columns.ts';

test.each([
  ['abc', 3],
  ['推薦', 4],
  ['한국', 4],
  ['ｆｕｌｌ', 8],
  ['🛒', 2],
  ['e\u0301', 1],
  ['−±┊●', 4],
])('%s takes %i columns', (text, width) => expect(widthOf(text)).toBe(width));

test('clipping counts columns, and never shows half of a wide character', () => {
  expect(clip('models/conversion.onnx', 11)).toBe('model….onnx');
  for (let width = 0; width < 14; width++)
    expect(widthOf(clip('推薦推薦推薦', width))).toBeLessThanOrEqual(width);
  expect(clip('short', 5)).toBe('short');
});

test('padding', () => {
  expect(padEnd('推', 4)).toBe('推  ');
  expect(padStart('推', 4)).toBe('  推');
  expect(padEnd('long', 2)).toBe('long');
});

test('wrapping breaks at blanks, and inside a word only when it must', () => {
  expect(wrap('one two three four', 10)).toEqual(['one two', 'three four']);
  expect(wrap('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'xxxxx']);
  expect(wrap('', 10)).toEqual(['']);
});

test('a table is painted after it is padded', () => {
  const columns = [
    { header: 'rule', align: 'left', cells: ['a', '推薦'] },
    { header: 'n', align: 'right', cells: ['10', '2'] },
  ] as const;
  expect(tableLines(columns, (cell, row) => (row === 1 ? `<${cell}>` : cell))).toEqual([
    'rule   n',
    'a     10',
    '<推薦>  < 2>',
  ]);
});
