import type { Fault } from '../../errors.ts';
import type { Wanted } from './compare.ts';
import type { Offender, OffenderKind, ScoreSurvey } from './features.ts';

interface Words {
  readonly code: Fault['code'];
  say(row: number, value: number, label: string): string;
  readonly fix: string;
}

const score = (model: string): Words => ({
  code: 'score-invalid',
  say: (row, value) => `The ${model}'s score in row ${row} is ${value}.`,
  fix: 'Look at the features of that row: a missing value, the logarithm of 0 or a float16 overflow makes such scores.',
});

/** The sentences of core/metrics/check.ts, for a table that was only surveyed. */
const WORDS: Readonly<Record<Exclude<OffenderKind, `${string}-outside`>, Words>> = {
  label: {
    code: 'label-invalid',
    say: (row, value, label) => `The label ${label} is ${value} in row ${row}; it must be LABELS.`,
    fix: 'Correct the label, or leave such rows out.',
  },
  weight: {
    code: 'weight-invalid',
    say: (row, value) => `The weight in row ${row} is ${value}; weights are finite and not negative.`,
    fix: 'Repair the weight column, or leave `weight` out.',
  },
  candidate: score('candidate'),
  baseline: score('baseline'),
};

/** Everything that makes these scores unfit to be measured, all at once. */
export function checkSurvey(
  survey: ScoreSurvey,
  labelColumn: string,
  task: 'binary' | 'regression',
  wanted: readonly Wanted[],
): Fault[] {
  const { rows, used, groups, ones } = survey;
  const label = JSON.stringify(labelColumn.slice(0, 100));
  if (rows === 0)
    return [{ code: 'holdout-empty', message: 'The holdout has no rows.', fix: 'Check its source.' }];
  const faults = survey.offenders.flatMap((offender) => offenderFault(offender, label, task, wanted));
  const one = (code: Fault['code'], message: string, fix: string) => faults.push({ code, message, fix });
  const labelled = !survey.offenders.some(({ kind }) => kind === 'label');
  if (task === 'binary' && labelled && (ones === 0 || ones === rows))
    one(
      'label-invalid',
      `All ${rows} rows have ${ones === 0 ? 0 : 1} as the label ${label}; no model can be judged on one class.`,
      `Widen the holdout until it has rows of the other class too, or check that ${label} is the right column.`,
    );
  if (survey.weighted && used === 0)
    one(
      'weight-invalid',
      `The weight is 0 in all ${rows} rows, so that no row counts.`,
      'Name another weight column, or leave `weight` out.',
    );
  if (groups && groups.all < 2)
    one(
      'group-invalid',
      'All rows are of one group, so that nothing can be said about other groups.',
      'Name a column with many groups, such as a user or a query, or leave `group` out.',
    );
  return faults;
}

function offenderFault(
  { kind, row, value }: Offender,
  label: string,
  task: 'binary' | 'regression',
  wanted: readonly Wanted[],
): Fault[] {
  if (kind === 'candidate-outside' || kind === 'baseline-outside') {
    const minding = wanted.filter(({ parsed }) => parsed.definition.needs === 'probabilities');
    if (minding.length === 0) return [];
    const names = minding.map(({ id }) => id).join(' and ');
    return [
      {
        code: 'score-invalid',
        message: `The ${kind.replace('-outside', '')}'s score in row ${row} is ${value}, but ${names} ${minding.length === 1 ? 'needs' : 'need'} probabilities from 0 to 1.`,
        fix: 'Write probabilities and not logits; `auc` takes any score.',
      },
    ];
  }
  const { code, say, fix } = WORDS[kind];
  const must = task === 'binary' ? '0 or 1' : 'a finite number';
  return [{ code, message: say(row, value, label).replace('LABELS', must), fix }];
}
