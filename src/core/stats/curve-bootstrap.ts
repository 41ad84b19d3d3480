import { addCopies, type Copies, drawCopies, LANE_BITS, LANE_MASK, LANES, WORDS_PER_LANE } from './copies.ts';
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
  /** A third of the resamples. */
  readonly triples: number;
}

/** By resample in their order: the candidate's value, then the baseline's. */
export type PairedValues = Float64Array;

/** Does a job: here, or in several threads at once. */
export type Resampler = (job: CurveJob) => PairedValues;

/** Makes resamples 3·`first` and so on of a job, 3·`triples` of them: the same ones, whoever makes the others. */
export type PartialResampler = (first: number, triples: number) => PairedValues;

export function curveArm({ cellOf: of, cells }: LevelCells): CurveArm {
  const rows = new Uint32Array(cells);
  for (let row = 0; row < of.length; row++) rows[of[row]!]!++;
  const binsOf = (cell: number) => Math.ceil(rows[cell]! / WORDS_PER_LANE);
  const begins = new Uint32Array(cells);
  let bins = 0;
  for (let cell = 0; cell < cells; cell++) {
    begins[cell] = bins;
    bins += binsOf(cell);
  }
  const cellOf = new Uint32Array(bins);
  for (let cell = 0; cell < cells; cell++) cellOf.fill(cell, begins[cell], begins[cell]! + binsOf(cell));
  const binOf = new Uint32Array(of.length);
  const seen = rows.fill(0);
  for (let row = 0; row < of.length; row++) {
    const cell = of[row]!;
    binOf[row] = begins[cell]! + Math.floor(seen[cell]!++ / WORDS_PER_LANE);
  }
  return { binOf, cellOf, cells };
}

/** Values of all resamples; NaN where a resample leaves the curve undefined. O(n) each, and no sorting. */
export const resampleCurves: Resampler = (job) => partialResampler(job)(0, job.triples);

/** Holds what its calls need to work in, so that a few resamples at a time cost no more than all at once. */
export function partialResampler(job: CurveJob): PartialResampler {
  const { arms, curve, at } = job;
  const of = CURVES[curve];
  const sums = arms.map(({ cells }) => Array.from({ length: LANES }, () => new Float64Array(cells)));
  const draw = job.weight === null ? counted(job, sums) : weighed(job, job.weight, sums);
  return (first, triples) => {
    const values = new Float64Array(2 * LANES * triples);
    for (let triple = 0; triple < triples; triple++) {
      draw(first + triple);
      for (let side = 0; side < 2; side++) {
        for (let lane = 0; lane < LANES; lane++) {
          values[2 * (LANES * triple + lane) + side] = of(sums[side]![lane]!, at);
        }
      }
    }
    return values;
  };
}

/** By side and lane, the weight in each cell. */
type Sums = readonly (readonly Float64Array[])[];

/** Draws three resamples of both models, each row looked at once. */
function counted({ arms, unit, units, seed }: CurveJob, sums: Sums): (triple: number) => void {
  const [first, second] = arms;
  const places = [first.binOf, second.binOf] as const;
  const counts = [new Uint32Array(first.cellOf.length), new Uint32Array(second.cellOf.length)] as const;
  const copies = new Uint32Array(unit === null ? 0 : units);
  return (triple) => {
    for (const side of counts) side.fill(0);
    if (unit === null) {
      addCopies(counts, places, seed, triple);
    } else {
      drawCopies(copies, seed, triple);
      count(copies, unit, places, counts);
    }
    for (let side = 0; side < 2; side++) takeApart(counts[side]!, arms[side]!.cellOf, sums[side]!);
  };
}

function count(
  copies: Copies,
  unit: Int32Array,
  [firstBin, secondBin]: readonly [Uint32Array, Uint32Array],
  [first, second]: readonly [Uint32Array, Uint32Array],
): void {
  for (let row = 0; row < unit.length; row++) {
    const word = copies[unit[row]!]!;
    first[firstBin[row]!]! += word;
    second[secondBin[row]!]! += word;
  }
}

function weighed(
  { arms, unit, units, seed }: CurveJob,
  weight: Float64Array,
  sums: Sums,
): (triple: number) => void {
  const copies = new Uint32Array(units);
  return (triple) => {
    drawCopies(copies, seed, triple);
    for (let side = 0; side < 2; side++) weigh(copies, unit, weight, arms[side]!, sums[side]!);
  };
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
