/** From an SQL expression of any type to one of the four element types that are read, without silent rounding. */
import type { ColumnRequest } from '../../ports.ts';

export type As = ColumnRequest['as'];
/** `truth` is text of a CSV column whose first rows are all true/false, t/f, yes/no or y/n: 1 and 0 as numbers. */
export type TypeKind = 'integer' | 'float' | 'decimal' | 'boolean' | 'text' | 'truth' | 'other';

const KINDS: readonly (readonly [RegExp, TypeKind])[] = [
  [/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/, 'integer'],
  [/^(FLOAT|DOUBLE)$/, 'float'],
  [/^DECIMAL/, 'decimal'],
  [/^BOOLEAN$/, 'boolean'],
  [/^(VARCHAR|JSON|ENUM\(.*\))$/s, 'text'],
];

/** `type` as DESCRIBE prints it. */
export function kindOfType(type: string): TypeKind {
  return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
}

type Cast = 'CAST' | 'TRY_CAST';

/** What a value of each request should have been, for sentences. */
export const WANTED: Readonly<Record<As, string>> = {
  float32: 'a number',
  float64: 'a number',
  int64: 'a whole number',
  string: 'text',
};

/** NULL stays NULL; a value that does not fit is an error (`CAST`) or NULL (`TRY_CAST`). */
export function convert(x: string, kind: TypeKind, as: As, cast: Cast = 'CAST'): string {
  if (as === 'string') return `${cast}(${x} AS VARCHAR)`;
  if (kind === 'other') return `${cast}(${cast}(${x} AS VARCHAR) AS ${as === 'int64' ? 'BIGINT' : 'DOUBLE'})`;
  if (kind === 'truth') return convert(`${cast}(${x} AS BOOLEAN)`, 'boolean', as, cast);
  if (as === 'int64') return whole(x, kind, cast);
  if (as === 'float64') return `${cast}(${x} AS DOUBLE)`;
  // By way of DOUBLE, so that text and binary columns round alike.
  return kind === 'float' ? `${cast}(${x} AS FLOAT)` : `${cast}(${cast}(${x} AS DOUBLE) AS FLOAT)`;
}

/** CAST alone would round 1.5 to 2. A NaN is a missing value: that is how pandas writes a gap among integers. */
function whole(x: string, kind: TypeKind, cast: Cast): string {
  if (kind === 'float') return wholeOf(x, `isnan(${x})`, "'inf'::DOUBLE", cast);
  if (kind === 'integer' || kind === 'boolean') return `${cast}(${x} AS BIGINT)`;
  const exact = `${cast}(${x} AS DECIMAL(38, 10))`;
  return wholeOf(exact, `${x} IS NULL`, '99999999999999999999::DECIMAL(38, 10)', cast);
}

/** `excess` does not fit a BIGINT: it makes the outer cast fail where there is a fraction. */
function wholeOf(x: string, missing: string, excess: string, cast: Cast): string {
  const checked = `CASE WHEN ${missing} THEN NULL WHEN ${x} IS NULL OR ${x} = trunc(${x}) THEN ${x} ELSE ${excess} END`;
  return `${cast}(${checked} AS BIGINT)`;
}

/** True where `convert` would fail. */
export function misfit(x: string, kind: TypeKind, as: As): string {
  const gap = kind === 'float' && as === 'int64' ? ` AND NOT isnan(${x})` : '';
  return `${x} IS NOT NULL${gap} AND ${convert(x, kind, as, 'TRY_CAST')} IS NULL`;
}

/** The innermost type and how deep it lies: `DOUBLE[3][]` → DOUBLE, 2. */
export function elementType(type: string): { readonly element: string; readonly depth: number } {
  const brackets = /(\[\d*\])*$/.exec(type)![0];
  return { element: type.slice(0, type.length - brackets.length), depth: brackets.split('[').length - 1 };
}

const SQL_TYPES: Readonly<Record<As, string>> = {
  float64: 'DOUBLE',
  float32: 'FLOAT',
  int64: 'BIGINT',
  string: 'VARCHAR',
};

/** As `convert`, for lists that are `depth` deep: each of their values by itself, whatever `kind` they are. */
export function convertLists(x: string, kind: TypeKind, as: As, depth: number, cast: Cast = 'CAST'): string {
  const type = `${SQL_TYPES[as]}${'[]'.repeat(depth)}`;
  // Only these can lose something that nobody would notice.
  if (as !== 'int64' || (kind !== 'float' && kind !== 'decimal')) return `${cast}(${x} AS ${type})`;
  let inner = (value: string) => convert(value, kind, as, cast);
  for (let level = 1; level <= depth; level++) {
    const each = inner;
    inner = (list) => `list_transform(${list}, lambda e${level}: ${each(`e${level}`)})`;
  }
  return `${cast}(${inner(x)} AS ${type})`;
}
