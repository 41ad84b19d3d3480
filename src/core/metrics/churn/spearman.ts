import { argsort } from '../../stats/argsort.ts';

/**
 * Spearman's rank correlation: Pearson's of the midranks (Spearman 1904; tied values share their mean rank). Rows count once,
 * whatever their weight. NaN when either side is constant or there are fewer than two rows. O(n log n).
 * x 1 2 3 4, y 1 3 2 4: .8.
 */
export function spearman(x: Float64Array, y: Float64Array): number {
  const a = centredMidranks(x);
  const b = centredMidranks(y);
  let products = 0;
  let squaresOfA = 0;
  let squaresOfB = 0;
  for (let row = 0; row < a.length; row++) {
    products += a[row]! * b[row]!;
    squaresOfA += a[row]! ** 2;
    squaresOfB += b[row]! ** 2;
  }
  return products / Math.sqrt(squaresOfA * squaresOfB);
}

/** Midranks minus their mean, (n + 1)/2. */
function centredMidranks(values: Float64Array): Float64Array {
  const n = values.length;
  const order = argsort(values);
  const ranks = new Float64Array(n);
  for (let start = 0, end = 0; start < n; start = end) {
    const value = values[order[start]!]!;
    while (end < n && values[order[end]!] === value) end++;
    const rank = (start + end - n) / 2;
    for (let i = start; i < end; i++) ranks[order[i]!] = rank;
  }
  return ranks;
}
