import { fault } from '../errors.ts';
import { fromHalf } from './half.ts';
import { columnsOf, type OutputPlan } from './output.ts';
import type { Tensor } from './types.ts';
import { code, shapeText } from './words.ts';

type Activation = (values: ArrayLike<number>, start: number, width: number, column: number) => number;

const ACTIVATIONS: Readonly<Record<OutputPlan['activation'], Activation>> = {
  none: (values, start, _width, column) => values[start + column]!,
  sigmoid: (values, start, _width, column) => 1 / (1 + Math.exp(-values[start + column]!)),
  softmax(values, start, width, column) {
    // The largest is taken off first: exp of a large logit overflows.
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < width; i++) largest = Math.max(largest, values[start + i]!);
    let sum = 0;
    for (let i = 0; i < width; i++) sum += Math.exp(values[start + i]! - largest);
    return Math.exp(values[start + column]! - largest) / sum;
  },
};

/**
 * The scores of the first `count` rows of an output [rows], [rows, 1] or [rows, classes]: one a row, or one a class,
 * row-major. `rows` is how many were fed: more than `count` when the batch was padded. Throws `model-signature` when the
 * output is not one line a row.
 */
export function extractScores(
  plan: OutputPlan,
  tensor: Tensor,
  rows: number,
  count: number,
): { readonly scores: Float64Array; readonly classes: number } {
  const { type, data, shape } = tensor;
  const width = data.length / rows;
  if (shape[0] !== rows || !Number.isInteger(width) || width === 0) {
    throw fault(
      'model-signature',
      `Output ${code(plan.name)} came back as ${shapeText(shape)} for ${rows} rows.`,
      { fix: 'Name an output that has one line a row.' },
    );
  }
  const columns = columnsOf(plan, width);
  const values =
    type === 'float16' ? Float64Array.from(data as Uint16Array, fromHalf) : (data as Float64Array);
  const activate = ACTIVATIONS[plan.activation];
  const classes = columns.length;
  const scores = new Float64Array(count * classes);
  if (plan.activation === 'none' && classes === 1) {
    for (let i = 0, at = columns[0]!; i < count; i++, at += width) scores[i] = values[at]!;
    return { scores, classes };
  }
  for (let i = 0; i < count; i++)
    for (let k = 0; k < classes; k++)
      scores[i * classes + k] = activate(values, i * width, width, columns[k]!);
  return { scores, classes };
}
