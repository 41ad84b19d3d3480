/** Foreign text in a sentence: on one line, and bounded. */
export function clipText(text: string, most = 200): string {
  const line = text.replaceAll(/[\x00-\x1f\x7f]+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
