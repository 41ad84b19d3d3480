/** A source as an SQL FROM item. */

import { fault } from '../../core/errors.ts';
import type { RowSource } from '../../ports.ts';
import { type Dialect, readDialect } from './csv.ts';
import type { Engine } from './engine.ts';
import { holdoutFault } from './errors.ts';
import { type DataFiles, resolveFiles } from './files.ts';
import { isSelective, selected } from './selection.ts';
import { clip, quoteList, quoteName, quoteText } from './sql.ts';
import { isStored, loadStored } from './stored.ts';

/**
 * How the text of a CSV file becomes values. Other formats carry their types and ignore this.
 * - `sniffed`: types guessed from the first 20,480 rows
 * - `thorough`: types guessed from every row; slow
 * - `text`: no types
 * - a map: these columns as told, the rest as sniffed
 */
export type Reading = 'sniffed' | 'thorough' | 'text' | ReadonlyMap<string, string>;

export interface Source {
  /** For sentences: a path, `path and 3 more`, or `The query`. */
  readonly subject: string;
  /** Text without types of its own. */
  readonly untyped: boolean;
  from(reading: Reading): string;
  /** Reads every line without guessing, to find where a CSV is broken. Null for other formats. */
  readonly probe: string | null;
}

export async function resolveSource(engine: Engine, source: RowSource): Promise<Source> {
  const whole = await resolveWhole(engine, source);
  if (!isSelective(source)) return whole;
  // A condition sees the types that its author sees, and then so does everybody.
  const reading = source.where === undefined ? null : 'thorough';
  return {
    ...whole,
    untyped: whole.untyped && reading === null,
    from: (wanted) => selected(whole.from(reading ?? wanted), source),
  };
}

async function resolveWhole(engine: Engine, source: RowSource): Promise<Source> {
  if ('query' in source) return await resolveQuery(engine, source.query);
  const files = await resolveFiles(engine, source.files, source.install ?? false);
  const [first, ...rest] = files.paths;
  const subject = clip(first, 200) + (rest.length > 0 ? ` and ${rest.length} more` : '');
  if (files.format === 'csv' || files.format === 'tsv') {
    try {
      return csvSource(files, await readDialect(engine, first, files.format === 'tsv'), subject);
    } catch (error) {
      throw holdoutFault(error, subject);
    }
  }
  if (isStored(files.format)) {
    const table = await loadStored(engine, files.format, files.paths, subject);
    return { subject, untyped: false, from: () => table, probe: null };
  }
  // A DuckDB glob must not see the names again: brackets and stars in them are plain characters by now.
  const list = quoteList(files.paths.map(escapeGlob));
  const item = {
    parquet: `read_parquet(${list}, union_by_name=true)`,
    // Types over every row: a late float in an integer column must not depend on a sample.
    json: `read_json(${list}, union_by_name=true, sample_size=-1, maximum_depth=3)`,
  }[files.format];
  return { subject, untyped: false, from: () => item, probe: null };
}

const escapeGlob = (path: string) => path.replaceAll(/[*?[]/g, '[$&]');

function csvSource(files: DataFiles, dialect: Dialect, subject: string): Source {
  const list = quoteList(files.paths.map(escapeGlob));
  const common = `delim=${quoteText(dialect.delimiter)}, quote='"', escape='"', comment='', skip=0, header=true`;
  const from = (more: string) => `read_csv(${list}, ${common}, ${more})`;
  const declared = (types: ReadonlyMap<string, string>) =>
    `types={${[...types].map(([name, type]) => `${quoteText(name)}: ${quoteText(type)}`).join(', ')}}`;
  const options = { sniffed: 'sample_size=20480', thorough: 'sample_size=-1', text: 'all_varchar=true' };
  const columns = dialect.names?.map((name, i) => `${quoteText(name || `column${i}`)}: 'VARCHAR'`);
  return {
    subject,
    untyped: true,
    from(reading) {
      const more = typeof reading === 'string' ? options[reading] : reading.size > 0 && declared(reading);
      return from(`union_by_name=true, ${more || options.sniffed}`);
    },
    probe: columns ? from(`auto_detect=false, columns={${columns.join(', ')}}`) : null,
  };
}

async function resolveQuery(engine: Engine, query: string): Promise<Source> {
  const subject = 'The query';
  const text = query.replace(/[;\s]+$/, '');
  const connection = await engine.connect();
  const prepared = await connection.prepare(text).catch((error: unknown) => {
    throw holdoutFault(error, subject);
  });
  if (prepared.statementType !== engine.api.StatementType.SELECT) {
    throw fault('holdout-unreadable', 'The query is not a SELECT.', {
      fix: "Write one SELECT, such as `SELECT * FROM 'data/*.parquet' WHERE day > 30`.",
    });
  }
  const names = Array.from({ length: prepared.columnCount }, (_, i) => prepared.columnName(i));
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) {
    throw fault('holdout-unreadable', `The query gives the column \`${clip(twice)}\` more than once.`, {
      fix: `Rename one of them, such as \`${clip(quoteName(twice))} AS other\`.`,
    });
  }
  // The newline ends a trailing comment.
  return { subject, untyped: false, from: () => `(${text}\n)`, probe: null };
}
