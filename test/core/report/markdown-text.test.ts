/** Text that is written as it stands must be text that the library would not escape either. */
import type { RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import {
  code,
  item,
  list,
  markdownOf,
  paragraph,
  row,
  strong,
  text,
} from '../../../src/core/report/markdown-nodes.ts';
import { seededRandom } from '../../../src/core/stats/random.ts';

const asTheLibrary = (children: RootContent[]) =>
  toMarkdown(
    { type: 'root', children },
    { extensions: [gfmToMarkdown({ tablePipeAlign: false })], bullet: '-', emphasis: '_' },
  );

/** Letters that start constructs when they meet, and ordinary ones between. */
const LETTERS = [
  ...'aWw1 0.,:;()[]!-+=#*_~<>|`\\/@&%"\'\n\t−├é．',
  'www.',
  'https://',
  '1. ',
  '- ',
  '](',
  '--|',
];

const PLACES: Readonly<Record<string, (value: string) => RootContent[]>> = {
  'a paragraph': (value) => [paragraph(text(value))],
  'a heading': (value) => [{ type: 'heading', depth: 3, children: [text(value)] }],
  'a list': (value) => list([item([text(value)]), item([text(value), code('x')])]),
  'text beside code': (value) => [paragraph(code('a'), text(value), code('b'))],
  'text beside text': (value) => [paragraph(text('www'), text(value), text('[1]'), text(value))],
  'text beside emphasis': (value) => [paragraph(text(value), strong('b'), text(value))],
  'a cell': (value) => [
    {
      type: 'table',
      align: [null, 'right'],
      children: [
        row([
          { type: 'tableCell', children: [text('head')] },
          { type: 'tableCell', children: [text(value)] },
        ]),
        row([
          { type: 'tableCell', children: [text(value), code('c')] },
          { type: 'tableCell', children: [] },
        ]),
      ],
    },
  ],
};

describe('text in Markdown', () => {
  it.each(Object.entries(PLACES))('in %s is as the library writes it', (_, place) => {
    const random = seededRandom(7);
    for (let i = 0; i < 10_000; i++) {
      const length = 1 + Math.floor(random.uniform() * 6);
      const value = Array.from({ length }, () => LETTERS[Math.floor(random.uniform() * LETTERS.length)]).join(
        '',
      );
      expect(markdownOf(place(value)), JSON.stringify(value)).toBe(asTheLibrary(place(value)));
    }
  });
});
