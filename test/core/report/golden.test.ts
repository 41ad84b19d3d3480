import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DOCUMENTS } from '../../../src/core/documents/index.ts';
import { renderMarkdown } from '../../../src/core/report/markdown.ts';
import { PLAIN_PALETTE } from '../../../src/core/report/palette.ts';
import { renderText } from '../../../src/core/report/text.ts';
import { SAMPLES } from './samples.ts';

const FILES = ['.onnx-gate/verdict.json', '.onnx-gate/comment.md'];
const LINKS = [
  { label: 'All documents of this run', url: 'https://github.example/shop/models/actions/runs/42' },
];

/** `GOLDEN=write npx vitest run test/core/report` writes the files anew; read the difference before committing it. */
function expectGolden(name: string, text: string): void {
  const file = new URL(`golden/${name}`, import.meta.url);
  if (process.env.GOLDEN === 'write') writeFileSync(file, text);
  expect(existsSync(file), `golden/${name} is missing`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

describe.each([...SAMPLES])('%s', (name, { verdict, measurements }) => {
  test('is a valid set of documents', () => {
    expect(DOCUMENTS.verdict.safeParse(verdict).error).toBeUndefined();
    for (const document of measurements) {
      const kind = document.schema.split('/')[1] as 'validation' | 'evaluation' | 'benchmark';
      expect(DOCUMENTS[kind].safeParse(document).error).toBeUndefined();
    }
  });

  test('as Markdown', () => {
    expectGolden(
      `${name}.md`,
      renderMarkdown(verdict, measurements, { links: LINKS, commit: '8f3a1c9d2e7b4a60' }),
    );
  });

  test.each([80, 120])('as text, %i columns wide', (width) => {
    const text = renderText(verdict, measurements, { palette: PLAIN_PALETTE, width, files: FILES });
    expectGolden(`${name}.${width}.txt`, text);
  });
});
