import { expect, test } from 'vitest';
import { renderImageMarkdown, renderImageText } from '../../../src/core/report/image.ts';
import { digestOf, image } from '../gate/samples.ts';

const base = { reference: 'ghcr.io/team/serving:1', digest: digestOf('b') };

test('text: a tag with what it stood for, sizes for people', () => {
  const layers = [{ digest: digestOf('c'), bytes: 200_000, kind: 'model' as const }];
  expect(renderImageText(image({ base, layers, uploadedBytes: 205_000, tags: ['1.2', 'stable'] }))).toBe(
    [
      `Image      ghcr.io/team/m@${digestOf('d')}`,
      `Model      m, version 1, ${digestOf('a')}`,
      `Base       ghcr.io/team/serving:1, which was ${digestOf('b')}`,
      'Built by   append. There is no Dockerfile.',
      'Platforms  linux/amd64',
      'Layers     1, 195 KiB',
      'Sent       200 KiB; the registry had 0 B',
      'Tags       1.2, stable',
      '',
    ].join('\n'),
  );
});

test('a digest is not said twice', () => {
  const pinned = { ...base, reference: `ghcr.io/team/serving@${base.digest}` };
  expect(renderImageText(image({ base: pinned }))).toContain(`Base       ${pinned.reference}\n`);
});

test('Markdown: what others wrote is code, and cannot end a cell or ping anyone', () => {
  const text = renderImageMarkdown(
    image({ notes: ['The base a|b @team <img> is a tag.'], untagged: 'It is `fail`.', tags: [] }),
  );
  expect(text).toMatch(/^## ❌ onnx-gate image\n/);
  expect(text).toContain('| **Tags** | It is `fail`. |');
  expect(text).not.toMatch(/(?<!`)@team|(?<!`)<img>/);
});
