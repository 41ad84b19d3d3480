import { memoryOfMachine } from '../engine.ts';

/** Measured at the peak of an evaluation with groups, weights and a baseline: columns, sorted orders, placements, losses. */
const BYTES_PER_ROW = 250;
/** Typed arrays and the sorts over them are indexed by 32 bits; Obuchowski's groups too. */
const MOST_ROWS = 2 ** 30;

/** Whether an evaluation in memory takes at most half of what the machine or its container has. */
export function fitsMemory(rows: number): boolean {
  return rows <= MOST_ROWS && rows * BYTES_PER_ROW <= memoryOfMachine() / 2;
}
