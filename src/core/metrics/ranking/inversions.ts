/**
 * The number of pairs i < j with `values[i] > values[j]`, by merge sort (Knight 1966). Sorts `values` ascending on the way.
 * O(n log n); exact below 2⁵³, that is up to 134 million values. 3 1 2 has 2.
 */
export function sortCountingInversions(values: Float64Array): number {
  const n = values.length;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(n);
  let count = 0;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n);
      const end = Math.min(start + 2 * width, n);
      let left = start;
      let right = middle;
      for (let place = start; place < end; place++) {
        if (left < middle && (right === end || from[left]! <= from[right]!)) {
          to[place] = from[left++]!;
        } else {
          count += middle - left;
          to[place] = from[right++]!;
        }
      }
    }
    [from, to] = [to, from];
  }
  if (from !== values) values.set(from);
  return count;
}

/** n(n − 1)/2: the pairs among n things. */
export function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}

/** Pairs of equal neighbours' runs: Σ t(t − 1)/2 over runs of t equal values. `values` sorted. */
export function tiedPairs(values: Float64Array): number {
  let count = 0;
  for (let start = 0, end = 0; start < values.length; start = end) {
    while (end < values.length && values[end] === values[start]) end++;
    count += pairs(end - start);
  }
  return count;
}
