/**
 * Holm's adjusted p-values (Holm 1979), in the order given: reject those at most α and the chance of any false rejection
 * is at most α, however the tests depend on each other. The i-th smallest of m becomes the largest so far of
 * (m − i + 1)·p. `holm([0.01, 0.04, 0.03])` = [0.03, 0.06, 0.06].
 *
 * p-values in [0, 1]; none is null: a test that could not be made counts as 1.
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length);
  let largest = 0;
  for (const [rank, index] of ascending(ps).entries()) {
    largest = Math.max(largest, Math.min(1, (ps.length - rank) * ps[index]!));
    adjusted[index] = largest;
  }
  return adjusted;
}

/**
 * The one-sided level at which each test's confidence bound may be shown so that all bounds hold together with
 * 1 − `alpha`, and agree with Holm's decisions (Strassburger & Bretz 2008). While some are not rejected, theirs is
 * `alpha` shared among them, and a rejected one's bound is just its margin: null. When all are rejected, each has alpha/m.
 * `holmLevels([0.001, 0.5, 0.4], 0.05)` = [null, 0.025, 0.025].
 */
export function holmLevels(ps: readonly number[], alpha: number): (number | null)[] {
  const kept = holm(ps).map((p) => p > alpha);
  const open = kept.filter(Boolean).length;
  return kept.map((keep) => {
    if (open === 0) return alpha / ps.length;
    return keep ? alpha / open : null;
  });
}

/** Indices of `ps` from the smallest p to the largest; equal ones keep their order. */
export function ascending(ps: readonly number[]): number[] {
  return ps.map((_, index) => index).sort((a, b) => ps[a]! - ps[b]!);
}
