import { ELEMENTS } from './elements.ts';
import type { FeedPlan, InputPlan } from './mapping.ts';

/**
 * Of batches of 256 to 16,384 rows, within 8 % of the best for small models, and 30 % ahead of 4,096 for a wide one:
 * what lies between two layers stays in the cache of one core, also when its neighbour is busy.
 */
const USUAL = 1024;
const FEWEST = 16;
/** Of one batch, packed. Two or more of them are in memory for each model. */
const MOST_BYTES = 16 * 2 ** 20;
/**
 * Rows that are read at once and handed to a model's process in one message, which costs both sides whatever is in it
 * (bench/score/result.md).
 */
const HANDED = 16_384;

/**
 * Rows a call: 1,024, halved until the widest model's tensors take 16 MiB at most. It depends on nothing else, since
 * scores of quantized models depend on it.
 */
export function batchSize(plans: readonly FeedPlan[]): number {
  const widest = widestRow(plans);
  let rows = USUAL;
  while (rows > FEWEST && rows * widest > MOST_BYTES) rows /= 2;
  return rows;
}

/** Whole batches that are handed over together, of 16 MiB at most; one where it is larger. Scores do not depend on it. */
export function handedRows(plans: readonly FeedPlan[], batchRows: number): number {
  const most = Math.min(HANDED, MOST_BYTES / Math.max(widestRow(plans), 1));
  return Math.max(1, Math.floor(most / batchRows)) * batchRows;
}

/** Bytes that the inputs of one row take, for the model where they take most. */
function widestRow(plans: readonly FeedPlan[]): number {
  return Math.max(...plans.map(({ inputs }) => inputs.reduce((sum, input) => sum + rowBytes(input), 0)));
}

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
