/** Markdown back into what a reader sees, with a parser that is not ours. */
import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';

export interface Parsed {
  /** Every node, those inside table cells too. */
  readonly nodes: readonly Nodes[];
  /** Text of the cells, one array per table row, the header and delimiter rows left out. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Tables are taken apart as GitHub does (a pipe divides cells unless a backslash stands before it, also in code);
 * everything else, and each cell, is read as CommonMark with GitHub's links from bare addresses.
 */
export function parseMarkdown(markdown: string): Parsed {
  const lines = markdown.split('\n');
  const isRow = (line: string) => line.startsWith('|');
  const cells = lines.filter(isRow).map((line) =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => parse(cell.trim().replaceAll('\\|', '|'))),
  );
  const rest = parse(lines.filter((line) => !isRow(line)).join('\n'));
  const isDelimiter = (row: readonly RootContent[][]) => row.every((cell) => /^:?-+:?$/.test(textOf(cell)));
  const body = cells.filter(
    (row, index) => !isDelimiter(row) && !(cells[index + 1] && isDelimiter(cells[index + 1]!)),
  );
  return {
    nodes: [...rest, ...cells.flat(2)].flatMap(descendants),
    rows: body.map((row) => row.map(textOf)),
  };
}

function parse(markdown: string): RootContent[] {
  return fromMarkdown(markdown, { mdastExtensions: gfmFromMarkdown() }).children;
}

function textOf(nodes: readonly Nodes[]): string {
  return nodes
    .flatMap(descendants)
    .map((node) => ('value' in node ? node.value : ''))
    .join('');
}

function descendants(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap(descendants)] : [node];
}
