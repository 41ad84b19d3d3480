/** How far scores are from the rates that they promise, by bins of score. */
import { functional, scoresOf } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';
import { type ClassSums, classSums } from '../score-levels.ts';

/**
 * Expected calibration error Σ (w_b/W)·|ȳ_b − p̄_b| over `at` bins (Naeini et al. 2015; Guo et al. 2017).
 *
 * `bins=mass`: the row with c of the weight W scored below it is in bin ⌊at·c/W⌋, so that bins weigh the same; click
 * scores bunch near 0, where equal widths would put all of them into one bin. Equal scores stay in one bin, which
 * keeps the order of rows out of it. `bins=width`: score p is in bin ⌊at·p⌋, and 1 in the last.
 * Labels 0 1 0 1, scores .1 .3 .6 .8, two bins either way: 0.25.
 */
export const ece = calibrationError('ece', 'expected calibration error', (gaps) => {
  let sum = 0;
  let total = 0;
  gaps((gap, weight) => {
    sum += gap * weight;
    total += weight;
  });
  return sum / total;
});

/** Maximum calibration error: the largest |ȳ_b − p̄_b| of the bins of `ece`. */
export const mce = calibrationError('mce', 'maximum calibration error', (gaps) => {
  let most = Number.NaN;
  gaps((gap) => {
    if (!(gap <= most)) most = gap;
  });
  return most;
});

type VisitGap = (gap: number, weight: number) => void;

function calibrationError(
  name: string,
  title: string,
  summarise: (gaps: (visit: VisitGap) => void) => number,
): MetricDefinition {
  return {
    name,
    title,
    direction: 'lower',
    tasks: ['binary'],
    needs: 'probabilities',
    grouped: false,
    at: 'count',
    defaultAt: 20,
    conventions: { bins: ['mass', 'width'] },
    prepare(scores, arm, { at, convention }) {
      const sums = classSums(scores.label, scoresOf(scores, arm));
      const equalMass = convention.bins === 'mass';
      const value = (weight: Float64Array | null) => {
        const ofLevels = sums(weight);
        return summarise((visit) => visitGaps(ofLevels, at!, equalMass, visit));
      };
      return functional(scores, value, 'No row has weight.');
    },
  };
}

/** Levels ascend, and so do their bins: one is finished before the next begins. */
function visitGaps(sums: ClassSums, bins: number, equalMass: boolean, visit: VisitGap): void {
  const { score, positive, negative, positives, negatives } = sums;
  const total = positives + negatives;
  let [bin, below, weight, promised, happened] = [0, 0, 0, 0, 0];
  const finish = () => {
    if (weight > 0) visit(Math.abs(happened - promised) / weight, weight);
    [weight, promised, happened] = [0, 0, 0];
  };
  for (let i = 0; i < score.length; i++) {
    const here = positive[i]! + negative[i]!;
    if (here === 0) continue;
    const next = Math.min(Math.floor(equalMass ? (bins * below) / total : bins * score[i]!), bins - 1);
    if (next !== bin) finish();
    bin = next;
    below += here;
    weight += here;
    promised += here * score[i]!;
    happened += positive[i]!;
  }
  finish();
}
