import { html, type Markup } from './markup.ts';

export interface Cell {
  readonly content: Markup | string;
  /** What the column is sorted by; the text when absent. An empty text goes last. */
  readonly sort?: number | string | null;
}

export interface TableColumn {
  readonly header: string;
  readonly align?: 'left' | 'right' | 'center';
}

export interface TableOptions {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  /** The first cell of each is its head. */
  readonly rows: readonly (readonly Cell[])[];
  readonly sortable?: boolean;
}

/** In a box that scrolls sideways, also by keyboard. */
export function table({ caption, columns, rows, sortable = true }: TableOptions): Markup {
  const many = sortable && rows.length > 1;
  const align = (at: number) => columns[at]!.align ?? 'left';
  const cells = (row: readonly Cell[]) =>
    row.map(({ content, sort }, at) => {
      const key = sort === undefined ? null : html` data-sort="${sort === null ? '' : String(sort)}"`;
      return at === 0
        ? html`<th scope="row" class="${align(at)}"${key}>${content}</th>`
        : html`<td class="${align(at)}"${key}>${content}</td>`;
    });
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table class="${many ? 'sortable' : 'plain'}">
<caption>${caption}</caption>
<thead><tr>${columns.map(({ header }, at) => html`<th scope="col" class="${align(at)}">${header}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${cells(row)}</tr>\n`)}</tbody>
</table></div>`;
}
