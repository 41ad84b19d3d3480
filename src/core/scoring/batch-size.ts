import { ELEMENTS } from './elements.ts';
import type { FeedPlan, InputPlan } from './mapping.ts';

/**
 * Of batches of 256 to 16,384 rows, within 8 % of the best for small models, and 30 % ahead of 4,096 for a wide one:
 * what lies between two layers stays in the cache of one core, also when its neighbour is busy.
 */
const USUAL = 1024;
/** Rows that are read at once and handed to a model's process in one message: its batches, and what a message costs. */
const HANDED = 4096;
const FEWEST = 16;
/** Of one batch, packed. Two or more of them are in memory for each model. */
const MOST_BYTES = 16 * 2 ** 20;

/**
 * Rows a call: 1,024, halved until the widest model's tensors take 16 MiB at most. It depends on nothing else, since
 * scores of quantized models depend on it.
 */
export function batchSize(plans: readonly FeedPlan[]): number {
  const widest = Math.max(
    ...plans.map(({ inputs }) => inputs.reduce((sum, input) => sum + rowBytes(input), 0)),
  );
  let rows = USUAL;
  while (rows > FEWEST && rows * widest > MOST_BYTES) rows /= 2;
  return rows;
}

/** Whole batches that are handed over together; one where it is large. */
export const handedRows = (batchRows: number): number =>
  Math.max(1, Math.floor(HANDED / batchRows)) * batchRows;

function rowBytes(input: InputPlan): number {
  const array = ELEMENTS[input.type].allocate(1);
  const bytes = Array.isArray(array) ? 16 : array.BYTES_PER_ELEMENT;
  return bytes * elementsOf(input);
}

/** Lists without a size of their own are taken to have 64. */
function elementsOf(input: InputPlan): number {
  if (input.kind === 'columns') return input.requests.length;
  if (input.kind === 'mask') return 64;
  return input.sizes.reduce<number>((all, size) => all * (size ?? (input.kind === 'list' ? 64 : 1)), 1);
}
