import { type Copies, drawCopies, LANE_BITS, LANE_MASK, LANES, WORDS_PER_LANE } from './copies.ts';
import { CURVES, type CurveName } from './curve-areas.ts';
import type { LevelCells } from './level-cells.ts';

/** One model's rows, in the order that both models share. */
export interface CurveArm {
  /** By row, the bin that it is counted in: of no more rows than a lane of copies can count. */
  readonly binOf: Uint32Array;
  /** By bin, its cell (see `LevelCells`). */
  readonly cellOf: Uint32Array;
  readonly cells: number;
}

/** Resamples of one curve for both models: plain data, so that a thread can be asked. */
export interface CurveJob {
  readonly curve: CurveName;
  readonly at: number;
  readonly arms: readonly [candidate: CurveArm, baseline: CurveArm];
  /** By row, null for all ones. */
  readonly weight: Float64Array | null;
  /** By row, the unit whose copies count; null where each row is its own. */
  readonly unit: Int32Array | null;
  readonly units: number;
  readonly seed: number;
  /** Resamples 3·`firstTriple` and so on, 3·`triples` of them. */
  readonly firstTriple: number;
  readonly triples: number;
}

/** By resample in their order: the candidate's value, then the baseline's. */
export type PairedValues = Float64Array;

/** Does a job: here, or in several threads at once. */
export type Resampler = (job: CurveJob) => PairedValues;

export function curveArm({ cellOf: of, cells }: LevelCells): CurveArm {
  const open = new Int32Array(cells).fill(-1);
  const free = new Uint16Array(cells);
  const binOf = new Uint32Array(of.length);
  const cellOf = new Uint32Array(cells + Math.ceil(of.length / WORDS_PER_LANE));
  let bins = 0;
  for (let row = 0; row < of.length; row++) {
    const cell = of[row]!;
    if (free[cell] === 0) {
      cellOf[bins] = cell;
      open[cell] = bins++;
      free[cell] = WORDS_PER_LANE;
    }
    free[cell]!--;
    binOf[row] = open[cell]!;
  }
  return { binOf, cellOf: cellOf.slice(0, bins), cells };
}

/** Values of the job's resamples; NaN where a resample leaves the curve undefined. O(n) each, and no sorting. */
export const resampleCurves: Resampler = ({ curve, at, arms, weight, unit, units, ...range }) => {
  const of = CURVES[curve];
  const copies = new Uint32Array(units);
  const values = new Float64Array(2 * LANES * range.triples);
  const counts = arms.map(({ cellOf }) => new Uint32Array(cellOf.length));
  const sums = arms.map(({ cells }) => Array.from({ length: LANES }, () => new Float64Array(cells)));
  const [first, second] = arms;
  for (let triple = 0; triple < range.triples; triple++) {
    drawCopies(copies, range.seed, range.firstTriple + triple);
    if (weight === null) {
      count(copies, unit, first.binOf, second.binOf, counts[0]!, counts[1]!);
      for (let side = 0; side < 2; side++) takeApart(counts[side]!, arms[side]!.cellOf, sums[side]!);
    } else {
      for (let side = 0; side < 2; side++) weigh(copies, unit, weight, arms[side]!, sums[side]!);
    }
    for (let side = 0; side < 2; side++) {
      for (let lane = 0; lane < LANES; lane++) {
        values[2 * (LANES * triple + lane) + side] = of(sums[side]![lane]!, at);
      }
    }
  }
  return values;
};

/** Three resamples of both models in one pass. Rows that are their own units have a loop of their own: the look-up costs a third. */
function count(
  copies: Copies,
  unit: Int32Array | null,
  firstBin: Uint32Array,
  secondBin: Uint32Array,
  first: Uint32Array,
  second: Uint32Array,
): void {
  first.fill(0);
  second.fill(0);
  if (unit === null) {
    for (let row = 0; row < firstBin.length; row++) {
      const word = copies[row]!;
      first[firstBin[row]!]! += word;
      second[secondBin[row]!]! += word;
    }
    return;
  }
  for (let row = 0; row < firstBin.length; row++) {
    const word = copies[unit[row]!]!;
    first[firstBin[row]!]! += word;
    second[secondBin[row]!]! += word;
  }
}

function takeApart(counts: Uint32Array, cellOf: Uint32Array, sums: readonly Float64Array[]): void {
  const [first, second, third] = sums as [Float64Array, Float64Array, Float64Array];
  for (const lane of sums) lane.fill(0);
  for (let bin = 0; bin < counts.length; bin++) {
    const word = counts[bin]!;
    const cell = cellOf[bin]!;
    first[cell]! += word & LANE_MASK;
    second[cell]! += (word >>> LANE_BITS) & LANE_MASK;
    third[cell]! += (word >>> (2 * LANE_BITS)) & LANE_MASK;
  }
}

function weigh(
  copies: Copies,
  unit: Int32Array | null,
  weight: Float64Array,
  { binOf, cellOf }: CurveArm,
  sums: readonly Float64Array[],
): void {
  const [first, second, third] = sums as [Float64Array, Float64Array, Float64Array];
  for (const lane of sums) lane.fill(0);
  for (let row = 0; row < binOf.length; row++) {
    const word = copies[unit === null ? row : unit[row]!]!;
    const cell = cellOf[binOf[row]!]!;
    const w = weight[row]!;
    first[cell]! += w * (word & LANE_MASK);
    second[cell]! += w * ((word >>> LANE_BITS) & LANE_MASK);
    third[cell]! += w * ((word >>> (2 * LANE_BITS)) & LANE_MASK);
  }
}
