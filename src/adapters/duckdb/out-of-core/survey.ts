/** The first pass over a scores table that is not held in memory: counts, totals, and whether every value is fit. */

import { type Fault, throwFaults } from '../../../core/errors.ts';
import type { Offender, OffenderKind, ScoreSurvey } from '../../../core/metrics/out-of-core/features.ts';
import type { Engine } from '../engine.ts';

/** SQL conditions of values that are there and not fit, over y, c, b and w. */
const UNFIT: readonly (readonly [OffenderKind, (task: 'binary' | 'regression') => string, string])[] = [
  ['label', (task) => (task === 'binary' ? 'y NOT IN (0, 1)' : 'NOT isfinite(y)'), 'y'],
  ['weight', () => '(NOT isfinite(w) OR w < 0)', 'w'],
  ['candidate', () => 'NOT isfinite(c)', 'c'],
  ['baseline', () => 'NOT isfinite(b)', 'b'],
  ['candidate-outside', () => '(isfinite(c) AND (c < 0 OR c > 1))', 'c'],
  ['baseline-outside', () => '(isfinite(b) AND (b < 0 OR b > 1))', 'b'],
];

export interface Columns {
  readonly baseline: string | null;
  readonly weight: string | null;
  readonly group: string | null;
  readonly label: string;
  readonly candidate: string;
}

const ROLES = [
  ['label', 'y'],
  ['candidate', 'c'],
  ['baseline', 'b'],
  ['weight', 'w'],
  ['group', 'g'],
] as const;

/** `from`: an item with columns y, c, b, w, g; those of roles that are null are constants. Throws `value-missing`. */
export async function survey(
  engine: Engine,
  from: string,
  columns: Columns,
  task: 'binary' | 'regression',
  missing: (role: (typeof ROLES)[number][0], column: string, row: number) => Fault,
): Promise<ScoreSurvey> {
  const present = ROLES.filter(([role]) => columns[role] !== null);
  const unfit = UNFIT.filter(([kind]) => columns[kind.replace('-outside', '') as 'label'] !== null);
  const counts = [
    'count(*)',
    'count(*) FILTER (w > 0)',
    'count(*) FILTER (y = 1)',
    'count(*) FILTER (y = 0 AND w > 0)',
    'fsum(w) FILTER (w > 0)',
    'fsum(w) FILTER (w > 0 AND y = 1)',
    'fsum(w) FILTER (w > 0 AND y = 0)',
    'fsum(w * y) FILTER (w > 0)',
    'min(y) FILTER (w > 0)',
    'max(y) FILTER (w > 0)',
    ...present.map(([, x]) => `count(*) - count(${x})`),
    ...unfit.map(([, condition]) => `count(*) FILTER (${condition(task)})`),
  ];
  const [found = []] = await engine.rows(`SELECT ${counts.join(', ')} FROM ${from}`);
  const [rows, used, ones, zeros, weight, positiveWeight, negativeWeight, labelSum, least, most] = found
    .slice(0, 10)
    .map((value) => Number(value ?? 0)) as [number, ...number[]] as number[];
  const gaps = present.filter((_, i) => Number(found[10 + i]) > 0);
  if (gaps.length > 0) {
    const places = await locate(
      engine,
      from,
      gaps.map(([, x]) => [`${x} IS NULL`, 'NULL']),
    );
    throwFaults(gaps.map(([role], i) => missing(role, columns[role]!, places[i]!.row)));
  }
  const bad = unfit.filter((_, i) => Number(found[10 + present.length + i]) > 0);
  const places =
    bad.length > 0
      ? await locate(
          engine,
          from,
          bad.map(([, of, x]) => [of(task), x]),
        )
      : [];
  return {
    rows: rows!,
    used: used!,
    ones: ones!,
    zeros: zeros!,
    weight: weight!,
    positiveWeight: positiveWeight!,
    negativeWeight: negativeWeight!,
    labels: { least: least!, most: most!, mean: labelSum! / weight! },
    groups: columns.group === null ? null : await countGroups(engine, from),
    baseline: columns.baseline !== null,
    weighted: columns.weight !== null,
    offenders: bad.map(([kind], i): Offender => ({ kind, ...places[i]! })),
  };
}

async function countGroups(engine: Engine, from: string): Promise<NonNullable<ScoreSurvey['groups']>> {
  const [[all, used] = []] = await engine.rows(
    `SELECT count(*), count(*) FILTER (counts) FROM (SELECT bool_or(w > 0) AS counts FROM ${from} GROUP BY g)`,
  );
  return { all: Number(all), used: Number(used) };
}

/** The first row of each condition, from 1, and its value. */
async function locate(
  engine: Engine,
  from: string,
  wanted: readonly (readonly [condition: string, value: string])[],
): Promise<{ readonly row: number; readonly value: number }[]> {
  const list = wanted.map(([condition, value]) => {
    return `min(n) FILTER (${condition}), CAST(arg_min(${value}, n) FILTER (${condition}) AS VARCHAR)`;
  });
  const [found = []] = await engine.rows(
    `SELECT ${list.join(', ')} FROM (SELECT row_number() OVER () AS n, * FROM ${from})`,
  );
  return wanted.map((_, i) => ({ row: Number(found[2 * i]), value: readNumber(String(found[2 * i + 1])) }));
}

const readNumber = (text: string) => Number(text.replace(/^(-?)inf$/i, '$1Infinity'));
