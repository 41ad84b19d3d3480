/** What a metric that is no sum over rows comes to without some of them. */
import { type RowSums, sumByPart } from '../../stats/row-sums.ts';
import type { Prepared } from '../prepared.ts';
import type { Scores } from '../scores.ts';

type Functional = Extract<Prepared, { kind: 'functional' }>;

/**
 * By part, the metric of all other rows. `scores` are all rows, of which `prepared` has those of positive weight.
 *
 * A function of sums takes them once for all parts that share no row; bins stay those of all rows, as in its resamples.
 * Anything else goes through the rows once for each part.
 */
export function leaveOut(prepared: Functional, scores: Scores, parts: readonly Int32Array[]): Float64Array {
  const { resampled } = prepared;
  return resampled?.by === 'sums'
    ? withoutSums(resampled, scores, parts)
    : withoutRows(prepared, scores, parts);
}

function withoutRows({ value }: Functional, scores: Scores, parts: readonly Int32Array[]): Float64Array {
  const times = new Float64Array(scores.label.length);
  return Float64Array.from(parts, (rows) => {
    times.fill(1);
    for (const row of rows) times[row] = 0;
    return value(counting(times, scores));
  });
}

function withoutSums({ terms, of }: RowSums, scores: Scores, parts: readonly Int32Array[]): Float64Array {
  const values = new Float64Array(parts.length);
  const weight = scores.weight && counting(scores.weight, scores);
  for (const { code, members } of divisions(parts, scores.label.length)) {
    const count = members.length + 1;
    const sums = sumByPart(terms, weight, { code: counting(code, scores), count });
    for (const [place, part] of members.entries()) values[part] = of(othersOf(sums, count, place + 1));
  }
  return values;
}

/** Of the rows that have weight. */
function counting<T extends Float64Array | Int32Array>(values: T, { weight }: Scores): T {
  return weight === null ? values : (values.filter((_, row) => weight[row]! > 0) as T);
}

interface Division {
  /** By row, 0 for the rows of no part and from 1 the part. */
  readonly code: Int32Array;
  /** The parts, by code − 1. */
  readonly members: readonly number[];
}

/** Parts as they come, as many at a time as share no row. */
function* divisions(parts: readonly Int32Array[], rows: number): Generator<Division> {
  const code = new Int32Array(rows);
  let members: number[] = [];
  for (const [part, own] of parts.entries()) {
    if (own.some((row) => code[row] !== 0)) {
      yield { code, members };
      code.fill(0);
      members = [];
    }
    members.push(part);
    for (const row of own) code[row] = members.length;
  }
  yield { code, members };
}

/** Added up, for a difference from the total would leave its rounding error where nothing is left. */
function othersOf(sums: Float64Array, count: number, part: number): Float64Array {
  const width = sums.length / count;
  const total = new Float64Array(width);
  for (let other = 0; other < count; other++) {
    if (other === part) continue;
    for (let cell = 0; cell < width; cell++) total[cell]! += sums[cell * count + other]!;
  }
  return total;
}
