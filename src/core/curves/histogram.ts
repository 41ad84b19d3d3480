import { MOST_BARS, type ModelCurves } from '../documents/curves.ts';

type Histogram = ModelCurves['scoreHistogram'];

/** Bars that a page has room for; fewer for few rows (the square root of their number). */
const FEWEST = 10;
const USUAL = 40;

/** Edges of equal width over all finite values; one bar around a single value. */
export function histogramEdges(arms: readonly Float64Array[]): number[] {
  let [least, most, rows] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const values of arms) {
    rows = Math.max(rows, values.length);
    for (const value of values) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  if (!(most > least)) {
    const middle = Number.isFinite(least) ? least : 0;
    const reach = Math.max(1e-9, Math.abs(middle) * 1e-6);
    return [middle - reach, middle + reach];
  }
  const bars = Math.min(USUAL, MOST_BARS, Math.max(FEWEST, Math.round(Math.sqrt(rows))));
  // Half the width at a time: a range may be wider than the largest double.
  const step = most / bars - least / bars;
  return Array.from({ length: bars + 1 }, (_, i) => (i === bars ? most : least + step * i));
}

/** Rows by bar; the last bar holds its upper edge. `label` null where labels are not 0 and 1. */
export function histogramOf(
  scores: Float64Array,
  edges: readonly number[],
  label: Float64Array | null,
): Histogram {
  const bars = edges.length - 1;
  const [least, most] = [edges[0]!, edges.at(-1)!];
  const counts = new Array<number>(bars).fill(0);
  const positives = new Array<number>(bars).fill(0);
  const scale = bars / (most / 2 - least / 2);
  for (let row = 0; row < scores.length; row++) {
    const bar = Math.min(bars - 1, Math.floor(scale * (scores[row]! / 2 - least / 2)));
    counts[bar]!++;
    if (label?.[row] === 1) positives[bar]!++;
  }
  return { edges: [...edges], counts, positives: label === null ? null : positives };
}
