/** Lists, their masks, and constants as tensors. */
import type { Fault } from '../errors.ts';
import { ELEMENTS } from './elements.ts';
import type { ListInput, MaskInput, ValueInput } from './forms.ts';
import { toHalf } from './half.ts';
import type { RowRange } from './pack.ts';
import { type Allocate, packColumn, repeatLast, stopFault } from './pack-columns.ts';
import type { ColumnRequest, ColumnValues, Tensor } from './types.ts';
import { code } from './words.ts';

/** By input: how many elements of each row are its own, and how many there are with those filled up. */
export type Spans = Map<string, { readonly own: Int32Array; readonly length: number }>;

interface Tools {
  readonly allocate: Allocate;
  readonly spans: Spans;
  readonly faults: Fault[];
}

const nameOf = ({ from }: ColumnRequest) =>
  'sql' in from ? `The expression ${code(from.sql)}` : `Column ${code(from.column)}`;

/** [rows, length, …], each row filled up with `pad` or cut as `truncate` says. The first fault of the column. */
export function packLists(
  input: ListInput,
  column: ColumnValues,
  { first, from, count }: RowRange,
  rows: number,
  { allocate, spans, faults }: Tools,
): Tensor {
  const { name, type, flat, pad, truncate, missing } = input;
  const [request] = input.requests;
  const { lengths, valid } = column.lists!;
  const [outer] = lengths as [Int32Array, ...Int32Array[]];
  const refuse = (row: number, what: string, fix: string): Tensor => {
    const message = `${nameOf(request!)} ${what} in row ${first + row + 1}, and input ${code(name)} needs `;
    faults.push({ code: 'column-type', message: `${message}${needs}.`, fix });
    return { type, data: ELEMENTS[type].allocate(0), shape: [0] } as Tensor;
  };
  const longest = () =>
    outer.subarray(from, from + count).reduce((most, length) => Math.max(most, length), 1);
  const sizes = input.sizes.map(
    (size, depth) => size ?? (depth === 0 ? longest() : (lengths[depth]![0] ?? 1)),
  );
  const product = (from: number) => sizes.slice(from).reduce((all, size) => all * size, 1);
  // A flat list holds all values of a row; otherwise an element of the outer list is what the inner sizes make.
  const length = flat ? product(0) : sizes[0]!;
  const inner = flat ? 1 : product(1);
  const needs = flat ? `${length}` : `${pad === null ? '' : 'at most '}${length}`;
  const width = length * inner;
  for (let i = 0; i < count; i++) {
    const at = from + i;
    if (valid !== null && valid[at] === 0) {
      const fix =
        'Fill it in, or map an expression such as `{ list: { sql: "coalesce(…, [])" } }` with `pad`.';
      return refuse(i, 'has no list', fix);
    }
    const given = outer[at]!;
    if (given > length && truncate === null)
      return refuse(
        i,
        `holds a list of ${given}`,
        'Say which end to cut off: `truncate: start` or `truncate: end`.',
      );
    if (given < length && pad === null)
      return refuse(i, `holds a list of ${given}`, 'Say what fills up short lists, such as `pad: 0`.');
  }
  const ragged = raggedInside(lengths, sizes, flat, from, count);
  if (ragged !== null) {
    return refuse(
      ragged.row,
      `holds a list of ${ragged.length} inside its list`,
      `Inside, all must have ${ragged.wanted}.`,
    );
  }
  const data = allocate(name, type, rows * width);
  if (pad !== null) fill(data, type, pad);
  const own = new Int32Array(rows);
  let start = 0;
  for (let row = 0; row < from; row++) start += outer[row]! * inner;
  for (let i = 0; i < count; i++) {
    const given = outer[from + i]!;
    const taken = Math.min(given, length);
    const skipped = truncate === 'start' ? given - taken : 0;
    const lane = {
      from: start + skipped * inner,
      step: 1,
      count: taken * inner,
      width: 1,
      offset: i * width,
      missing,
    };
    const stop = packColumn(type, data, column, lane);
    if (stop) {
      faults.push(stopFault(input, request!, stop, first + i + 1));
      break;
    }
    own[i] = taken;
    start += given * inner;
  }
  own.fill(own[count - 1] ?? 0, count);
  repeatLast(data, count, rows, width);
  spans.set(name, { own, length });
  return { type, data, shape: [rows, ...sizes] } as Tensor;
}

/** The first row with an inner list of another length than the input takes. */
function raggedInside(
  lengths: readonly Int32Array[],
  sizes: readonly number[],
  flat: boolean,
  from: number,
  count: number,
): { readonly row: number; readonly length: number; readonly wanted: number } | null {
  if (flat) return null;
  for (let depth = 1; depth < lengths.length; depth++) {
    const wanted = sizes[depth]!;
    const odd = lengths[depth]!.findIndex((length) => length !== wanted);
    if (odd < 0) continue;
    const row = rowOf(lengths, depth, odd);
    if (row >= from && row < from + count) return { row: row - from, length: lengths[depth]![odd]!, wanted };
  }
  return null;
}

/** The row that holds list `index` of a depth. */
function rowOf(lengths: readonly Int32Array[], depth: number, index: number): number {
  let at = index;
  for (let level = depth - 1; level >= 0; level--) {
    let parent = 0;
    for (let end = lengths[level]![0] ?? 0; end <= at; end += lengths[level]![++parent]!);
    at = parent;
  }
  return at;
}

/** [rows, length]: one where the row has an element of its own. */
export function packMask(
  { name, type }: MaskInput,
  { own, length }: { readonly own: Int32Array; readonly length: number },
  rows: number,
  allocate: Allocate,
): Tensor {
  const data = allocate(name, type, rows * length) as Int32Array;
  const [zero, one] = [0, 1].map((value) => stored(type, value) as number);
  data.fill(zero!);
  for (let row = 0; row < rows; row++) data.fill(one!, row * length, row * length + own[row]!);
  return { type, data, shape: [rows, length] } as Tensor;
}

/** The constant in every place. */
export function packValue(
  { name, type, value, sizes }: ValueInput,
  rows: number,
  allocate: Allocate,
): Tensor {
  const shape = sizes.map((size) => size ?? rows);
  const data = allocate(
    name,
    type,
    shape.reduce((all, size) => all * size, 1),
  );
  fill(data, type, value);
  return { type, data, shape } as Tensor;
}

function fill(data: Tensor['data'], type: Tensor['type'], value: number | boolean | string): void {
  (data as string[]).fill(stored(type, value) as string);
}

/** A constant as an element of the array. */
function stored(type: Tensor['type'], value: number | boolean | string): number | bigint | string {
  if (typeof value === 'string') return value;
  if (type === 'int64' || type === 'uint64') return BigInt(Number(value));
  return type === 'float16' ? toHalf(Number(value)) : Number(value);
}
