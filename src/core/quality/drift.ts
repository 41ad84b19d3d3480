/** How far the rows that judge the candidate have moved from those that the baseline was judged on. */
import type { DataFinding } from '../documents/evaluation.ts';
import { clipForeign } from '../documents/foreign.ts';
import { plural } from '../report/format.ts';
import { code } from '../scoring/words.ts';
import { kolmogorovSmirnovByChance } from '../stats/kolmogorov-smirnov.ts';
import { type BinCounts, populationStability, stabilityByChance } from '../stats/population-stability.ts';
import { finding } from './finding.ts';

/** One column in both holdouts. */
export interface ColumnDrift {
  readonly name: string;
  /** Numbers by the baseline's deciles, others by its most frequent values, rows without a value apart; null where only one has it. */
  readonly bins: BinCounts | null;
  /** Of numbers: the greatest distance of the distribution functions, and how many values there are; else null. */
  readonly distance: {
    readonly value: number;
    readonly baseline: number;
    readonly candidate: number;
  } | null;
}

/** Columns that are named one by one, of each check. */
const MOST_NAMED = 50;
/** So rare by chance that in hundreds of columns it hardly happens. */
const CHANCE = 1e-4;

/**
 * The usual limits of PSI, .1 and .25, and the distances that belong to them: normal values that are shifted so far that PSI is δ²
 * are 2Φ(δ/2) − 1 apart, .126 and .197.
 */
const CHECKS = [
  {
    check: 'drift-psi',
    name: 'PSI',
    some: 0.1,
    much: 0.25,
    measure: ({ bins }: ColumnDrift) =>
      bins && { value: populationStability(bins), chance: stabilityByChance(bins, CHANCE) },
  },
  {
    check: 'drift-ks',
    name: 'Kolmogorov–Smirnov distance',
    some: 0.126,
    much: 0.197,
    measure: ({ distance }: ColumnDrift) =>
      distance && {
        value: distance.value,
        chance: kolmogorovSmirnovByChance(distance.baseline, distance.candidate, CHANCE),
      },
  },
] as const;

/** For each check its farthest column, and every column that has moved farther than chance and the limits. */
export function driftFindings(columns: readonly ColumnDrift[]): DataFinding[] {
  return [
    ...CHECKS.flatMap(({ check, name, some, much, measure }): DataFinding[] => {
      const measured = columns
        .flatMap((column) => {
          const found = measure(column);
          return found === null ? [] : [{ column: column.name, ...found }];
        })
        .sort((a, b) => b.value - a.value);
      const [farthest] = measured;
      if (farthest === undefined) return [];
      const moved = measured.filter(({ value, chance }) => value >= some && value > chance);
      const say = ({ column, value }: typeof farthest) => `${name} of ${code(column)} is ${value.toFixed(3)}`;
      const against = "against the baseline's holdout";
      if (moved.length === 0) {
        const of = plural(measured.length, 'column');
        return [
          finding(check, 'info', `Of ${of} none has drifted ${against}: the greatest ${say(farthest)}.`, {
            value: farthest.value,
          }),
        ];
      }
      return moved.slice(0, MOST_NAMED).map((one) => {
        const level = one.value >= much ? 'warning' : 'info';
        const how = level === 'warning' ? 'far' : 'a little';
        return finding(check, level, `The ${say(one)} ${against}: its values have moved ${how}.`, {
          column: clipForeign(one.column),
          value: one.value,
        });
      });
    }),
    ...onlyHere(columns),
  ];
}

function onlyHere(columns: readonly ColumnDrift[]): DataFinding[] {
  const absent = columns.filter(({ bins }) => bins === null).map(({ name }) => name);
  if (absent.length === 0) return [];
  const names = absent
    .slice(0, 5)
    .map((name) => code(name))
    .join(', ');
  const more = absent.length > 5 ? ` and ${plural(absent.length - 5, 'more column')}` : '';
  return [
    finding(
      'drift-unknown',
      'info',
      `The baseline's holdout has no ${names}${more}: no drift can be told there.`,
      {
        value: absent.length,
      },
    ),
  ];
}
