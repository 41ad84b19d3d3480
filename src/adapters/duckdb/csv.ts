/** How a CSV file is written, from its header line alone: the first rows must not decide what a late one means. */
import { fault } from '../../core/errors.ts';
import type { Engine } from './engine.ts';
import { clip, quoteText } from './sql.ts';

export interface Dialect {
  readonly delimiter: string;
  /** Null when the header does not end with its line. */
  readonly names: readonly string[] | null;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * The delimiter that splits the header most often, a tab for `.tsv`; quotes are `"` throughout.
 * Throws `holdout-unreadable` when the header names a column twice: which one is meant cannot be known.
 */
export async function readDialect(engine: Engine, path: string, tabs: boolean): Promise<Dialect> {
  // A delimiter that text does not contain makes DuckDB hand over whole lines, unpacked.
  const options = `delim='\x01', quote='', escape='', comment='', header=false, auto_detect=false`;
  const rows = await engine.rows(
    `SELECT line FROM read_csv(${quoteText(path)}, ${options}, columns={'line': 'VARCHAR'}) LIMIT 1`,
  );
  const line = String(rows[0]?.[0] ?? '');
  const splits = DELIMITERS.map((delimiter) => ({ delimiter, names: splitHeader(line, delimiter) }));
  const width = (names: readonly string[] | null) => names?.length ?? 0;
  const widest = splits.toSorted((a, b) => width(b.names) - width(a.names))[0]!;
  const chosen = tabs ? splits.find(({ delimiter }) => delimiter === '\t')! : widest;
  const named = (chosen.names ?? []).filter((name) => name !== '');
  const twice = named.find((name, i) => named.indexOf(name) < i);
  if (twice === undefined) return chosen;
  const columns = chosen.names!.flatMap((name, i) => (name === twice ? [i + 1] : []));
  throw fault(
    'holdout-unreadable',
    `${clip(path, 200)} names the column \`${clip(twice)}\` more than once (columns ${columns.join(', ')}).`,
    { fix: 'Rename one of them.' },
  );
}

/** Null when a quote stays open. */
function splitHeader(line: string, delimiter: string): string[] | null {
  const names: string[] = [];
  let name = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    if (character === '"' && quoted && line[i + 1] === '"') name += line[++i];
    else if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) {
      names.push(name.trim());
      name = '';
    } else name += character;
  }
  return quoted ? null : [...names, name.trim()];
}
