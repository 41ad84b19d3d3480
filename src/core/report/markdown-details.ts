import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { html, item, list, paragraph, phrasing, text } from './markdown-nodes.ts';
import type { Prose } from './prose.ts';
import { safeText } from './safe-text.ts';
import type { View } from './view.ts';

/** A page of ours or of the CI host, http or https. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

const MOST_LINKS = 10;
const LEGEND: Prose = [
  'In the strips ',
  { code: '│' },
  ' is no difference, ',
  { code: '┊' },
  ' the most that may be lost and ',
  { code: '├─●─┤' },
  ' the interval of the difference; right is better.',
];

/** Collapsed: methods, the machine, the policy, how to read a strip. Nothing when there are no notes. */
export function details(view: View): RootContent[] {
  const alone = view.models.length === 1;
  const notes = [
    ...view.models.flatMap(({ name, notes }) => notes.map((note) => noteItem(note, alone ? null : name))),
    ...view.notes.map((note) => noteItem(note, null)),
  ];
  if (notes.length === 0) return [];
  const drawn = view.models.some(({ rules }) => rules.some(({ strip }) => strip !== null));
  return [
    html('<details>'),
    html('<summary>How this was measured</summary>'),
    ...list(drawn ? [noteItem(LEGEND, null), ...notes] : notes),
    html('</details>'),
  ];
}

/** Among several models each note names its own. */
export function noteItem(note: Prose, model: string | null): ListItem {
  return item(phrasing(model === null ? note : [{ code: model }, ' · ', ...note]));
}

export function linkLine(links: readonly Link[]): RootContent[] {
  const shown = links.filter(({ url }) => /^https?:\/\/[^\s]{1,500}$/.test(url)).slice(0, MOST_LINKS);
  if (shown.length === 0) return [];
  const linked = shown.flatMap(({ label, url }, index): PhrasingContent[] => [
    ...(index === 0 ? [] : [text(' · ')]),
    { type: 'link', url, children: [text(safeText(label, 60))] },
  ]);
  return [paragraph(...linked)];
}
