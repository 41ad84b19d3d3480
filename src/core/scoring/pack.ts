/** Column batches to row-major tensors. The inner loops touch no BigInt and make no object. */

import { type Fault, fault, throwFaults } from '../errors.ts';
import { ELEMENTS } from './elements.ts';
import { toHalf } from './half.ts';
import type { FeedPlan, InputPlan } from './mapping.ts';
import type { ColumnRequest, ColumnValues, Tensor, Tensors } from './types.ts';
import { code } from './words.ts';

/** Rows `from` … `from + count` of a batch whose first row is row `first` of the holdout, from 0. */
export interface RowRange {
  readonly first: number;
  readonly from: number;
  readonly count: number;
}

/** What one column loop works on. */
interface Lane {
  readonly from: number;
  readonly count: number;
  readonly width: number;
  readonly offset: number;
  readonly missing: InputPlan['missing'];
}

/** Why a column cannot be packed: the index in the batch, and the value where there is one. */
type Stop = { readonly index: number; readonly value: string | null } | null;

/**
 * One tensor per input, of `count` rows, or of `plan.fixedBatch` rows with the last one repeated.
 * `columns` as in `requestsOf(plan)`. Throws `value-missing` (no value or NaN where `missing` is `fail`) and
 * `column-type` (out of the integer type's range), with row and column, one for each column; `model-signature` when `count` exceeds a fixed batch.
 * `arrays`: those of an earlier call, overwritten where their length is right, and gathered for the next one.
 */
export function packInputs(
  plan: FeedPlan,
  columns: readonly ColumnValues[],
  range: RowRange,
  arrays: Map<string, Tensor['data']> = new Map(),
): Tensors {
  const { fixedBatch } = plan;
  if (fixedBatch !== null && range.count > fixedBatch) {
    const message = `The model takes exactly ${fixedBatch} rows a call, and ${range.count} were asked for.`;
    throw fault('model-signature', message, { fix: 'Export it with a dynamic first dimension.' });
  }
  const faults: Fault[] = [];
  const tensors = new Map<string, Tensor>();
  let next = 0;
  for (const input of plan.inputs) {
    const own = columns.slice(next, next + input.requests.length);
    next += input.requests.length;
    tensors.set(input.name, packInput(input, own, range, fixedBatch ?? range.count, arrays, faults));
  }
  throwFaults(faults);
  return tensors;
}

function packInput(
  input: InputPlan,
  columns: readonly ColumnValues[],
  { first, from, count }: RowRange,
  rows: number,
  arrays: Map<string, Tensor['data']>,
  faults: Fault[],
): Tensor {
  const { type, rank, missing } = input;
  const width = columns.length;
  const known = arrays.get(input.name);
  const data = known?.length === rows * width ? known : ELEMENTS[type].allocate(rows * width);
  arrays.set(input.name, data);
  for (const [offset, column] of columns.entries()) {
    const stop = packColumn(input, data, column, { from, count, width, offset, missing });
    if (stop) faults.push(stopFault(input, input.requests[offset]!, stop, first));
  }
  const last = (count - 1) * width;
  for (let row = count; row < rows; row++) {
    if (Array.isArray(data)) for (let i = 0; i < width; i++) data[row * width + i] = data[last + i]!;
    else data.copyWithin(row * width, last, last + width);
  }
  return { type, data, shape: rank === 1 ? [rows] : [rows, width] } as Tensor;
}

function packColumn({ type }: InputPlan, out: Tensor['data'], column: ColumnValues, lane: Lane): Stop {
  const { family, range } = ELEMENTS[type];
  if (family === 'string') return packText(out as string[], column, lane);
  if (type === 'float16') return packHalf(out as Uint16Array, column, lane);
  if (family === 'float') return packFloat(out as Float64Array, column, lane);
  if (type === 'int64' || type === 'uint64') {
    return packLong(out as BigInt64Array, column, lane, type === 'uint64');
  }
  return packInteger(out as Int32Array, column, lane, range!);
}

function packFloat(out: Float32Array | Float64Array, { data, valid }: ColumnValues, lane: Lane): Stop {
  const values = data as Float64Array;
  const { from, count, width, offset, missing } = lane;
  if (valid === null) {
    const holed = copyNumbers(out, values, lane);
    if (!holed) return null;
  }
  const fill = typeof missing === 'number' ? missing : Number.NaN;
  for (let i = 0; i < count; i++) {
    let value = values[from + i]!;
    if ((valid !== null && valid[from + i] === 0) || Number.isNaN(value)) {
      if (missing === 'fail') return { index: from + i, value: null };
      value = fill;
    }
    out[i * width + offset] = value;
  }
  return null;
}

/** Whether there is a NaN among them; without one this is all that there is to do. */
function copyNumbers(
  out: Float32Array | Float64Array,
  values: Float64Array,
  { from, count, width, offset }: Lane,
): boolean {
  let sum = 0;
  for (let i = from, to = offset; i < from + count; i++, to += width) {
    const value = values[i]!;
    sum += value - value;
    out[to] = value;
  }
  return sum !== 0;
}

function packHalf(out: Uint16Array, column: ColumnValues, lane: Lane): Stop {
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
  { data, valid }: ColumnValues,
  { from, count, width, offset, missing }: Lane,
  [low, high]: readonly [number, number],
): Stop {
  const words = halves(data as BigInt64Array);
  for (let i = 0; i < count; i++) {
    const at = from + i;
    if (valid !== null && valid[at] === 0) {
      if (missing === 'fail') return { index: at, value: null };
      out[i * width + offset] = missing as number;
      continue;
    }
    const value = words[2 * at + 1]! * 2 ** 32 + (words[2 * at]! >>> 0);
    if (value < low || value > high) return { index: at, value: String((data as BigInt64Array)[at]) };
    out[i * width + offset] = value;
  }
  return null;
}

function packLong(
  out: BigInt64Array,
  { data, valid }: ColumnValues,
  { from, count, width, offset, missing }: Lane,
  unsigned: boolean,
): Stop {
  const words = halves(data as BigInt64Array);
  const target = halves(out);
  const fill = halves(BigInt64Array.of(typeof missing === 'number' ? BigInt(missing) : 0n));
  for (let i = 0; i < count; i++) {
    const at = from + i;
    const present = valid === null || valid[at] === 1;
    if (!present && missing === 'fail') return { index: at, value: null };
    const source = present ? words : fill;
    const word = present ? 2 * at : 0;
    if (unsigned && source[word + 1]! < 0) {
      return { index: at, value: String((data as BigInt64Array)[at]) };
    }
    const to = 2 * (i * width + offset);
    target[to] = source[word]!;
    target[to + 1] = source[word + 1]!;
  }
  return null;
}

function packText(out: string[], { data, valid }: ColumnValues, { from, count, width, offset }: Lane): Stop {
  for (let i = 0; i < count; i++) {
    if (valid !== null && valid[from + i] === 0) return { index: from + i, value: null };
    out[i * width + offset] = (data as string[])[from + i]!;
  }
  return null;
}

function stopFault(
  input: InputPlan,
  { from }: ColumnRequest,
  { index, value }: NonNullable<Stop>,
  first: number,
) {
  const what = 'sql' in from ? `The expression ${code(from.sql)}` : `Column ${code(from.column)}`;
  const row = first + index + 1;
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
