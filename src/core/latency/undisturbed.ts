import { percentile } from '../stats/percentile.ts';

/** A turn whose median is this many times the usual one fell into a disturbance. */
const DISTURBED = 1.25;

/**
 * The calls of two sessions in the rounds that left a third one, the witness, undisturbed, sorted. A burst of the machine that covers 5 % of
 * a launch decides whether p95 lies inside it or outside, in each session by chance. What the witness took says which
 * rounds those are; and since neither of the two was looked at, both lose the same, on average, and neither its own slow calls.
 *
 * All three: seconds per call in the order they were made, equally many, in turns of `turn` calls; the turns of one index belong
 * to one round (adapters/onnxruntime/timing.ts). Where fewer than `least` calls would be left, all of them.
 */
export function undisturbed(
  [over, under]: readonly [Float64Array, Float64Array],
  witness: Float64Array,
  turn: number,
  least: number,
): readonly [Float64Array, Float64Array] {
  const middle = Math.floor(turn / 2);
  const medians = Float64Array.from(
    { length: Math.floor(witness.length / turn) },
    (_, round) => witness.slice(round * turn, (round + 1) * turn).sort()[middle]!,
  );
  if (medians.length === 0) return [over.toSorted(), under.toSorted()];
  const usual = percentile(medians.toSorted(), 0.5) * DISTURBED;
  const isCalm = (round: number) => (medians[round] ?? 0) <= usual;
  // A burst begins and ends within a round, and may miss the witness there.
  const isKept = (_: number, call: number) => {
    const round = Math.floor(call / turn);
    return isCalm(round - 1) && isCalm(round) && isCalm(round + 1);
  };
  const kept = [over.filter(isKept), under.filter(isKept)] as const;
  const [left, right] = kept[0].length < least ? [over.slice(), under.slice()] : kept;
  return [left.sort(), right.sort()];
}
