/** Declared monotonicity: `price` up, score not up. */
import type { Finding } from '../documents/validation.ts';
import type { Tensor, Tensors } from '../scoring/types.ts';
import { code } from '../scoring/words.ts';
import { findingFor } from './findings.ts';
import { numberAt, numberText } from './numbers.ts';
import { withColumn } from './perturb.ts';

export interface Monotonic {
  /** What the user calls it, such as the column of the holdout. */
  readonly name: string;
  /** Where in the model's inputs it goes: one column may feed several. At least one. */
  readonly places: readonly Place[];
  /** Which way the score may go when the value goes up. */
  readonly direction: Direction;
}

export type Direction = 'increasing' | 'decreasing';

export interface Place {
  readonly input: string;
  /** Position in a row of the input, from 0. */
  readonly column: number;
}

/** Values of a column that each row is tried with. */
const STEPS = 8;
/** Scores of a flat piece differ by the rounding of float32. */
const ROUNDING = { absolute: 1e-6, relative: 1e-5 };

/** Why a declaration cannot be looked at, as a finding, or null. */
export function checkMonotonic({ name, places }: Monotonic, feeds: Tensors): Finding | null {
  const odd = places.find(({ input }) => ['string', 'bool'].includes(feeds.get(input)!.type));
  if (!odd) return null;
  const type = feeds.get(odd.input)!.type;
  return findingFor(
    'monotonic',
    `\`monotonic\` names ${code(name)}, and input ${code(odd.input)} is ${type}.`,
    { at: odd.input, fix: 'Leave it out: only numbers go up and down.' },
  );
}

/**
 * The values to try, going up: quantiles of the column over the given rows; around its only value when there is but
 * one. Each row then meets values that occur, so that a fault found here is one that requests can meet.
 */
export function gridOf(tensor: Tensor, column: number): number[] {
  const rows = tensor.shape[0] || 1;
  const width = tensor.data.length / rows;
  const seen = Array.from({ length: rows }, (_, row) => numberAt(tensor, row * width + column));
  const sorted = seen.filter(Number.isFinite).sort((a, b) => a - b);
  if (sorted.length === 0) return [0, 1];
  const picked = Array.from(
    { length: STEPS },
    (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (STEPS - 1))]!,
  );
  const grid = [...new Set(picked)];
  return grid.length > 1 ? grid : [grid[0]!, grid[0]! + 1];
}

/** The feeds with the column at `value` in every row. */
export function monotonicFeeds({ places }: Monotonic, feeds: Tensors, value: number): Tensors {
  const changed = new Map(feeds);
  for (const { input, column } of places) changed.set(input, withColumn(changed.get(input)!, column, value));
  return changed;
}

/** `scores[i]` are the rows' scores with the column at `grid[i]`. One finding with the worst step, or none. */
export function judgeMonotonic(
  { name, places, direction }: Monotonic,
  grid: readonly number[],
  scores: readonly Float64Array[],
): Finding[] {
  const sign = direction === 'increasing' ? 1 : -1;
  const rows = scores[0]!.length;
  const wrong = new Set<number>();
  let worst = { by: 0, row: 0, step: 0 };
  for (let step = 1; step < grid.length; step++) {
    for (let row = 0; row < rows; row++) {
      const [before, after] = [scores[step - 1]![row]!, scores[step]![row]!];
      const by = sign * (before - after);
      if (!(by > ROUNDING.absolute + ROUNDING.relative * Math.abs(before))) continue;
      wrong.add(row);
      if (by > worst.by) worst = { by, row, step };
    }
  }
  if (wrong.size === 0) return [];
  const [from, to] = [worst.step - 1, worst.step];
  const move = `${numberText(grid[from]!)} to ${numberText(grid[to]!)}`;
  const scored = `${numberText(scores[from]![worst.row]!)} to ${numberText(scores[to]![worst.row]!)}`;
  return [
    findingFor(
      'monotonic',
      `The score must not go ${direction === 'increasing' ? 'down' : 'up'} with ${code(name)}, and does for ${wrong.size} of ${rows} rows: in row ${worst.row + 1}, from ${move}, it goes from ${scored}.`,
      { at: places[0]!.input },
    ),
  ];
}
