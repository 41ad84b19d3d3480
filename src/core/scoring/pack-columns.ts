/** Values of a column to their places in a tensor. The loops touch no BigInt and make no object. */
import type { Fault } from '../errors.ts';
import { ELEMENTS, type Missing } from './elements.ts';
import { toHalf } from './half.ts';
import type { ColumnRequest, ColumnValues, ElementType, Tensor } from './types.ts';
import { code } from './words.ts';

/** An array of that length, perhaps one with other values in it. */
export type Allocate = (name: string, type: ElementType, length: number) => Tensor['data'];

/** What one column loop works on: `count` values, the first at `from` and each `step` after the one before. */
export interface Lane {
  readonly from: number;
  readonly step: number;
  readonly count: number;
  readonly width: number;
  readonly offset: number;
  readonly missing: Missing;
}

type Values = Pick<ColumnValues, 'data' | 'valid'>;

/** Why a column cannot be packed: which of the lane's values, and the value where there is one. */
export type Stop = { readonly index: number; readonly value: string | null } | null;

/** Fills up a batch of `count` rows to `rows`, which the model insists on. */
export function repeatLast(data: Tensor['data'], count: number, rows: number, width: number): void {
  const last = (count - 1) * width;
  for (let row = count; row < rows; row++) {
    if (Array.isArray(data)) for (let i = 0; i < width; i++) data[row * width + i] = data[last + i]!;
    else data.copyWithin(row * width, last, last + width);
  }
}

/** Puts the values of one column in place, each converted to the type. */
export function packColumn(type: ElementType, out: Tensor['data'], column: Values, lane: Lane): Stop {
  const { family, range } = ELEMENTS[type];
  if (family === 'string') return packText(out as string[], column, lane);
  if (type === 'float16') return packHalf(out as Uint16Array, column, lane);
  if (family === 'float') return packFloat(out as Float64Array, column, lane);
  if (type === 'int64' || type === 'uint64') {
    return packLong(out as BigInt64Array, column, lane, type === 'uint64');
  }
  return packInteger(out as Int32Array, column, lane, range!);
}

function packFloat(out: Float32Array | Float64Array, { data, valid }: Values, lane: Lane): Stop {
  const values = data as Float64Array;
  const { from, step, count, width, offset, missing } = lane;
  const fill = typeof missing === 'number' ? missing : Number.NaN;
  for (let i = 0; i < count; i++) {
    const at = from + i * step;
    let value = values[at]!;
    if ((valid !== null && valid[at] === 0) || Number.isNaN(value)) {
      if (missing === 'fail') return { index: i, value: null };
      value = fill;
    }
    out[i * width + offset] = value;
  }
  return null;
}

/** Values that a tensor of that type holds as they are, from the column's own array; null when any needs a look. */
export function asTheyAre(
  type: ElementType,
  { data, valid }: Values,
  from: number,
  count: number,
): Tensor['data'] | null {
  if (valid !== null || Array.isArray(data)) return null;
  const { as } = ELEMENTS[type];
  if (type !== as) return null;
  const part = data.subarray(from, from + count);
  return part instanceof BigInt64Array || allFinite(part) ? part : null;
}

/** In four sums, each of which the processor can add to without waiting for the others. */
function allFinite(values: Float32Array | Float64Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0];
  const even = values.length - (values.length % 4);
  for (let i = 0; i < even; i += 4) {
    a += values[i]! * 0;
    b += values[i + 1]! * 0;
    c += values[i + 2]! * 0;
    d += values[i + 3]! * 0;
  }
  for (let i = even; i < values.length; i++) a += values[i]! * 0;
  return a + b + c + d === 0;
}

function packHalf(out: Uint16Array, column: Values, lane: Lane): Stop {
  const values = new Float64Array(lane.count);
  const stop = packFloat(values, column, { ...lane, width: 1, offset: 0 });
  for (let i = 0; i < lane.count; i++) out[i * lane.width + lane.offset] = toHalf(values[i]!);
  return stop;
}

/** The two 32-bit halves of each 64-bit integer, low half first: every platform that we run on is little-endian. */
function halves(values: BigInt64Array): Int32Array {
  return new Int32Array(values.buffer, values.byteOffset, values.length * 2);
}

function packInteger(
  out: Int32Array,
  { data, valid }: Values,
  { from, step, count, width, offset, missing }: Lane,
  [low, high]: readonly [number, number],
): Stop {
  const words = halves(data as BigInt64Array);
  for (let i = 0; i < count; i++) {
    const at = from + i * step;
    if (valid !== null && valid[at] === 0) {
      if (missing === 'fail') return { index: i, value: null };
      out[i * width + offset] = missing as number;
      continue;
    }
    const value = words[2 * at + 1]! * 2 ** 32 + (words[2 * at]! >>> 0);
    if (value < low || value > high) return { index: i, value: String((data as BigInt64Array)[at]) };
    out[i * width + offset] = value;
  }
  return null;
}

function packLong(
  out: BigInt64Array,
  { data, valid }: Values,
  { from, step, count, width, offset, missing }: Lane,
  unsigned: boolean,
): Stop {
  const words = halves(data as BigInt64Array);
  const target = halves(out);
  const fill = halves(BigInt64Array.of(typeof missing === 'number' ? BigInt(missing) : 0n));
  for (let i = 0; i < count; i++) {
    const at = from + i * step;
    const present = valid === null || valid[at] === 1;
    if (!present && missing === 'fail') return { index: i, value: null };
    const source = present ? words : fill;
    const word = present ? 2 * at : 0;
    if (unsigned && source[word + 1]! < 0) {
      return { index: i, value: String((data as BigInt64Array)[at]) };
    }
    const to = 2 * (i * width + offset);
    target[to] = source[word]!;
    target[to + 1] = source[word + 1]!;
  }
  return null;
}

function packText(out: string[], { data, valid }: Values, { from, step, count, width, offset }: Lane): Stop {
  for (let i = 0; i < count; i++) {
    const at = from + i * step;
    if (valid !== null && valid[at] === 0) return { index: i, value: null };
    out[i * width + offset] = (data as string[])[at]!;
  }
  return null;
}

export function stopFault(
  input: { readonly name: string; readonly type: ElementType },
  { from }: ColumnRequest,
  { value }: NonNullable<Stop>,
  row: number,
) {
  const what = 'sql' in from ? `The expression ${code(from.sql)}` : `Column ${code(from.column)}`;
  const { family, range } = ELEMENTS[input.type];
  if (value !== null) {
    const bounds = range && range[1] < 2 ** 53 ? ` (${range[0]} to ${range[1]})` : '';
    const message = `${what} holds ${value} in row ${row}, which input ${code(input.name)} of type ${input.type}${bounds} cannot take.`;
    return { code: 'column-type', message, fix: 'Correct the value, or map another column.' } satisfies Fault;
  }
  const choices = { float: '`missing: 0` or `missing: nan`', integer: '`missing: 0`', string: null }[family];
  const fix = choices
    ? `Fill it in, or say under \`inputs\` what a missing value of ${code(input.name)} becomes: ${choices}.`
    : `Fill it in, or map an expression such as \`{ sql: "coalesce(…, 'unknown')" }\`.`;
  const message = `${what} has no value in row ${row}, and input ${code(input.name)} needs one.`;
  return { code: 'value-missing', message, fix } satisfies Fault;
}
