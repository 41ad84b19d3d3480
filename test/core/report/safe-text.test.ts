import { describe, expect, test } from 'vitest';
import { plainText, proseOf } from '../../../src/core/report/prose.ts';
import { annotationText, inertLines, safeName, safeText } from '../../../src/core/report/safe-text.ts';

test.each([
  ['plain', 'plain'],
  ['a\nb\r\n\tc\u2028d', 'a b c d'],
  ['  spaced \u00A0\u3000 out ', 'spaced out'],
  ['\u001B[1;31mred\u001B[0m', 'red'],
  ['\u001B]8;;https://x.example\u0007link\u001B]8;;\u001B\\', 'link'],
  ['\u009B31mred', 'red'],
  ['\u001B]0;never closed', '0;never closed'],
  ['evil\u202Egnp.exe', 'evilgnp.exe'],
  ['a\u200Bb\u200Dc\uFEFFd\u00ADe', 'abcde'],
  ['tag\u{E0041}\u{E007F}ged', 'tagged'],
  ['lone \uD800 half', 'lone half'],
  ['\u3164\u115F', ''],
  ['推薦 🛒 ñ עברית', '推薦 🛒 ñ עברית'],
])('%j shows as %j', (text, shown) => expect(safeText(text)).toBe(shown));

describe('length', () => {
  test('counts code points and never halves one', () => {
    expect(safeText('🛒'.repeat(10), 5)).toBe('🛒🛒🛒🛒…');
    expect(safeText('12345', 5)).toBe('12345');
    expect(safeText('123456', 5)).toBe('1234…');
  });

  test('a name is cut in the middle and is never empty', () => {
    expect(safeName('models/a/very/long/path/conversion.onnx', 20)).toBe('models/a/v…sion.onnx');
    expect(safeName('\u200B')).toBe('(empty)');
  });

  test('an annotation holds 4,096', () => {
    expect(annotationText('x'.repeat(5000))).toHaveLength(4096);
    expect(annotationText('one\n::error::two')).toBe('one ::error::two');
  });

  test('a name of a megabyte keeps both its ends', () => {
    const name = safeName(`start${'x'.repeat(1_000_000)}end`);
    expect(name).toHaveLength(120);
    expect(name).toMatch(/^startx+…x+end$/);
  });
});

test('no line is a command of a CI host', () => {
  expect(inertLines('::error::a\n  ::set-output::b\na::b\n##[error]c')).toBe(
    ': error::a\n  : set-output::b\na::b\n# [error]c',
  );
});

describe('prose', () => {
  test.each([
    ['AUC fell by 0.0213, from 0.9239 to 0.9026.', ['AUC fell by 0.0213, from 0.9239 to 0.9026.']],
    [
      'Interval [−0.0271, −0.0156] (95%) ≥ −0.002; 4,932 rows!',
      ['Interval [−0.0271, −0.0156] (95%) ≥ −0.002; 4,932 rows!'],
    ],
    ['no column `user id`.', ['no column ', { code: 'user id', quoted: true }, '.']],
    ['ask @octocat now', ['ask ', { code: '@octocat' }, ' now']],
    ['see #12 and GH-7', ['see ', { code: '#12' }, ' and ', { code: 'GH-7' }]],
    [
      'at https://x.example or www.x.example',
      ['at ', { code: 'https://x.example' }, ' or ', { code: 'www.x.example' }],
    ],
    ['user_id is <b>', [{ code: 'user_id' }, ' is ', { code: '<b>' }]],
    ['(by @octocat), or user_id.', ['(by ', { code: '@octocat' }, '), or ', { code: 'user_id' }, '.']],
    ['commit 8f3a1c9d2e', ['commit ', { code: '8f3a1c9d2e' }]],
    ['one ` tick', ['one ', { code: '`' }, ' tick']],
    ['`a`@b', [{ code: 'a@b' }]],
    ['', []],
  ])('of %j', (text, pieces) => expect(proseOf(text)).toEqual(pieces));

  test('reads as it was written', () => {
    const text = 'No column `user id` for @octocat, see #12.';
    expect(plainText(proseOf(text))).toBe(text);
  });
});
