/** How far labels and predictions agree beyond what their frequencies alone would give. */
import type { MetricDefinition } from '../prepared.ts';
import { divide, ZERO_DIVISION } from '../zero-division.ts';
import { type ClassCounts, MULTICLASS, ofCounts, sum } from './classes.ts';

function agreement(
  name: string,
  title: string,
  conventions: MetricDefinition['conventions'],
  of: (counts: ClassCounts, convention: Readonly<Record<string, string>>) => number,
): MetricDefinition {
  return {
    ...MULTICLASS,
    name,
    title,
    conventions,
    prepare(scores, arm, { convention }) {
      return ofCounts(
        scores,
        arm,
        (counts) => of(counts, convention),
        `All labels or all predictions are the same, so that ${title} is 0/0.`,
      );
    },
  };
}

/** Mean recall over the classes that occur as labels. */
export const balancedAccuracy = agreement(
  'balanced_accuracy',
  'balanced accuracy',
  {},
  ({ hits, truths }) => {
    let [total, classes] = [0, 0];
    for (let c = 0; c < truths.length; c++) {
      if (truths[c] === 0) continue;
      total += hits[c]! / truths[c]!;
      classes++;
    }
    return total / classes;
  },
);

/** Matthews' correlation for several classes (Gorodkin 2004); for two classes that of `mcc`. */
export const mcc = agreement(
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
export const kappa = agreement(
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
