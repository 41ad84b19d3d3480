import type { Scores } from '../scores.ts';
import { type GroupedScores, groupedOrder } from './grouped-order.ts';

/** Both models have the same ideal. */
const KNOWN = new WeakMap<Scores, Float64Array>();

/**
 * The grades of each group, ascending, at the places of `groupedOrder`: from its end, the ideal ranking. Kept.
 * Groups 0 1 0, grades 3 1 2: 2 3 1.
 */
export function sortedGrades(scores: GroupedScores): Float64Array {
  const grades = KNOWN.get(scores) ?? sortGrades(scores);
  KNOWN.set(scores, grades);
  return grades;
}

/** Longer groups go to the library's sort, whose call costs as much as sorting a few grades by insertion. */
const LONG = 48;

function sortGrades(scores: GroupedScores): Float64Array {
  const { label, group } = scores;
  // From the candidate's order, which a good model leaves nearly sorted.
  const { starts, rows } = groupedOrder(scores, 'candidate');
  const grades = new Float64Array(label.length);
  for (let g = 0; g < group.count; g++) {
    const from = starts[g]!;
    const to = starts[g + 1]!;
    for (let place = from; place < to; place++) grades[from + to - 1 - place] = label[rows[place]!]!;
    if (to - from > LONG) grades.subarray(from, to).sort();
    else insert(grades, from, to);
  }
  return grades;
}

function insert(values: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i++) {
    const value = values[i]!;
    let place = i;
    for (; place > from && values[place - 1]! > value; place--) values[place] = values[place - 1]!;
    values[place] = value;
  }
}
