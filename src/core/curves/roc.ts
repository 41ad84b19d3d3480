/** The two curves of a ranking's quality, one point for each distinct score. */
import { MOST_POINTS } from '../documents/curves.ts';
import type { ClassSums } from './class-sums.ts';
import { type Line, type Point, simplify } from './simplify.ts';

/** Straight parts of a ROC curve need no points inside. Decimals that a drawing can show. */
const DECIMALS = 5;
const rounded = (value: number) => Math.min(1, Number(value.toFixed(DECIMALS)));

/**
 * From 0, 0 to 1, 1; tied scores are one step, drawn as the straight line that AUC counts as half.
 * Labels 0 0 1 1, scores .1 .4 .35 .8: 0,0 · 0,.5 · .5,.5 · .5,1 · 1,1. Null with one class only.
 */
export function rocPoints(sums: ClassSums): Point[] | null {
  const { positive, negative, positives, negatives } = sums;
  if (!(positives > 0 && negatives > 0)) return null;
  return drawable((visit) => {
    let [truePositive, falsePositive] = [0, 0];
    visit(0, 0);
    for (let i = positive.length - 1; i >= 0; i--) {
      truePositive += positive[i]!;
      falsePositive += negative[i]!;
      visit(falsePositive / negatives, truePositive / positives);
    }
  });
}

/**
 * Recall and precision at each distinct threshold, the highest score first, from recall 0 at the first precision.
 * Labels 0 0 1 1, scores .1 .4 .35 .8: 0,1 · .5,1 · .5,.5 · 1,.6667 · 1,.5. Null without positives.
 */
export function precisionRecallPoints({ positive, negative, positives }: ClassSums): Point[] | null {
  if (!(positives > 0)) return null;
  return drawable((visit) => {
    let [truePositive, all] = [0, 0];
    for (let i = positive.length - 1; i >= 0; i--) {
      const isFirst = all === 0;
      truePositive += positive[i]!;
      all += positive[i]! + negative[i]!;
      if (all === 0) continue;
      if (isFirst) visit(0, truePositive / all);
      visit(truePositive / positives, truePositive / all);
    }
  });
}

function drawable(line: Line): Point[] {
  return simplify(line, MOST_POINTS).map(([x, y]) => [rounded(x), rounded(y)]);
}
