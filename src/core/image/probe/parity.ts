/** Served values against those of the file. */
import type { Parity } from '../../documents/image.ts';
import { fromHalf } from '../../scoring/half.ts';
import type { Tensor, Tensors } from '../../scoring/types.ts';

export type Encoding = 'json' | 'binary';

/** One answer: rows `first` to `first + rows − 1` of those that are replayed. */
export interface Answered {
  readonly encoding: Encoding;
  readonly batch: number;
  readonly first: number;
  readonly rows: number;
  readonly offline: Tensors;
  /** Null where there was no answer that could be read. */
  readonly served: Tensors | null;
}

type Gaps = Pick<Parity, 'maxAbs' | 'maxRel' | 'maxScaled' | 'unequal' | 'worst' | 'cases'>;

/** |s − y| / (1 + 10·|y|): at most t where |s − y| ≤ t + 10·t·|y|. */
const scaled = (gap: number, offline: number) => gap / (1 + 10 * Math.abs(offline));

/** The largest gaps of all answers, over every value of every output. */
export function gapsOf(answers: readonly Answered[]): Gaps {
  const gaps = { maxAbs: 0, maxRel: 0, maxScaled: 0, unequal: 0 };
  let worst: Gaps['worst'] = null;
  const cases = new Map<string, { -readonly [K in keyof Gaps['cases'][number]]: Gaps['cases'][number][K] }>();
  for (const { encoding, batch, first, rows, offline, served } of answers) {
    const key = `${encoding} ${batch}`;
    const one = cases.get(key) ?? { encoding, batch, rows: 0, maxScaled: 0 };
    cases.set(key, one);
    one.rows += rows;
    for (const [output, wanted] of offline) {
      const given = served?.get(output);
      if (!given || !sameShape(given, wanted)) {
        gaps.unequal += wanted.data.length;
        continue;
      }
      const [theirs, ours] = [numbersOf(given), numbersOf(wanted)];
      for (let i = 0; i < wanted.data.length; i++) {
        const [s, y] = theirs && ours ? [theirs[i]!, ours[i]!] : [Number.NaN, Number.NaN];
        if (!Number.isFinite(s) || !Number.isFinite(y)) {
          if (!Object.is(given.data[i], wanted.data[i])) gaps.unequal++;
          continue;
        }
        const gap = Math.abs(s - y);
        const relative = scaled(gap, y);
        gaps.maxAbs = Math.max(gaps.maxAbs, gap);
        if (y !== 0) gaps.maxRel = Math.max(gaps.maxRel, gap / Math.abs(y));
        one.maxScaled = Math.max(one.maxScaled, relative);
        if (worst !== null && relative <= gaps.maxScaled) continue;
        gaps.maxScaled = relative;
        const row = first + Math.floor((i * rows) / wanted.data.length);
        worst = { output, row, encoding, batch, served: s, offline: y };
      }
    }
  }
  return { ...gaps, worst, cases: [...cases.values()] };
}

function sameShape(one: Tensor, other: Tensor): boolean {
  return (
    one.type === other.type &&
    one.data.length === other.data.length &&
    one.shape.length === other.shape.length &&
    one.shape.every((size, axis) => size === other.shape[axis])
  );
}

/** Floats as numbers; null for what is equal or not: text, and integers of any size. */
function numbersOf({ type, data }: Tensor): ArrayLike<number> | null {
  if (type === 'float16') return Float64Array.from(data as Uint16Array, fromHalf);
  return type === 'float32' || type === 'float64' ? (data as Float32Array) : null;
}

/**
 * Neighbours in the order of the offline scores that the served ones turn around. Offline scores that are equal have
 * no order, and served ones that are equal turn nothing around.
 */
export function reorderedPairs(offline: ArrayLike<number>, served: ArrayLike<number>): number {
  const order = Array.from({ length: offline.length }, (_, i) => i).sort((a, b) => offline[a]! - offline[b]!);
  let turned = 0;
  for (let i = 1; i < order.length; i++) {
    const [low, high] = [order[i - 1]!, order[i]!];
    if (offline[low]! < offline[high]! && served[low]! > served[high]!) turned++;
  }
  return turned;
}

/** Area under the ROC curve by ranks, ties counting half; null without both classes. */
export function aucOf(scores: ArrayLike<number>, label: ArrayLike<number>): number | null {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let [positives, sum] = [0, 0];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++;
    // Of the ranks from + 1 to `to`, the middle.
    const rank = (from + 1 + to) / 2;
    for (let i = from; i < to; i++) {
      if (label[order[i]!] !== 1) continue;
      positives++;
      sum += rank;
    }
    from = to;
  }
  const negatives = scores.length - positives;
  if (positives === 0 || negatives === 0) return null;
  return (sum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
