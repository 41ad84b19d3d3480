import type { Drawing } from '../documents/validation.ts';

/** Nodes, by index, that the other graph lacks. */
export interface GraphDifference {
  readonly candidate: ReadonlySet<number>;
  readonly baseline: ReadonlySet<number>;
}

/**
 * What a longest common subsequence of both topological orders leaves over, nodes being the same when kind and label
 * are. Quadratic, for drawings of at most `MOST_DRAWN` nodes.
 *
 * Candidate Gemm, Relu, Gemm against baseline Gemm, Gemm: the Relu (index 1) is the candidate's alone.
 */
export function graphDifference(candidate: Drawing, baseline: Drawing): GraphDifference {
  const [a, b] = [keysOf(candidate), keysOf(baseline)];
  // longest[i][j]: of what follows a[i] and b[j], those included.
  const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i]![j] =
        a[i] === b[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  const only = { candidate: new Set<number>(), baseline: new Set<number>() };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i++;
      j++;
    } else if (j === b.length || (i < a.length && longest[i + 1]![j]! >= longest[i]![j + 1]!))
      only.candidate.add(i++);
    else only.baseline.add(j++);
  }
  return only;
}

const keysOf = ({ nodes }: Drawing) => nodes.map(({ kind, label }) => `${kind} ${label}`);
