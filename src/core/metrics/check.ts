import type { Fault } from '../errors.ts';
import { checkLabel } from './check-label.ts';
import { findOffender } from './find-offender.ts';
import type { Task } from './prepared.ts';
import type { Scores } from './scores.ts';

/**
 * Everything that makes these scores unfit to be measured, all at once; rows are counted from 1.
 * No rows `holdout-empty` · a label that the task does not have, or only one of them `label-invalid` · a score that is
 * NaN or infinite `score-invalid` · weights that cannot weigh `weight-invalid` · a single group `group-invalid`.
 *
 * `labelColumn`: its name, for messages.
 */
export function checkScores(scores: Scores, labelColumn: string, task: Task = 'binary'): Fault[] {
  if (scores.label.length === 0) {
    const fix = 'Check the path, the glob or the query of the holdout.';
    return [{ code: 'holdout-empty', message: 'The holdout has no rows.', fix }];
  }
  const { classes = 1 } = scores;
  return [
    ...checkLabel(scores.label, labelColumn, task, classes),
    ...checkScore(scores.candidate, 'candidate', classes),
    ...(scores.baseline === null ? [] : checkScore(scores.baseline, 'baseline', classes)),
    ...(scores.weight === null ? [] : checkWeight(scores.weight)),
    ...(scores.group === null ? [] : checkGroups(scores.group.count)),
  ];
}

function checkScore(values: Float64Array, model: 'candidate' | 'baseline', classes: number): Fault[] {
  const offender = findOffender(values, (value) => !Number.isFinite(value), classes);
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
