/** What runs of one model say about it. Every function gives findings, one for each output that is wrong. */
import type { Finding } from '../documents/validation.ts';
import type { Tensor, Tensors } from '../scoring/types.ts';
import { code, shapeText } from '../scoring/words.ts';
import type { BehaviourCheckId } from './checks.ts';
import { EXACT, mismatch, REORDERED, type Tolerance } from './compare.ts';
import { findingFor } from './findings.ts';
import { isFloat, numberAt, numberText, placeOf } from './numbers.ts';
import { joinRows, takeRows } from './rows.ts';

/** Elements of float outputs that are not finite, the first with its place. */
export function judgeFinite(
  outputs: Tensors,
  on: string,
  check: Extract<BehaviourCheckId, 'finite' | 'extreme-values'> = 'finite',
  severity?: Finding['severity'],
): Finding[] {
  return [...outputs].flatMap(([name, tensor]) => {
    const bad = notFinite(tensor);
    if (!bad) return [];
    const { index, count } = bad;
    return [
      findingFor(
        check,
        `Output ${code(name)} is ${numberText(numberAt(tensor, index))} at ${placeOf(tensor.shape, index)} on ${on}; ${count} of ${tensor.data.length} elements are not finite.`,
        { at: name, ...(severity && { severity }) },
      ),
    ];
  });
}

function notFinite(tensor: Tensor): { readonly index: number; readonly count: number } | null {
  if (!isFloat(tensor)) return null;
  let index = -1;
  let count = 0;
  for (let i = 0; i < tensor.data.length; i++) {
    if (Number.isFinite(numberAt(tensor, i))) continue;
    if (index < 0) index = i;
    count++;
  }
  return count === 0 ? null : { index, count };
}

/** The same inputs twice: equal to the bit. */
export function judgeRepeat(first: Tensors, second: Tensors): Finding[] {
  return [...first].flatMap(([name, expected]) => {
    const words = mismatch(expected, second.get(name)!, EXACT, 'was');
    if (words === null) return [];
    return [
      findingFor('deterministic', `The second time on the same inputs, output ${code(name)} ${words}.`, {
        at: name,
      }),
    ];
  });
}

/** The outputs that have one line for each of `rows` rows. */
export function rowOutputs(outputs: Tensors, rows: number): Tensors {
  return new Map([...outputs].filter(([, { shape }]) => shape[0] === rows));
}

/** Rows of one run of a batch (`batch`) against the same rows, each run alone (`singles`). */
export function judgeSingles(
  batch: Tensors,
  singles: readonly Tensors[],
  tolerance: Tolerance = REORDERED,
): Finding[] {
  const indices = singles.map((_, i) => i);
  return [...batch].flatMap(([name, tensor]) => {
    const alone = singles.map((outputs) => outputs.get(name)!);
    const odd = alone.find(({ shape }) => shape[0] !== 1);
    const words = odd
      ? `has the shape ${shapeText(odd.shape)} for one row and ${shapeText(tensor.shape)} for ${tensor.shape[0]}`
      : mismatch(joinRows(alone), takeRows(tensor, indices), tolerance, 'alone is');
    if (words === null) return [];
    const message = `In a batch of ${tensor.shape[0]}, output ${code(name)} ${words}.`;
    return [findingFor('batch-invariant', message, { at: name })];
  });
}

/** A batch against the same rows in the order of `indices`. */
export function judgeOrder(
  batch: Tensors,
  reordered: Tensors,
  indices: readonly number[],
  tolerance: Tolerance = REORDERED,
): Finding[] {
  return [...batch].flatMap(([name, tensor]) => {
    const words = mismatch(takeRows(tensor, indices), reordered.get(name)!, tolerance, 'was');
    if (words === null) return [];
    return [
      findingFor('row-order', `With the rows of the batch in another order, output ${code(name)} ${words}.`, {
        at: name,
      }),
    ];
  });
}

/** A batch against the same batch with NaN in the floats of its first row. */
export function judgeMissing(batch: Tensors, holed: Tensors): Finding[] {
  return [...batch].flatMap(([name, tensor]) => {
    const others = Array.from({ length: tensor.shape[0]! - 1 }, (_, i) => i + 1);
    const found = holed.get(name)!;
    const words = mismatch(takeRows(tensor, others), takeRows(found, others), REORDERED, 'was');
    const first = notFinite(takeRows(found, [0]));
    const spread = `With NaN in the first row alone, output ${code(name)} of the rows after it ${words}.`;
    const own = `Output ${code(name)} is not finite for a row whose floats are all NaN.`;
    return [
      ...(words === null ? [] : [findingFor('missing-spread', spread, { at: name })]),
      ...(first === null ? [] : [findingFor('missing-values', own, { at: name })]),
    ];
  });
}
