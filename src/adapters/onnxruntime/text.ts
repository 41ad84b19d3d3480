/** Foreign words in our sentences: bounded, on one line, without control characters. */

/** At most `most` characters, the last of them an ellipsis where something was cut. */
export function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** ANSI colours, control characters and line breaks become single spaces. */
export function oneLine(text: string): string {
  return text
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** A name in quotation marks. */
export const quote = (name: string): string => JSON.stringify(clip(oneLine(name), 100));

/** The first ten names, quoted. */
export function list(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const shown = names.slice(0, 10).map(quote).join(', ');
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}

/** `[batch, 17]`; an unnamed dimension is `?`. */
export const shapeText = (shape: readonly (number | string | null)[]): string =>
  `[${shape.map((size) => (size === null ? '?' : clip(oneLine(String(size)), 40))).join(', ')}]`;

/** Whole mebibytes, as limits are written. */
export const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MiB`;
