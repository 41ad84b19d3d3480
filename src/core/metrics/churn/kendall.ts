import { argsort } from '../../stats/argsort.ts';
import { pairs, sortCountingInversions, tiedPairs } from '../ranking/inversions.ts';

/**
 * Kendall's tau-b: (concordant − discordant)/√((n₀ − n₁)(n₀ − n₂)), n₀ all pairs, n₁ and n₂ those tied in x and in y (Kendall
 * 1945), by Knight's algorithm (1966) in O(n log n). Rows count once, whatever their weight. All counts are exact up to 134
 * million rows. NaN when either side is constant or there are fewer than two rows.
 * x 1 2 3 4, y 1 3 2 4: 4/6. x 1 1 2, y 1 2 3: 2/√(2 · 3).
 */
export function kendallTauB(x: Float64Array, y: Float64Array): number {
  const n = x.length;
  const order = argsort(x);
  const xs = new Float64Array(n);
  const ys = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    xs[i] = x[order[i]!]!;
    ys[i] = y[order[i]!]!;
  }
  // Rows of one x by ascending y, so that an inversion of y is a discordant pair and nothing else is.
  let tiedInBoth = 0;
  for (let start = 0, end = 0; start < n; start = end) {
    while (end < n && xs[end] === xs[start]) end++;
    if (end - start > 1) tiedInBoth += tiedPairs(ys.subarray(start, end).sort());
  }
  const discordant = sortCountingInversions(ys);
  const untiedX = pairs(n) - tiedPairs(xs);
  const untiedY = pairs(n) - tiedPairs(ys);
  const comparable = untiedX + untiedY - pairs(n) + tiedInBoth;
  return (comparable - 2 * discordant) / Math.sqrt(untiedX * untiedY);
}
