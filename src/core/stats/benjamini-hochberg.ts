import { ascending } from './holm.ts';

/**
 * Benjamini–Hochberg adjusted p-values (1995), in the order given: reject those at most q and the expected share of
 * false ones among the rejected is at most q, for independent or positively dependent tests. The i-th smallest of m becomes
 * the smallest, from there on, of p·m/i. `benjaminiHochberg([0.04, 0.2, 0.01])` = [0.06, 0.2, 0.03].
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = new Array<number>(ps.length);
  const order = ascending(ps);
  let smallest = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1]!;
    smallest = Math.min(smallest, (ps[index]! * ps.length) / rank);
    adjusted[index] = smallest;
  }
  return adjusted;
}
