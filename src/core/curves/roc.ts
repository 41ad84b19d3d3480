/** The two curves of a ranking's quality, one point for each distinct score. */
import { MOST_POINTS } from '../documents/curves.ts';
import type { ClassSums } from '../metrics/score-levels.ts';
import { type Point, simplify } from './simplify.ts';

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
  const points: Point[] = [[0, 0]];
  let [truePositive, falsePositive] = [0, 0];
  for (let i = positive.length - 1; i >= 0; i--) {
    truePositive += positive[i]!;
    falsePositive += negative[i]!;
    points.push([falsePositive / negatives, truePositive / positives]);
  }
  return drawable(points);
}

/**
 * Recall and precision at each distinct threshold, the highest score first, from recall 0 at the first precision.
 * Labels 0 0 1 1, scores .1 .4 .35 .8: 0,1 · .5,1 · .5,.5 · 1,.6667 · 1,.5. Null without positives.
 */
export function precisionRecallPoints({ positive, negative, positives }: ClassSums): Point[] | null {
  if (!(positives > 0)) return null;
  const points: Point[] = [];
  let [truePositive, all] = [0, 0];
  for (let i = positive.length - 1; i >= 0; i--) {
    truePositive += positive[i]!;
    all += positive[i]! + negative[i]!;
    if (all > 0) points.push([truePositive / positives, truePositive / all]);
  }
  return drawable([[0, points[0]![1]], ...points]);
}

function drawable(points: readonly Point[]): Point[] {
  return simplify(points, MOST_POINTS).map(([x, y]) => [rounded(x), rounded(y)]);
}
