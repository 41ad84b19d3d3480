/** What metrics ask of the scores that they are computed from. */
import type { Fault } from '../errors.ts';
import { SUM_TOLERANCE } from '../scoring/range.ts';
import { findOffender } from './find-offender.ts';
import type { MetricDefinition, MetricOptions } from './prepared.ts';
import type { Scores } from './scores.ts';

export interface Wanted {
  /** As the user wrote it. */
  readonly id: string;
  readonly definition: MetricDefinition;
  readonly options: MetricOptions;
}

/** `score-invalid`, `group-invalid` and `column-missing`, once each, with the metrics that mind. */
export function checkRequirements(wanted: readonly Wanted[], scores: Scores): Fault[] {
  const probable = wanted.filter(({ definition }) => definition.needs === 'probabilities');
  const grouped = wanted.filter(({ definition }) => definition.grouped);
  const itemised = wanted.filter(
    ({ definition, options }) => definition.items || options.convention.ties === 'id_desc',
  );
  return [
    ...(probable.length > 0 ? checkProbabilities(namesOf(probable), scores) : []),
    ...(grouped.length > 0 && scores.group === null ? [noGroups(namesOf(grouped))] : []),
    ...(itemised.length > 0 && scores.item == null ? [noItems(namesOf(itemised))] : []),
  ];
}

interface Names {
  readonly words: string;
  readonly need: 'need' | 'needs';
}

function namesOf(wanted: readonly Wanted[]): Names {
  return { words: wanted.map(({ id }) => id).join(' and '), need: wanted.length === 1 ? 'needs' : 'need' };
}

function checkProbabilities({ words, need }: Names, { classes = 1, candidate, baseline }: Scores): Fault[] {
  const faults: Fault[] = [];
  for (const [model, values] of [['candidate', candidate] as const, ['baseline', baseline] as const]) {
    if (values === null) continue;
    const outside = (score: number) => Number.isFinite(score) && (score < 0 || score > 1);
    const offender = findOffender(values, outside, classes);
    if (offender !== null) {
      faults.push({
        code: 'score-invalid',
        message: `The ${model}'s score in ${offender.where} is ${offender.value}, but ${words} ${need} probabilities from 0 to 1.`,
        fix:
          classes > 1
            ? 'If the model gives logits, write `output: { activation: softmax }`; `accuracy` takes any scores.'
            : 'If the model gives logits, write `output: { activation: sigmoid }`; `auc` takes any score.',
      });
      continue;
    }
    const uneven =
      classes > 1 ? findOffender(rowSums(values, classes), (sum) => Math.abs(sum - 1) > SUM_TOLERANCE) : null;
    if (uneven === null) continue;
    faults.push({
      code: 'score-invalid',
      message: `The ${model}'s scores in ${uneven.where} add up to ${uneven.value}, but ${words} ${need} probabilities, which add up to 1.`,
      fix: 'Name the output with the probabilities, or write `output: { activation: softmax }`.',
    });
  }
  return faults;
}

function rowSums(values: Float64Array, classes: number): Float64Array {
  const sums = new Float64Array(values.length / classes);
  for (let i = 0; i < values.length; i++) sums[Math.floor(i / classes)]! += values[i]!;
  return sums;
}

function noGroups({ words, need }: Names): Fault {
  return {
    code: 'group-invalid',
    message: `${words} ${need} rows in groups, and there is no group column.`,
    fix: 'Name it: `holdout: { group: query_id }`, or a user or session.',
  };
}

function noItems({ words, need }: Names): Fault {
  return {
    code: 'column-missing',
    message: `${words} ${need} the id of the item in each row, and there is no item column.`,
    fix: 'Name it: `holdout: { item: item_id }`, or `--item item_id`.',
  };
}
