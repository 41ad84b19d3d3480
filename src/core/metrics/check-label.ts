import type { Fault } from '../errors.ts';
import { findOffender } from './find-offender.ts';
import type { Task } from './prepared.ts';

interface LabelRule {
  readonly bad: (value: number, classes: number) => boolean;
  /** Ends the sentence "it must be …". */
  readonly must: (classes: number) => string;
  readonly fix: (name: string) => string;
  /** Why one label alone is no use; null where it is. */
  readonly single: string | null;
}

const RULES: Readonly<Record<Task, LabelRule>> = {
  binary: {
    bad: (value) => value !== 0 && value !== 1,
    must: () => '0 or 1',
    fix: (name) =>
      `Make it so with a query, such as \`SELECT * REPLACE ((${name} > 0)::INT AS ${name}) FROM 'holdout.parquet'\`.`,
    single: 'no model can be judged on one class',
  },
  multiclass: {
    bad: (value, classes) => !Number.isInteger(value) || value < 0 || value >= classes,
    must: (classes) => `a class from 0 to ${classes - 1}, as the model has ${classes} scores a row`,
    fix: () =>
      'Number the classes from 0 in the order of the output, or name the output with a score for each.',
    single: 'no model can be judged on one class',
  },
  regression: {
    bad: (value) => !Number.isFinite(value),
    must: () => 'a finite number',
    fix: (name) =>
      `Leave such rows out with a query, such as \`SELECT * FROM 'holdout.parquet' WHERE isfinite(${name})\`.`,
    single: null,
  },
  ranking: {
    bad: (value) => !(value >= 0 && value < Number.POSITIVE_INFINITY),
    must: () => 'a grade of relevance, a finite number from 0',
    fix: () => 'Give irrelevant rows 0, and better ones higher grades.',
    single: null,
  },
};

/** Labels that the task does not have, or that cannot tell models apart; code `label-invalid`. */
export function checkLabel(label: Float64Array, column: string, task: Task, classes: number): Fault[] {
  const name = JSON.stringify(column.slice(0, 100));
  const { bad, must, fix, single } = RULES[task];
  const offender = findOffender(label, (value) => bad(value, classes));
  if (offender !== null) {
    return [
      {
        code: 'label-invalid',
        message: `The label ${name} is ${offender.value} in ${offender.where}; it must be ${must(classes)}.`,
        fix: fix(name),
      },
    ];
  }
  const only = label[0]!;
  if (single === null || label.some((value) => value !== only)) return [];
  const rows = label.length === 1 ? 'The only row has' : `All ${label.length} rows have`;
  const others = task === 'binary' ? `rows with label ${1 - only} too` : 'rows of other classes too';
  return [
    {
      code: 'label-invalid',
      message: `${rows} ${only} as the label ${name}; ${single}.`,
      fix: `Widen the holdout until it has ${others}, or check that ${name} is the right column.`,
    },
  ];
}
