/** What columns hold, and which rows two tables share. Counted inside DuckDB: no row comes out. */
import { type Fault, nearest, throwFaults } from '../../core/errors.ts';
import type { ColumnProfile, RowSource } from '../../ports.ts';
import { kindOfType, type TypeKind } from './casts.ts';
import { type Engine, openEngine, type Parts } from './engine.ts';
import { holdoutFault } from './errors.ts';
import { resolveSource, type Source } from './source.ts';
import { clip, quoteName } from './sql.ts';

/** Of a value that is shown. */
const LONGEST_VALUE = 100;

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly kind: TypeKind;
}

export interface Table {
  readonly from: string;
  readonly columns: readonly Column[];
}

export const isNumber = ({ kind }: Column) => kind === 'integer' || kind === 'float' || kind === 'decimal';

export async function profile(
  parts: Parts,
  source: RowSource,
  names: readonly string[],
): Promise<{ readonly rows: number; readonly columns: readonly ColumnProfile[] }> {
  await using engine = await openEngine(parts);
  const resolved = await resolveSource(engine, source);
  const { from, columns } = await tableOf(engine, resolved, names);
  const aggregates = columns.flatMap((column) => {
    const x = isNumber(column) ? number(column, 'DOUBLE') : quoteName(column.name);
    const text = (value: string) => `left(CAST(${value} AS VARCHAR), ${LONGEST_VALUE})`;
    return [
      `count(${x})`,
      `approx_count_distinct(${x})`,
      text(`min(${x})`),
      text(`max(${x})`),
      `min(${x}) = max(${x})`,
    ];
  });
  const [found = []] = await counted(
    engine,
    resolved,
    `SELECT ${['count(*)', ...aggregates].join(', ')} FROM ${from}`,
  );
  const rows = Number(found[0]);
  return {
    rows,
    columns: columns.map(({ name }, i) => {
      const [present, distinct, min, max, constant] = found.slice(1 + 5 * i, 6 + 5 * i);
      return {
        name,
        missing: rows - Number(present),
        distinct: Number(distinct),
        min: min == null ? null : String(min),
        max: max == null ? null : String(max),
        constant: constant === true,
      };
    }),
  };
}

/** A hash join; rows without a value match rows without one. Numbers are equal when float32 is, where one side has no more. */
export async function countShared(
  parts: Parts,
  source: RowSource,
  other: RowSource,
  names: readonly string[],
): Promise<number> {
  if (names.length === 0) return 0;
  await using engine = await openEngine(parts);
  const resolved = await resolveSource(engine, source);
  const left = await tableOf(engine, resolved, names);
  const against = await resolveSource(engine, other);
  const right = await tableOf(engine, against, names);
  const pairs = left.columns.map((column, i) => comparable(column, right.columns[i]!));
  const select = (side: 0 | 1, { from }: Table) =>
    `SELECT ${pairs.map((pair, i) => `${pair[side]} AS c${i}`).join(', ')} FROM ${from}`;
  const same = pairs.map((_, i) => `h.c${i} IS NOT DISTINCT FROM t.c${i}`).join(' AND ');
  const [[count] = []] = await counted(
    engine,
    against,
    `SELECT count(*) FROM (${select(0, left)}) AS h SEMI JOIN (${select(1, right)}) AS t ON ${same}`,
  );
  return Number(count);
}

export async function counted(engine: Engine, { subject }: Source, sql: string) {
  try {
    return await engine.rows(sql);
  } catch (error) {
    throw holdoutFault(error, subject);
  }
}

/** Types as they were sniffed; a CSV is read as text, where nothing fails to parse. */
export async function tableOf(engine: Engine, source: Source, names: readonly string[]): Promise<Table> {
  const types = await typesOf(engine, source);
  throwFaults(names.flatMap((name) => missingColumn(name, types, source.subject)));
  const columns = names.map((name) => {
    const type = types.get(name)!;
    return { name, type, kind: kindOfType(type) };
  });
  return { from: source.from(source.untyped ? 'text' : 'sniffed'), columns };
}

/** Types by column, as they were sniffed. */
export async function typesOf(engine: Engine, source: Source): Promise<ReadonlyMap<string, string>> {
  const described = await counted(engine, source, `DESCRIBE SELECT * FROM ${source.from('sniffed')}`);
  return new Map(described.map(([name, type]) => [String(name), String(type)]));
}

/** NaN is no value, as in `convert`. */
export function number({ name }: Column, as: 'DOUBLE' | 'FLOAT'): string {
  const x = `TRY_CAST(${quoteName(name)} AS ${as})`;
  return `CASE WHEN isnan(${x}) THEN NULL ELSE ${x} END`;
}

function comparable(left: Column, right: Column): readonly [string, string] {
  if (!isNumber(left) || !isNumber(right)) {
    const text = ({ name }: Column) => `CAST(${quoteName(name)} AS VARCHAR)`;
    return [text(left), text(right)];
  }
  const as = [left, right].some(({ type }) => type === 'FLOAT') ? 'FLOAT' : 'DOUBLE';
  return [number(left, as), number(right, as)];
}

function missingColumn(name: string, types: ReadonlyMap<string, string>, subject: string): Fault[] {
  if (types.has(name)) return [];
  const near = nearest(name, [...types.keys()]).map((one) => clip(one));
  const message = `${subject} has no column \`${clip(name)}\`.`;
  return [
    { code: 'column-missing', message, ...(near.length > 0 ? { fix: `Nearest: ${near.join(', ')}.` } : {}) },
  ];
}
