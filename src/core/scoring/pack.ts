/** Column batches to row-major tensors. */

import { type Fault, fault, throwFaults } from '../errors.ts';
import { ELEMENTS } from './elements.ts';
import type { ColumnsInput, FeedPlan } from './mapping.ts';
import { type Allocate, asTheyAre, packColumn, repeatLast, stopFault } from './pack-columns.ts';
import { packLists, packMask, packValue, type Spans } from './pack-lists.ts';
import { readsOfInput } from './reads.ts';
import type { ColumnValues, ElementType, Tensor, Tensors } from './types.ts';

/** Rows `from` … `from + count` of a batch whose first row is row `first` of the holdout, from 0. */
export interface RowRange {
  readonly first: number;
  readonly from: number;
  readonly count: number;
}

/**
 * One tensor per input, of `count` rows, or of `plan.fixedBatch` rows with the last one repeated.
 * `columns` as in `readsOf(plan)`, whose arrays the tensors may share. Throws `value-missing` (no value or NaN where `missing` is `fail`) and
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
  const spans: Spans = new Map();
  const rows = fixedBatch ?? range.count;
  const allocate = (name: string, type: ElementType, length: number) => {
    const known = arrays.get(name);
    const data = known?.length === length ? known : ELEMENTS[type].allocate(length);
    arrays.set(name, data);
    return data;
  };
  let next = 0;
  for (const input of plan.inputs) {
    const own = columns.slice(next, next + readsOfInput(input).length);
    next += own.length;
    if (input.kind === 'columns') {
      tensors.set(input.name, packInput(input, own, range, rows, allocate, faults));
    } else if (input.kind === 'list') {
      tensors.set(input.name, packLists(input, own[0]!, range, rows, { allocate, spans, faults }));
    } else if (input.kind === 'value') tensors.set(input.name, packValue(input, rows, allocate));
  }
  throwFaults(faults);
  // Masks come when their lists are known.
  for (const input of plan.inputs)
    if (input.kind === 'mask') tensors.set(input.name, packMask(input, spans.get(input.of)!, rows, allocate));
  return tensors;
}

function packInput(
  input: ColumnsInput,
  columns: readonly ColumnValues[],
  { first, from, count }: RowRange,
  rows: number,
  allocate: Allocate,
  faults: Fault[],
): Tensor {
  const { name, type, rank, requests, missing } = input;
  const width = requests.length;
  const shape = rank === 1 ? [rows] : [rows, width];
  const [only, ...others] = columns;
  const ready = others.length === 0 && rows === count && asTheyAre(type, only!, from * width, count * width);
  if (ready) return { type, data: ready, shape } as Tensor;
  const data = allocate(name, type, rows * width);
  for (const [offset, request] of requests.entries()) {
    // Side by side in one array, or each in its own.
    const source = others.length === 0 ? { from: from * width + offset, step: width } : { from, step: 1 };
    const lane = { ...source, count, width, offset, missing: missing[offset]! };
    const stop = packColumn(type, data, columns[offset] ?? only!, lane);
    if (stop) faults.push(stopFault(input, request, stop, first + from + stop.index + 1));
  }
  repeatLast(data, count, rows, width);
  return { type, data, shape } as Tensor;
}
