/** Columns of two tables beside one another. Counted inside DuckDB: no row comes out. */
import type { ColumnDrift } from '../../core/quality/drift.ts';
import type { RowSource } from '../../ports.ts';
import { type Engine, openEngine, type Parts } from './engine.ts';
import { type Column, counted, isNumber, number, tableOf, typesOf } from './profile.ts';
import { selected } from './selection.ts';
import { resolveSource } from './source.ts';
import { quoteName } from './sql.ts';

/** Drawn from each table: chance moves a distance by less than .01 then. */
const MOST_ROWS = 100_000;
/** Values that have a bin of their own; the others share one. */
const MOST_VALUES = 50;
const DECILES = '[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]';

/** Throws as `profile` does, but for columns that `baseline` does not have. */
export async function compareColumns(
  parts: Parts,
  source: RowSource,
  baseline: RowSource,
  names: readonly string[],
): Promise<ColumnDrift[]> {
  await using engine = await openEngine(parts);
  const here = await resolveSource(engine, source);
  const there = await resolveSource(engine, baseline);
  const known = await typesOf(engine, there);
  const shared = names.filter((name) => known.has(name));
  const left = await tableOf(engine, here, shared);
  const right = await tableOf(engine, there, shared);
  const both = shared.map((name, i) => ({
    name,
    numeric: isNumber(left.columns[i]!) && isNumber(right.columns[i]!),
  }));
  for (const [table, subject, { from, columns }] of [
    ['candidate', here, left],
    ['baseline', there, right],
  ] as const) {
    const values = columns.map((column, i) => `${sqlOf(column, both[i]!.numeric)} AS c${i}`);
    const rows = selected(from, { sample: { size: MOST_ROWS, seed: 1 } });
    await counted(
      engine,
      subject,
      `CREATE TEMP TABLE ${table} AS SELECT ${['1 AS one', ...values].join(', ')} FROM ${rows}`,
    );
  }
  const found = new Map<string, ColumnDrift>();
  for (const [i, { name, numeric }] of both.entries()) {
    const bins = await (numeric ? byDeciles : byValues)(engine, `c${i}`);
    found.set(name, { name, bins, distance: numeric ? await distanceOf(engine, `c${i}`) : null });
  }
  return names.map((name) => found.get(name) ?? { name, bins: null, distance: null });
}

function sqlOf(column: Column, numeric: boolean): string {
  return numeric ? number(column, 'DOUBLE') : `CAST(${quoteName(column.name)} AS VARCHAR)`;
}

const sides = (column: string) =>
  `(SELECT ${column} AS x, 0 AS side FROM baseline UNION ALL SELECT ${column}, 1 FROM candidate)`;
const COUNTS = 'count(*) FILTER (side = 0), count(*) FILTER (side = 1)';

async function binsOf(engine: Engine, sql: string): Promise<ColumnDrift['bins']> {
  const rows = await engine.rows(sql);
  return { baseline: rows.map(([b]) => Number(b)), candidate: rows.map(([, c]) => Number(c)) };
}

/** A bin ends with its decile, so that values which repeat stay together. */
function byDeciles(engine: Engine, column: string): Promise<ColumnDrift['bins']> {
  const bin = 'CASE WHEN x IS NULL THEN -1 ELSE coalesce(len(list_filter(edges, lambda e: e < x)), 0) END';
  return binsOf(
    engine,
    `WITH cuts AS (SELECT list_distinct(quantile_disc(${column}, ${DECILES})) AS edges FROM baseline)
     SELECT ${COUNTS} FROM (SELECT side, ${bin} AS bin FROM ${sides(column)}, cuts) GROUP BY bin ORDER BY bin`,
  );
}

function byValues(engine: Engine, column: string): Promise<ColumnDrift['bins']> {
  return binsOf(
    engine,
    `WITH frequent AS (
       SELECT ${column} AS v FROM baseline WHERE v IS NOT NULL GROUP BY v ORDER BY count(*) DESC, v LIMIT ${MOST_VALUES})
     SELECT ${COUNTS} FROM ${sides(column)} LEFT JOIN frequent ON x = v GROUP BY v, x IS NULL ORDER BY v, x IS NULL`,
  );
}

async function distanceOf(engine: Engine, column: string): Promise<ColumnDrift['distance']> {
  const [[value, baseline, candidate] = []] = await engine.rows(
    `WITH counts AS (
       SELECT x, count(*) FILTER (side = 0) AS b, count(*) FILTER (side = 1) AS c FROM ${sides(column)}
       WHERE x IS NOT NULL GROUP BY x),
     totals AS (SELECT sum(b) AS n, sum(c) AS m FROM counts)
     SELECT max(abs(up_to_b / n - up_to_c / m)), any_value(n), any_value(m)
     FROM (SELECT sum(b) OVER w AS up_to_b, sum(c) OVER w AS up_to_c FROM counts WINDOW w AS (ORDER BY x)), totals
     WHERE n > 0 AND m > 0`,
  );
  if (value == null) return null;
  return { value: Number(value), baseline: Number(baseline), candidate: Number(candidate) };
}
