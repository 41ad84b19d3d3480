/** An image for people: what is where, and what it cost. */
import type { Image } from '../documents/image.ts';
import { formatBytes } from './format.ts';
import { cell, item, list, markdownOf, phrasing, row, strong, text } from './markdown-nodes.ts';
import { proseOf } from './prose.ts';
import { safeText } from './safe-text.ts';

/** Name and words; what stands between backticks is as a registry or a user wrote it. */
function factsOf(image: Image): [name: string, words: string][] {
  const { engine, base, tags, platforms, layers, untagged, uploadedBytes, reusedBytes } = image;
  const total = layers.reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    ['Image', `\`${image.reference}\``],
    ['Model', `\`${image.served.name}\`, version ${image.served.version}, \`${image.candidate.digest}\``],
    ...(base ? [['Base', baseWords(base)] satisfies [string, string]] : []),
    ['Built by', `${engine.name}. ${engine.why}`],
    ...(platforms.length > 0 ? [['Platforms', platforms.join(', ')] satisfies [string, string]] : []),
    ['Layers', `${layers.length}, ${formatBytes(total)}`],
    ['Sent', `${formatBytes(uploadedBytes)}; the registry had ${formatBytes(reusedBytes)}`],
    ['Tags', tags.length > 0 ? tags.map((tag) => `\`${tag}\``).join(', ') : (untagged ?? 'none')],
  ];
}

/** A tag with what it stood for. */
const baseWords = ({ reference, digest }: NonNullable<Image['base']>) =>
  reference.endsWith(digest) ? `\`${reference}\`` : `\`${reference}\`, which was \`${digest}\``;

/** Ends with a newline. */
export function renderImageText(image: Image): string {
  const facts = factsOf(image);
  const width = Math.max(...facts.map(([name]) => name.length));
  return facts
    .map(([name, words]) => `${name.padEnd(width)}  ${safeText(words).replaceAll('`', '')}\n`)
    .join('');
}

/** For a job summary. */
export function renderImageMarkdown(image: Image): string {
  const heading = `${image.untagged === null ? '✅' : '❌'} onnx-gate image`;
  return markdownOf([
    { type: 'heading', depth: 2, children: [text(heading)] },
    {
      type: 'table',
      children: [
        row([cell(text('')), cell(text(''))]),
        ...factsOf(image).map(([name, words]) =>
          row([cell(strong(name)), cell(...phrasing(proseOf(words)))]),
        ),
      ],
    },
    ...list(image.notes.map((note) => item(phrasing(proseOf(note))))),
  ]);
}
