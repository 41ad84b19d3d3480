/** Two tensors that should be equal. */
import type { Tensor } from '../scoring/types.ts';
import { code, shapeText } from '../scoring/words.ts';
import { isFloat, numberAt, numberText, placeOf } from './numbers.ts';

/** |actual − expected| ≤ atol + rtol · |expected|. */
export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

/** What onnx's own backend tests allow. */
export const GOLDEN: Tolerance = { rtol: 1e-3, atol: 1e-7 };
/** Sums of another order in another kernel: real models stay below it (25 of 47 that differ at all). */
export const REORDERED: Tolerance = { rtol: 1e-3, atol: 1e-5 };
export const EXACT: Tolerance = { rtol: 0, atol: 0 };

/** The element that is furthest beyond its tolerance. */
export interface Difference {
  readonly index: number;
  /** Elements beyond their tolerance. */
  readonly count: number;
  readonly of: number;
  readonly expected: string;
  readonly actual: string;
  /** NaN for text, and where one of the two is not finite. */
  readonly absolute: number;
}

/**
 * The worst element of two tensors of one type and shape, or null when all are within tolerance. NaN equals NaN, an
 * infinity its like, texts and whole numbers only themselves.
 */
export function worstDifference(
  expected: Tensor,
  actual: Tensor,
  { rtol, atol }: Tolerance,
): Difference | null {
  const float = isFloat(expected);
  let worst = -1;
  let excess = -1;
  let count = 0;
  for (let i = 0; i < expected.data.length; i++) {
    const a = expected.data[i]!;
    const b = actual.data[i]!;
    if (a === b) continue;
    const wanted = numberAt(expected, i);
    const found = numberAt(actual, i);
    if (float && (Object.is(wanted, found) || wanted === found)) continue;
    const distance = Math.abs(found - wanted);
    const over = distance - atol - rtol * Math.abs(wanted);
    if (float && over <= 0) continue;
    count++;
    // Whole numbers have no tolerance, and text no distance.
    const beyond = float ? over : distance;
    const badness = Number.isFinite(beyond) ? beyond : float ? Number.POSITIVE_INFINITY : 0;
    if (badness > excess) {
      excess = badness;
      worst = i;
    }
  }
  if (count === 0) return null;
  const absolute = Math.abs(numberAt(actual, worst) - numberAt(expected, worst));
  return {
    index: worst,
    count,
    of: expected.data.length,
    expected: elementText(expected, worst),
    actual: elementText(actual, worst),
    absolute: Number.isFinite(absolute) ? absolute : Number.NaN,
  };
}

function elementText(tensor: Tensor, index: number): string {
  const value = tensor.data[index]!;
  if (typeof value === 'string') return code(value);
  return isFloat(tensor) ? numberText(numberAt(tensor, index)) : String(value);
}

/**
 * Why `actual` is not `expected`, as the end of a sentence about an output, or null. `relation` leads to the expected
 * value.
 * @example 'is 0.75 at [3, 0] and should be 0.5 (off by 0.25; 2 of 8 elements differ)'
 */
export function mismatch(
  expected: Tensor,
  actual: Tensor,
  tolerance: Tolerance,
  relation = 'should be',
): string | null {
  if (expected.type !== actual.type) return `is ${actual.type} and should be ${expected.type}`;
  const [wanted, found] = [expected.shape, actual.shape];
  if (wanted.length !== found.length || wanted.some((size, axis) => size !== found[axis])) {
    return `has the shape ${shapeText(found)} and should have ${shapeText(wanted)}`;
  }
  const difference = worstDifference(expected, actual, tolerance);
  if (!difference) return null;
  const { index, count, of, absolute } = difference;
  const off = Number.isNaN(absolute) ? '' : `off by ${numberText(absolute)}; `;
  return `is ${difference.actual} at ${placeOf(wanted, index)} and ${relation} ${difference.expected} (${off}${count} of ${of} elements differ)`;
}
