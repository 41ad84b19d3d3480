import type { Fault } from '../errors.ts';
import type { Scores } from './scores.ts';

/**
 * Everything that makes these scores unfit to be measured, all at once; rows are counted from 1.
 * No rows `holdout-empty` · a label that is not 0 or 1, or only one of them `label-invalid` · a score that is NaN or
 * infinite `score-invalid` · weights that cannot weigh `weight-invalid` · a single group `group-invalid`.
 *
 * `labelColumn`: its name, for messages.
 */
export function checkScores(scores: Scores, labelColumn: string): Fault[] {
  if (scores.label.length === 0) {
    const fix = 'Check the path, the glob or the query of the holdout.';
    return [{ code: 'holdout-empty', message: 'The holdout has no rows.', fix }];
  }
  return [
    ...checkLabel(scores.label, labelColumn),
    ...checkScore(scores.candidate, 'candidate'),
    ...(scores.baseline === null ? [] : checkScore(scores.baseline, 'baseline')),
    ...(scores.weight === null ? [] : checkWeight(scores.weight)),
    ...(scores.group === null ? [] : checkGroups(scores.group.count)),
  ];
}

/** The first value that is `bad`, with words for where it stands, such as `row 3 (and 7 more of 100)`; or null. */
export function findOffender(
  values: ArrayLike<number>,
  bad: (value: number) => boolean,
): { readonly value: number; readonly where: string } | null {
  let first = -1;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (!bad(values[row]!)) continue;
    if (count === 0) first = row;
    count++;
  }
  if (count === 0) return null;
  const more = count === 1 ? '' : ` (and ${count - 1} more of ${values.length})`;
  return { value: values[first]!, where: `row ${first + 1}${more}` };
}

function checkLabel(label: Float64Array, column: string): Fault[] {
  const name = JSON.stringify(column.slice(0, 100));
  const offender = findOffender(label, (value) => value !== 0 && value !== 1);
  if (offender !== null) {
    return [
      {
        code: 'label-invalid',
        message: `The label ${name} is ${offender.value} in ${offender.where}; it must be 0 or 1.`,
        fix: `Make it so with a query, such as \`SELECT * REPLACE ((${name} > 0)::INT AS ${name}) FROM 'holdout.parquet'\`.`,
      },
    ];
  }
  const only = label[0]!;
  if (label.some((value) => value !== only)) return [];
  const rows = label.length === 1 ? 'The only row has' : `All ${label.length} rows have`;
  return [
    {
      code: 'label-invalid',
      message: `${rows} ${only} as the label ${name}; no model can be judged on one class.`,
      fix: `Widen the holdout until it has rows with label ${1 - only} too, or check that ${name} is the right column.`,
    },
  ];
}

function checkScore(values: Float64Array, model: 'candidate' | 'baseline'): Fault[] {
  const offender = findOffender(values, (value) => !Number.isFinite(value));
  if (offender === null) return [];
  return [
    {
      code: 'score-invalid',
      message: `The ${model}'s score in ${offender.where} is ${offender.value}.`,
      fix: 'Look at the features of that row: a missing value, the logarithm of 0 or a float16 overflow makes such scores.',
    },
  ];
}

function checkWeight(weight: Float64Array): Fault[] {
  const offender = findOffender(weight, (value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
  if (offender !== null) {
    return [
      {
        code: 'weight-invalid',
        message: `The weight in ${offender.where} is ${offender.value}; weights are finite and not negative.`,
        fix: 'Repair the weight column, or leave `weight` out.',
      },
    ];
  }
  if (weight.some((value) => value > 0)) return [];
  return [
    {
      code: 'weight-invalid',
      message: `The weight is 0 in all ${weight.length} rows, so that no row counts.`,
      fix: 'Name another weight column, or leave `weight` out.',
    },
  ];
}

function checkGroups(count: number): Fault[] {
  if (count >= 2) return [];
  return [
    {
      code: 'group-invalid',
      message: 'All rows are of one group, so that nothing can be said about other groups.',
      fix: 'Name a column with many groups, such as a user or a query, or leave `group` out.',
    },
  ];
}
