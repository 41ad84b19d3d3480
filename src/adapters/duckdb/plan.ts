/** From column requests to one SELECT, and the second one that finds the value which does not fit. */
import { type Fault, FaultError, nearest, throwFaults } from '../../core/errors.ts';
import type { ColumnInfo, ColumnRequest, ReadRequest, RowSpan } from '../../ports.ts';
import {
  type As,
  convert,
  convertLists,
  elementType,
  kindOfType,
  misfit,
  type TypeKind,
  WANTED,
} from './casts.ts';
import type { Engine } from './engine.ts';
import { holdoutFault } from './errors.ts';
import type { Reading, Source } from './source.ts';
import { clip, quoteName } from './sql.ts';

/** One request: `x` is its SQL, `kind` the kind of its type under `reading`. */
interface Expression {
  readonly request: ColumnRequest;
  readonly x: string;
  readonly kind: TypeKind;
}

export interface ReadPlan {
  readonly sql: string;
  /** The faults of values that do not fit, one a column: the first row of each. Empty when all fit. */
  locate(): Promise<Fault[]>;
  /** Does the work of `sql` in one aggregate row. Throws DuckDB's error, which a stream may swallow. */
  rehearse(): Promise<void>;
}

/** `part`: null for all rows. Throws `column-missing`, and `holdout-unreadable` for expressions that do not run. */
export async function planRead(
  engine: Engine,
  source: Source,
  columns: readonly ColumnInfo[],
  requests: readonly ReadRequest[],
  part: RowSpan | null = null,
): Promise<ReadPlan> {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const singles = requests.flatMap(singlesOf);
  throwFaults(singles.flatMap((request) => missingColumn(request, types)));
  const reading = chooseReading(source, types, singles);
  const expressions = await describe(engine, source, reading, types, singles);
  const from = source.from(reading);
  const list = expressions.map(converted);
  // A CSV that fails under declared types is searched as text: there nothing can fail.
  const search = reading instanceof Map ? asText(source, types, singles) : { expressions, from };
  return {
    sql: `SELECT ${sideBySide(list, requests)} FROM ${from}${part ? ` LIMIT ${part.rows} OFFSET ${part.first}` : ''}`,
    locate: () => locate(engine, search.from, search.expressions),
    async rehearse() {
      await engine.rows(`SELECT ${list.map((x) => `count(${x})`).join(', ')} FROM ${from}`);
    },
  };
}

function converted({ x, kind, request: { as, depth } }: Expression): string {
  return depth === undefined ? convert(x, kind, as) : convertLists(x, kind, as, depth);
}

const singlesOf = (request: ReadRequest): readonly ColumnRequest[] =>
  'side' in request ? request.side.map((from) => ({ from, as: request.as })) : [request];

/** A list made of columns costs DuckDB less than handing each of them over. */
function sideBySide(singles: readonly string[], requests: readonly ReadRequest[]): string {
  const rest = [...singles];
  const items = requests.map((request) =>
    'side' in request ? `[${rest.splice(0, request.side.length).join(', ')}]` : rest.shift()!,
  );
  return items.join(', ');
}

function missingColumn({ from }: ColumnRequest, types: ReadonlyMap<string, string>): Fault[] {
  if ('sql' in from || types.has(from.column)) return [];
  const near = nearest(from.column, [...types.keys()]).map((name) => clip(name));
  const message = `There is no column \`${clip(from.column)}\`.`;
  return [
    { code: 'column-missing', message, ...(near.length > 0 ? { fix: `Nearest: ${near.join(', ')}.` } : {}) },
  ];
}

/** An expression sees the types that its author sees; plain columns of a CSV are parsed as what is wanted. */
function chooseReading(
  source: Source,
  types: ReadonlyMap<string, string>,
  requests: readonly ColumnRequest[],
): Reading {
  if (!source.untyped) return 'sniffed';
  if (requests.some(({ from }) => 'sql' in from)) return 'thorough';
  const wishes = new Map<string, Set<As>>();
  const listed: string[] = [];
  for (const { from, as, depth } of requests) {
    const name = (from as { column: string }).column;
    if (depth === undefined) wishes.set(name, (wishes.get(name) ?? new Set()).add(as));
    else listed.push(name);
  }
  return new Map([
    ...[...wishes].map(([name, wish]) => [name, declaredType(types.get(name)!, wish)] as const),
    // Written as [1, 2, 3], and taken apart later.
    ...listed.map((name) => [name, 'VARCHAR'] as const),
  ]);
}

