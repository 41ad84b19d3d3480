/** Inputs for a model when there are no real rows: seeded, and ordinary enough that most models take them. */
import { elementOf } from '../scoring/elements.ts';
import { toHalf } from '../scoring/half.ts';
import type { Signature, Tensor, Tensors } from '../scoring/types.ts';
import { code } from '../scoring/words.ts';

/** How to fill what the signature leaves open. */
export interface Filling {
  /** Size of open dimensions other than the first. */
  readonly open: number;
  /** Whole numbers are below this: 1 gives zeros, a valid index everywhere. */
  readonly below: number;
}

/** In the order to try them: a model may take only one of them. */
export const FILLINGS: readonly Filling[] = [
  { open: 8, below: 2 },
  { open: 8, below: 1 },
  { open: 32, below: 1 },
  { open: 1, below: 1 },
];

const MOST_ROWS = 8;
/** Elements of all inputs together: 16 MiB of float32. */
const MOST_ELEMENTS = 2 ** 22;

/** Floats in [0, 1), small whole numbers, empty text; or the input that nothing can be made up for. */
export function madeUpInputs(
  { inputs }: Signature,
  { open, below }: Filling,
  random: () => number,
): { readonly feeds: Tensors } | { readonly why: string } {
  const odd = inputs.find(({ type }) => type === null || !elementOf(type));
  if (odd) return { why: `input ${code(odd.name)} is ${odd.type ?? 'a sequence or a map'}` };
  const sizesFor = (rows: number) =>
    inputs.map(({ shape }) =>
      shape.map((size, axis) => (typeof size === 'number' ? size : axis === 0 ? rows : open)),
    );
  const count = (sizes: readonly (readonly number[])[]) =>
    sizes.reduce((sum, shape) => sum + shape.reduce((product, size) => product * size, 1), 0);
  let rows = MOST_ROWS;
  while (rows > 2 && count(sizesFor(rows)) > MOST_ELEMENTS) rows--;
  const sizes = sizesFor(rows);
  if (!(count(sizes) <= 16 * MOST_ELEMENTS)) return { why: 'its inputs are too large' };
  const made = inputs.map(({ name, type }, i): [string, Tensor] => {
    const shape = sizes[i]!;
    return [name, { type, data: valuesOf(type!, shape, below, random), shape } as Tensor];
  });
  return { feeds: new Map(made) };
}

function valuesOf(
  type: string,
  shape: readonly number[],
  below: number,
  random: () => number,
): Tensor['data'] {
  const element = elementOf(type)!;
  const data = element.allocate(shape.reduce((product, size) => product * size, 1));
  if (element.family === 'string') return data;
  const draw = element.family === 'float' ? random : () => Math.floor(random() * below);
  const convert = type === 'float16' ? toHalf : type === 'int64' || type === 'uint64' ? BigInt : Number;
  for (let i = 0; i < data.length; i++) (data as unknown as (number | bigint)[])[i] = convert(draw());
  return data;
}
