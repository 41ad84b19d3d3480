/** HTML that cannot be broken out of: text becomes text, only what this file made is markup. */
import type { Prose } from '../prose.ts';
import { escapeMarkup } from '../xml.ts';

const MADE: unique symbol = Symbol('markup');

export interface Markup {
  readonly [MADE]: string;
}

type Part = Markup | string | number | null | readonly Part[];

/** Text and numbers are escaped; null is nothing; lists are joined. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return raw(strings.reduce((text, string, i) => text + render(parts[i - 1] ?? null) + string));
}

/** Only for text of ours, and for drawings whose maker has escaped what is foreign in them. */
export function raw(text: string): Markup {
  return { [MADE]: text };
}

export function textOf(markup: Markup): string {
  return markup[MADE];
}

function render(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  return isList(part) ? part.map(render).join('') : part[MADE];
}

const isList = (part: Markup | readonly Part[]): part is readonly Part[] => Array.isArray(part);

/** Foreign words as code. */
export function proseMarkup(prose: Prose): Markup {
  return html`${prose.map((piece) => (typeof piece === 'string' ? piece : html`<code>${piece.code}</code>`))}`;
}
