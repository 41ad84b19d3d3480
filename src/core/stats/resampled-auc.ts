import { sortRows } from './argsort.ts';

/** Rows of one model, sorted once so that the AUC of any resample takes one walk over each class. */
export interface AucOrder {
  readonly negative: OneClass;
  readonly positive: OneClass;
  /** By positive: how many negatives are scored below it. */
  readonly below: Uint32Array;
  /** By positive: how many negatives are scored below it or the same. */
  readonly upTo: Uint32Array;
}

/** Rows of one class by ascending score. */
interface OneClass {
  /** The unit (row, or group) whose copies count. */
  readonly unit: Uint32Array;
  /** Null for all ones. */
  readonly weight: Float64Array | null;
}

/** O(n). `label` 0 or 1, `score` without NaN; `unit` names the unit of each row, null when each is its own. */
export function aucOrder(
  label: Float64Array,
  score: Float64Array,
  weight: Float64Array | null,
  unit: Int32Array | null,
): AucOrder {
  const n = score.length;
  const { order, begins } = sortRows(score);
  const negatives = order.filter((row) => label[row] !== 1);
  const positives = order.filter((row) => label[row] === 1);
  const below = new Uint32Array(positives.length);
  const upTo = new Uint32Array(positives.length);
  for (let start = 0, end = 0, negative = 0, positive = 0; start < n; start = end) {
    const first = negative;
    const tied = positive;
    do {
      if (label[order[end]!] === 1) positive++;
      else negative++;
    } while (++end < n && begins[end] === 0);
    below.fill(first, tied, positive);
    upTo.fill(negative, tied, positive);
  }
  const pick = (rows: Uint32Array): OneClass => ({
    unit: unit === null ? rows : rows.map((row) => unit[row]!),
    weight: weight && Float64Array.from(rows, (row) => weight[row]!),
  });
  return { negative: pick(negatives), positive: pick(positives), below, upTo };
}

/** By k, the weight of the k negatives of lowest score in the resample at hand: scratch, one place longer than they are many. */
export type Sums = Int32Array | Float64Array;

/**
 * AUC of the rows with each taken `copies[unit]` times: what `placements` would give for those weights. NaN when a
 * class has none left. O(n) without sorting. Rows without weights take whole `sums` and are counted exactly.
 */
export function resampledAuc(order: AucOrder, copies: Uint8Array, sums: Sums): number {
  const { negative, positive, below, upTo } = order;
  return negative.weight === null || positive.weight === null
    ? countedAuc(negative.unit, positive.unit, below, upTo, copies, sums)
    : weightedAuc(order, negative.weight, positive.weight, copies, sums);
}

function countedAuc(
  negative: Uint32Array,
  positive: Uint32Array,
  below: Uint32Array,
  upTo: Uint32Array,
  copies: Uint8Array,
  sums: Sums,
): number {
  let total = 0;
  for (let i = 0; i < negative.length; i++) {
    sums[i] = total;
    total = (total + copies[negative[i]!]!) | 0;
  }
  sums[negative.length] = total;
  let taken = 0;
  let twiceWins = 0;
  for (let i = 0; i < positive.length; i++) {
    const count = copies[positive[i]!]!;
    twiceWins += count * (sums[below[i]!]! + sums[upTo[i]!]!);
    taken += count;
  }
  return twiceWins / 2 / (taken * total);
}

function weightedAuc(
  { negative, positive, below, upTo }: AucOrder,
  negativeWeight: Float64Array,
  positiveWeight: Float64Array,
  copies: Uint8Array,
  sums: Sums,
): number {
  let total = 0;
  for (let i = 0; i < negativeWeight.length; i++) {
    sums[i] = total;
    total += negativeWeight[i]! * copies[negative.unit[i]!]!;
  }
  sums[negativeWeight.length] = total;
  let taken = 0;
  let twiceWins = 0;
  for (let i = 0; i < positiveWeight.length; i++) {
    const weight = positiveWeight[i]! * copies[positive.unit[i]!]!;
    twiceWins += weight * (sums[below[i]!]! + sums[upTo[i]!]!);
    taken += weight;
  }
  return twiceWins / 2 / (taken * total);
}
