/** How far labels and predictions agree beyond what their frequencies alone would give. */
import { functional } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';
import { divide, ZERO_DIVISION } from '../zero-division.ts';
import { classScores, countsOf, MULTICLASS, predictions, sum } from './classes.ts';

type Counts = ReturnType<typeof countsOf>;

function ofCounts(
  name: string,
  title: string,
  conventions: MetricDefinition['conventions'],
  of: (counts: Counts, convention: Readonly<Record<string, string>>) => number,
): MetricDefinition {
  return {
    ...MULTICLASS,
    name,
    title,
    conventions,
    prepare(scores, arm, { convention }) {
      const given = classScores(scores, arm);
      const predicted = predictions(given);
      const value = (weight: Float64Array | null) =>
        of(countsOf(scores.label, predicted, given.count, weight), convention);
      return functional(
        scores,
        value,
        `All labels or all predictions are the same, so that ${title} is 0/0.`,
      );
    },
  };
}

/** Mean recall over the classes that occur as labels. */
export const balancedAccuracy = ofCounts('balanced_accuracy', 'balanced accuracy', {}, ({ hits, truths }) => {
  let [total, classes] = [0, 0];
  for (let c = 0; c < truths.length; c++) {
    if (truths[c] === 0) continue;
    total += hits[c]! / truths[c]!;
    classes++;
  }
  return total / classes;
});

/** Matthews' correlation for several classes (Gorodkin 2004); for two classes that of `mcc`. */
export const mcc = ofCounts(
  'mcc',
  "Matthews' correlation",
  ZERO_DIVISION,
  ({ hits, truths, guesses }, convention) => {
    const all = sum(truths);
    return divide(
      sum(hits) * all - dot(truths, guesses),
      Math.sqrt(all * all - dot(truths, truths)) * Math.sqrt(all * all - dot(guesses, guesses)),
      convention,
    );
  },
);

/** Cohen's kappa: agreement above chance, over the most that there could be above it. */
export const kappa = ofCounts(
  'kappa',
  "Cohen's kappa",
  ZERO_DIVISION,
  ({ hits, truths, guesses }, convention) => {
    const all = sum(truths);
    const chance = dot(truths, guesses) / all;
    return divide(sum(hits) - chance, all - chance, convention);
  },
);

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!;
  return total;
}
