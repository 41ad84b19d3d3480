import type { Scores } from '../metrics/scores.ts';
import { noteDivision } from '../metrics/sorted-rows.ts';

/** These rows alone, in the order given; groups and items are renumbered. */
export function subsetOf(scores: Scores, rows: Int32Array): Scores {
  const { classes } = scores;
  const pick = (values: Float64Array) => {
    const picked = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!]!;
    return picked;
  };
  const pickLines = (values: Float64Array) => {
    if (classes === undefined || classes === 1) return pick(values);
    const picked = new Float64Array(rows.length * classes);
    for (let i = 0; i < rows.length; i++) {
      const from = rows[i]! * classes;
      picked.set(values.subarray(from, from + classes), i * classes);
    }
    return picked;
  };
  return {
    ...(classes !== undefined && { classes }),
    label: pick(scores.label),
    candidate: pickLines(scores.candidate),
    baseline: scores.baseline && pickLines(scores.baseline),
    weight: scores.weight && pick(scores.weight),
    group: scores.group && recode(scores.group, rows),
    ...(scores.item && { item: recodeItems(scores.item, rows) }),
  };
}

type Codes = NonNullable<Scores['group']>;

function recode({ code, count }: Codes, rows: Int32Array): Codes {
  const dense = new Int32Array(count).fill(-1);
  const picked = new Int32Array(rows.length);
  let known = 0;
  for (let i = 0; i < rows.length; i++) {
    const old = code[rows[i]!]!;
    if (dense[old] === -1) dense[old] = known++;
    picked[i] = dense[old]!;
  }
  return { code: picked, count: known };
}

function recodeItems(item: NonNullable<Scores['item']>, rows: Int32Array): NonNullable<Scores['item']> {
  const recoded = recode(item, rows);
  const ids = new Array<string>(recoded.count);
  for (let i = 0; i < rows.length; i++) ids[recoded.code[i]!] = item.ids[item.code[rows[i]!]!]!;
  return { ...recoded, ids };
}

/** Subsets of which no two share a row: they take the order of their scores from the whole, instead of sorting again. */
export function subsetsOf(scores: Scores, parts: readonly { readonly rows: Int32Array }[]): Scores[] {
  const subsets = parts.map(({ rows }) => subsetOf(scores, rows));
  noteDivision({ whole: scores, parts: parts.map(({ rows }) => rows), subsets });
  return subsets;
}
