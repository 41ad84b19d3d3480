import type { Scores } from '../scores.ts';
import { type GroupedScores, groupStarts } from './grouped-order.ts';

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

function sortGrades({ label, group }: GroupedScores): Float64Array {
  const starts = groupStarts(group);
  const next = starts.slice();
  const grades = new Float64Array(label.length);
  for (let row = 0; row < label.length; row++) grades[next[group.code[row]!]!++] = label[row]!;
  for (let g = 0; g < group.count; g++) {
    const from = starts[g]!;
    const to = starts[g + 1]!;
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