/** Text stays as it stands in the file (`007`); numbers do not depend on what the first rows looked like. */
function declaredType(sniffed: string, wish: ReadonlySet<As>): string {
  if (wish.has('string')) return 'VARCHAR';
  const kind = kindOfType(sniffed);
  if (kind === 'boolean') return sniffed;
  if (!wish.has('int64')) return 'DOUBLE';
  return kind === 'integer' || kind === 'float' ? sniffed : 'VARCHAR';
}

const expressionOf = ({ from }: ColumnRequest) =>
  'sql' in from ? `(${from.sql}\n)` : quoteName(from.column);

async function describe(
  engine: Engine,
  source: Source,
  reading: Reading,
  types: ReadonlyMap<string, string>,
  requests: readonly ColumnRequest[],
): Promise<Expression[]> {
  const from = source.from(reading);
  const faults: Fault[] = [];
  const expressions: Expression[] = [];
  for (const request of requests) {
    const x = expressionOf(request);
    if ('column' in request.from) {
      const name = request.from.column;
      const type = (reading instanceof Map && reading.get(name)) || types.get(name)!;
      const kind =
        request.depth === undefined
          ? textKind(type, types.get(name)!)
          : kindOfType(elementType(type).element);
      expressions.push({ request, x, kind });
      continue;
    }
    try {
      const rows = await engine.rows(`DESCRIBE SELECT ${x} FROM ${from}`);
      expressions.push({ request, x, kind: kindOfType(elementType(String(rows[0]?.[1])).element) });
    } catch (error) {
      faults.push(...holdoutFault(error, `The expression \`${clip(request.from.sql)}\``).faults);
    }
  }
  throwFaults(faults);
  return expressions;
}

const textKind = (type: string, sniffed: string): TypeKind =>
  type === 'VARCHAR' && kindOfType(sniffed) === 'boolean' ? 'truth' : kindOfType(type);

function asText(source: Source, types: ReadonlyMap<string, string>, requests: readonly ColumnRequest[]) {
  const expressions = requests.map((request): Expression => {
    const sniffed = types.get((request.from as { column: string }).column)!;
    return { request, x: expressionOf(request), kind: textKind('VARCHAR', sniffed) };
  });
  return { from: source.from('text'), expressions };
}

async function locate(engine: Engine, from: string, expressions: readonly Expression[]): Promise<Fault[]> {
  const inner = expressions.map(({ x, kind, request }, i) => {
    // What is wrong in a list, DuckDB's own words tell.
    const wrong = request.depth === undefined ? misfit(x, kind, request.as) : 'false';
    return `CAST(${x} AS VARCHAR) AS v${i}, ${wrong} AS b${i}`;
  });
  const outer = expressions.map((_, i) => `min(n) FILTER (b${i}), arg_min(v${i}, n) FILTER (b${i})`);
  const numbered = `SELECT row_number() OVER () AS n, ${inner.join(', ')} FROM ${from}`;
  const [found = []] = await engine.rows(`SELECT ${outer.join(', ')} FROM (${numbered})`);
  return expressions.flatMap(({ request }, i) => {
    const row = found[2 * i];
    return row == null ? [] : [misfitFault(request, Number(row), String(found[2 * i + 1]))];
  });
}

function misfitFault({ from, as }: ColumnRequest, row: number, value: string): Fault {
  const what = 'sql' in from ? `The expression \`${clip(from.sql)}\`` : `Column \`${clip(from.column)}\``;
  return {
    code: 'column-type',
    message: `${what} holds \`${clip(value)}\` in row ${row}, where ${WANTED[as]} is wanted.`,
    fix: 'Correct the value, leave it empty where it is missing, or use another column.',
  };
}

/** Why a read failed or ended early: the misfits when there are any, else DuckDB's words. */
export async function explainRead(
  plan: ReadPlan,
  subject: string,
  error: unknown,
): Promise<FaultError | null> {
  // The search may fail for the very reason that the read did; that reason is then told below.
  const [first, ...rest] = await plan.locate().catch((): Fault[] => []);
  if (first) return new FaultError([first, ...rest]);
  if (error) return holdoutFault(error, subject);
  return await plan.rehearse().then(
    () => null,
    (reason: unknown) => holdoutFault(reason, subject),
  );
}
