import type { Scores } from './scores.ts';
import { noteDivision } from './sorted-rows.ts';

/** Every metric asks again. */
const KNOWN = new WeakMap<Scores, Scores>();

/**
 * The rows that count: those of positive weight, and the groups that still have one, renumbered.
 * Returns `scores` itself when that is all of them, and the same object each time.
 */
export function withPositiveWeights(scores: Scores): Scores {
  const known = KNOWN.get(scores);
  if (known) return known;
  const used = leaveOut(scores);
  KNOWN.set(scores, used);
  return used;
}

function leaveOut(scores: Scores): Scores {
  const { weight, classes = 1 } = scores;
  if (weight === null || weight.every((w) => w > 0)) return scores;
  const counts = (row: number) => weight[row]! > 0;
  const keep = (values: Float64Array) => values.filter((_, row) => counts(row));
  const keepScores = (values: Float64Array) => values.filter((_, i) => counts(Math.floor(i / classes)));
  const used = {
    ...scores,
    label: keep(scores.label),
    candidate: keepScores(scores.candidate),
    baseline: scores.baseline && keepScores(scores.baseline),
    weight: keep(weight),
    group: scores.group && renumber(scores.group.code.filter((_, row) => counts(row))),
    ...(scores.item && { item: { ...scores.item, code: scores.item.code.filter((_, row) => counts(row)) } }),
  };
  const rows = Int32Array.from(weight.keys()).filter(counts);
  noteDivision({ whole: scores, parts: [rows], subsets: [used] });
  return used;
}

function renumber(codes: Int32Array): NonNullable<Scores['group']> {
  const dense = new Map<number, number>();
  const code = codes.map((old) => {
    const known = dense.get(old) ?? dense.size;
    dense.set(old, known);
    return known;
  });
  return { code, count: dense.size };
}
