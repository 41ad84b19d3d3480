/** When the numbers of a benchmark are looked at, and what each look may cost. */

export interface Look {
  /** Launches made by then. */
  readonly launches: number;
  /** Of the error that all looks together may make, how much this one has. */
  readonly share: number;
}

const SHARES = [1 / 8, 1 / 2, 1 / 4, 1 / 8];

/**
 * The plan of a batch size: a first look a little after half the launches, in case all is clear by then; one at their
 * end; and, while anything is undecided, after twice and after three times as many.
 *
 * Whoever looks often finds something sooner or later. So each look has a share of the error, and its interval is
 * that much wider: all of them hold together with the policy's confidence (Bonferroni over looks, a group-sequential
 * design in the sense of Jennison & Turnbull 1999, "repeated confidence intervals"), whatever the reason to stop was.
 *
 * `looksOf(7)` = 4, 7, 14 and 21 launches. `decidable`: whether any rule waits for the numbers; without one there is
 * nothing to look for, and the only look has the whole error.
 */
export function looksOf(launches: number, decidable: boolean): readonly Look[] {
  if (!decidable) return [{ launches, share: 1 }];
  const first = Math.ceil((launches * 4) / 7);
  // Of two launches nothing can be clear: their interval has one degree of freedom.
  const counts = [...(first >= 3 && first < launches ? [first] : []), launches, launches * 2, launches * 3];
  return counts.map((count, i) => ({ launches: count, share: SHARES[i + SHARES.length - counts.length]! }));
}

/** Confidence of the interval at a look, of which all together have `confidence`. */
export function confidenceAt(share: number, confidence: number): number {
  return 1 - share * (1 - confidence);
}
