import { ELEMENTS } from './elements.ts';
import type { FeedPlan, InputPlan } from './mapping.ts';

/** Best or near it for small models on every machine that was measured; fewer calls, and layers that fit the cache. */
const USUAL = 4096;
const FEWEST = 16;
/** Of one batch, packed. Two or more of them are in memory for each model. */
const MOST_BYTES = 16 * 2 ** 20;

/**
 * Rows a call: 4,096, halved until the widest model's tensors take 16 MiB at most. It depends on nothing else, since
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
