/** What XML 1.0 cannot hold, escaped or not (production Char). */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for between tags and inside attributes, of XML and HTML alike. */
export function escapeMarkup(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

export type Attributes = Readonly<Record<string, string | number>>;

/** An element on lines of its own; `children` are elements, and stand indented. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const head = openTag(name, attributes);
  if (children.length === 0) return `<${head}/>`;
  return [`<${head}>`, ...children.map((child) => child.replace(/^/gm, '  ')), `</${name}>`].join('\n');
}

/** An element that holds one line of text. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return `<${openTag(name, attributes)}>${escapeMarkup(text)}</${name}>`;
}

function openTag(name: string, attributes: Attributes): string {
  const pairs = Object.entries(attributes).map(([key, value]) => `${key}="${escapeMarkup(String(value))}"`);
  return [name, ...pairs].join(' ');
}
