import type {
  BlockContent,
  Html,
  InlineCode,
  ListItem,
  PhrasingContent,
  RootContent,
  TableCell,
  TableRow,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { Piece, Prose } from './prose.ts';

/** Nothing in it is Markdown's but `[`, unless it stands at the start or the end of a line. */
const PLAIN =
  /^(?:[^\0-\x1F\x7F!-/:-@[-`{-~]|["$%'),/;=>?[\]^{}+-]|(?<!^|[Ww])\.|(?<!^|\])\(|(?<!^):(?= ))*$/;

/** Looking for all that may have to be escaped took two thirds of rendering; most text has nothing of it. */
const handleText: Handle = (node, parent, state, info) => {
  const value: string = node.value;
  const inLine =
    (info.before !== '\n' || /^[A-Za-z]/.test(value)) && (info.after !== '\n' || !value.endsWith(' '));
  return inLine && PLAIN.test(value)
    ? value.replaceAll('[', '\\[')
    : defaultHandlers.text(node, parent, state, info);
};

const OPTIONS: Options = {
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  handlers: { text: handleText },
  bullet: '-',
  emphasis: '_',
};

export function markdownOf(children: readonly RootContent[]): string {
  return toMarkdown({ type: 'root', children: [...children] }, OPTIONS);
}

/** One line of a table, as it stands in the whole. */
export function rowMarkdown(row: TableRow): string {
  return toMarkdown(row, OPTIONS);
}

/** The only way for foreign text into Markdown. */
export function code(value: string): InlineCode {
  // In a table cell `\|` is a pipe, also in code: without the blank, the backslash would be lost.
  return { type: 'inlineCode', value: value.replace(/\\(?=\|)/g, '\\ ') };
}

/** Only for fixed strings of ours. */
export function html(
  value:
    | '<details>'
    | '</details>'
    | '<sub>'
    | '</sub>'
    | '<summary>How this was measured</summary>'
    | '<summary>Where it is worse</summary>'
    | '<summary>Charts</summary>',
): Html {
  return { type: 'html', value };
}

export function phrasing(prose: Prose): PhrasingContent[] {
  return prose.map((piece: Piece) =>
    typeof piece === 'string' ? { type: 'text', value: piece } : code(piece.code),
  );
}

export function paragraph(...children: readonly PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children: [...children] };
}

export function item(children: readonly PhrasingContent[]): ListItem {
  return { type: 'listItem', spread: false, children: [paragraph(...children)] };
}

/** Nothing for no items. */
export function list(items: readonly ListItem[]): BlockContent[] {
  return items.length === 0 ? [] : [{ type: 'list', ordered: false, spread: false, children: [...items] }];
}

export function cell(...children: readonly PhrasingContent[]): TableCell {
  return { type: 'tableCell', children: [...children] };
}

export function row(cells: readonly TableCell[]): TableRow {
  return { type: 'tableRow', children: [...cells] };
}

export function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

export function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] };
}
