/** Precision, recall and F1 of every class against the others, averaged. */
import type { MetricDefinition } from '../prepared.ts';
import { divide, ZERO_DIVISION } from '../zero-division.ts';
import { type ClassCounts, MULTICLASS, ofCounts, sum } from './classes.ts';

type Ratio = (hits: number, truths: number, predicted: number) => readonly [part: number, whole: number];

/**
 * `average=macro`: the mean over the classes that occur as a label or a prediction; `weighted`: the same, weighted by
 * labels; `micro`: of the counts summed over classes, which is accuracy. As scikit-learn.
 */
function averaged(name: string, title: string, ratio: Ratio): MetricDefinition {
  return {
    ...MULTICLASS,
    name,
    title,
    conventions: { average: ['macro', 'micro', 'weighted'], ...ZERO_DIVISION },
    prepare(scores, arm, { convention }) {
      const share = ([part, whole]: readonly [number, number]) => divide(part, whole, convention);
      const value = ({ hits, truths, guesses }: ClassCounts) => {
        if (convention.average === 'micro') return share(ratio(sum(hits), sum(truths), sum(guesses)));
        let [total, weights] = [0, 0];
        for (let c = 0; c < truths.length; c++) {
          if (truths[c] === 0 && guesses[c] === 0) continue;
          const w = convention.average === 'macro' ? 1 : truths[c]!;
          if (w === 0) continue;
          total += w * share(ratio(hits[c]!, truths[c]!, guesses[c]!));
          weights += w;
        }
        return total / weights;
      };
      return ofCounts(scores, arm, value, `The ${title} of a class is 0/0.`);
    },
  };
}

export const precision = averaged('precision', 'precision', (hits, _, predicted) => [hits, predicted]);
export const recall = averaged('recall', 'recall', (hits, truths) => [hits, truths]);
export const f1 = averaged('f1', 'F1', (hits, truths, predicted) => [2 * hits, truths + predicted]);
