import { MOST_BINS, type ModelCurves } from '../documents/curves.ts';
import type { Scores } from '../metrics/scores.ts';
import type { SortedRows } from '../stats/argsort.ts';
import { wilson } from '../stats/wilson.ts';

type Bins = NonNullable<ModelCurves['reliability']>;

/**
 * A reliability diagram (DeGroot and Fienberg 1983): in bins of equal weight, the mean score against the rate of label 1.
 * Equal scores stay in one bin, as in the metric `ece`. Wilson's interval is over the bin's effective rows: with weights
 * (Σw)²/Σw², and no more than p(1−p)/Var with the variance over groups (Korn and Graubard 1998), so that rows of one
 * user do not pass for many.
 */
export function reliabilityBins(
  { label, weight, group }: Pick<Scores, 'label' | 'weight' | 'group'>,
  scores: Float64Array,
  { order, begins }: SortedRows,
  confidence: number,
): Bins {
  const weightOf = (row: number) => (weight === null ? 1 : weight[row]!);
  let total = 0;
  for (const row of order) total += weightOf(row);
  const bins: Bins = [];
  const residuals = new Float64Array(group?.count ?? 0);
  for (let start = 0, below = 0; start < order.length; ) {
    const bin = Math.floor((MOST_BINS * below) / total);
    let [end, here] = [start, 0];
    while (end < order.length) {
      const inside = Math.floor((MOST_BINS * (below + here)) / total) === bin;
      const tied = end > start && begins[end] === 0;
      if (!inside && !tied) break;
      here += weightOf(order[end++]!);
    }
    if (here > 0) bins.push(binOf(order.subarray(start, end), here));
    below += here;
    // What rounding leaves beyond the last bin belongs to it.
    start = bins.length < MOST_BINS ? end : order.length;
  }
  return bins;

  function binOf(rows: Uint32Array, mass: number): Bins[number] {
    let [score, hits, squares] = [0, 0, 0];
    for (const row of rows) {
      const w = weightOf(row);
      score += w * scores[row]!;
      hits += w * label[row]!;
      squares += w * w;
    }
    const rate = Math.min(1, hits / mass);
    const n = Math.max(1, Math.min((mass * mass) / squares, groupedRows(rows, mass, rate)));
    const { lower, upper } = wilson(Math.min(n, rate * n), n, confidence);
    return {
      rows: rows.length,
      score: Math.min(1, Math.max(0, score / mass)),
      rate,
      lower: Math.min(1, Math.max(0, lower)),
      upper: Math.min(1, Math.max(0, upper)),
    };
  }

  function groupedRows(rows: Uint32Array, mass: number, rate: number): number {
    if (group === null) return Number.POSITIVE_INFINITY;
    for (const row of rows) residuals[group.code[row]!]! += (weightOf(row) * (label[row]! - rate)) / mass;
    let variance = 0;
    for (const row of rows) {
      const code = group.code[row]!;
      variance += residuals[code]! ** 2;
      residuals[code] = 0;
    }
    return variance > 0 ? (rate * (1 - rate)) / variance : Number.POSITIVE_INFINITY;
  }
}
