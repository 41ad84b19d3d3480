/** Whether scores are what metrics will take them for, looked at while they are made. */
import { fault } from '../errors.ts';
import type { OutputPlan } from './output.ts';

/** What the scores are for. */
export interface Scale {
  /** Scores of other tasks may be any number. */
  readonly probabilities: boolean;
  /** Metrics that are undefined without probabilities, as the user wrote them. */
  readonly neededBy: readonly string[];
}

/** Classes of a row may miss 1 by this: float16 rounds five of them by some 0.001. */
export const SUM_TOLERANCE = 0.01;

export interface RangeWatch {
  /**
   * Of the next rows, row-major; `first` counts from 0. Throws `score-invalid` for scores that are no probabilities
   * where a metric needs them: the rest need not be scored.
   */
  see(scores: Float64Array, classes: number, first: number): void;
  /** What was odd and no fault, in sentences. */
  notes(): string[];
}

interface Seen {
  rows: number;
  /** In words, of the first row. */
  first: string;
}

/** `whose`: such as `The candidate`. */
export function watchRange(whose: string, output: Pick<OutputPlan, 'activation'>, scale: Scale): RangeWatch {
  const broken: Seen = { rows: 0, first: '' };
  const outside: Seen = { rows: 0, first: '' };
  let width = 1;
  // An activation of ours leaves nothing to check.
  const checked = scale.probabilities && output.activation === 'none';
  const note = (seen: Seen, words: () => string) => {
    if (seen.rows++ === 0) seen.first = words();
  };
  return {
    see(scores, classes, first) {
      width = classes;
      if (classes === 1 && sound(scores, checked)) return;
      for (let at = 0, row = first + 1; at < scores.length; at += classes, row++) {
        let sum = 0;
        let inside = true;
        for (let i = at; i < at + classes; i++) {
          sum += scores[i]!;
          inside &&= scores[i]! >= 0 && scores[i]! <= 1;
        }
        if (!Number.isFinite(sum)) {
          note(broken, () => `row ${row}`);
        } else if (!inside && checked) {
          const value = scores.subarray(at, at + classes).find((score) => score < 0 || score > 1);
          note(outside, () => `${whose}'s score in row ${row} is ${value}`);
        } else if (classes > 1 && checked && Math.abs(sum - 1) > SUM_TOLERANCE) {
          note(outside, () => `${whose}'s scores in row ${row} add up to ${sum}`);
        }
      }
      if (outside.rows > 0 && scale.neededBy.length > 0) throw noProbabilities(outside, classes, scale);
    },
    notes() {
      const rows = ({ rows }: Seen) => (rows === 1 ? '1 row' : `${rows} rows`);
      return [
        ...(broken.rows === 0
          ? []
          : [`${whose}'s scores are NaN or infinite in ${rows(broken)}, first in ${broken.first}.`]),
        ...(outside.rows === 0
          ? []
          : [`${outside.first}, and ${rows(outside)} in all hold no probabilities. ${logits(width)}.`]),
      ];
    },
  };
}

/** Whether there is nothing to tell: all are finite, and probabilities where these are wanted. */
function sound(scores: Float64Array, checked: boolean): boolean {
  let low = 0;
  let high = 1;
  let odd = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    odd += score * 0;
    if (score < low) low = score;
    if (score > high) high = score;
  }
  return odd === 0 && (!checked || (low === 0 && high === 1));
}

function noProbabilities({ first }: Seen, classes: number, { neededBy }: Scale) {
  const need = neededBy.length === 1 ? 'needs' : 'need';
  const sums = classes > 1 ? ' that add up to 1' : '';
  return fault(
    'score-invalid',
    `${first}, but ${neededBy.join(' and ')} ${need} probabilities from 0 to 1${sums}.`,
    { fix: `${logits(classes)}; ${classes > 1 ? '`accuracy` takes any scores' : '`auc` takes any score'}.` },
  );
}

const logits = (classes: number) =>
  `If the model gives logits, write \`output: { activation: ${classes > 1 ? 'softmax' : 'sigmoid'} }\``;
