/** An identifier, such as a column name from a foreign file. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A string literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A list of literals, such as the files of `read_parquet`. */
export function quoteList(texts: readonly string[]): string {
  return `[${texts.map(quoteText).join(', ')}]`;
}

/** Foreign text in a sentence: on one line, at most `most` characters. */
export function clip(text: string, most = 80): string {
  const line = text.replaceAll(/[\x00-\x1f\x7f]+/g, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}
