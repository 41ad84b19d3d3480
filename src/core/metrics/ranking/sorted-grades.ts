import type { Scores } from '../scores.ts';
import { type GroupedScores, groupedOrder } from './grouped-order.ts';
import { sortDescending } from './sort-ranges.ts';

/** Both models have the same ideal. */
const KNOWN = new WeakMap<Scores, Float64Array>();

/**
 * The grades of each group, descending, at the places of `groupedOrder`: the ideal ranking. Kept.
 * Groups 0 1 0, grades 2 1 3: 3 2 1.
 */
export function sortedGrades(scores: GroupedScores): Float64Array {
  const grades = KNOWN.get(scores) ?? sortGrades(scores);
  KNOWN.set(scores, grades);
  return grades;
}

function sortGrades(scores: GroupedScores): Float64Array {
  const { label, group } = scores;
  // From the candidate's order, which a good model leaves nearly sorted.
  const { starts, rows } = groupedOrder(scores, 'candidate');
  const grades = new Float64Array(label.length);
  for (let place = 0; place < grades.length; place++) grades[place] = label[rows[place]!]!;
  for (let g = 0; g < group.count; g++) sortDescending(grades, starts[g]!, starts[g + 1]!);
  return grades;
}
