/** Batches by rows: which inputs have them, and how to pick some. */
import type { Signature, Tensor, Tensors } from '../scoring/types.ts';

type Dimension = Signature['inputs'][number]['shape'][number] | undefined;

/** Names of first dimensions that count something else than rows. */
const NOT_ROWS = /seq|time|step|len|token|frame|chan|height|width|past|cache/i;

export interface Batched {
  /** Inputs whose first dimension is the batch. */
  readonly inputs: ReadonlySet<string>;
}

/**
 * The inputs that hold one line a row: those whose first dimension is open, under one name for all. Null when no
 * input has such a dimension, or when its name says that it is something else, such as the length of a sequence.
 */
export function batchedInputs({ inputs }: Signature): ReadonlySet<string> | null {
  const open = inputs.filter(({ shape }) => isOpen(shape[0]));
  const names = new Set(open.flatMap(({ shape }) => (typeof shape[0] === 'string' ? [shape[0]] : [])));
  if (open.length === 0 || names.size > 1 || [...names].some((name) => NOT_ROWS.test(name))) return null;
  return new Set(open.map(({ name }) => name));
}

const isOpen = (size: Dimension) => size === null || typeof size === 'string';

/** How many rows the feeds have; null when the batched inputs do not agree. */
export function rowsOf(feeds: Tensors, batched: ReadonlySet<string>): number | null {
  const sizes = new Set([...batched].map((name) => feeds.get(name)?.shape[0]));
  const [rows] = sizes;
  return sizes.size === 1 && rows !== undefined ? rows : null;
}

/** The rows at `indices`, in that order; a row may be taken twice. */
export function takeRows(tensor: Tensor, indices: readonly number[]): Tensor {
  const [rows = 1, ...rest] = tensor.shape;
  const width = tensor.data.length / rows;
  const shape = [indices.length, ...rest];
  const { data } = tensor;
  if (Array.isArray(data)) {
    return {
      ...tensor,
      data: indices.flatMap((row) => data.slice(row * width, (row + 1) * width)),
      shape,
    } as Tensor;
  }
  const picked = data.slice(0, 0).constructor as new (length: number) => Float32Array;
  const out = new picked(indices.length * width);
  for (const [i, row] of indices.entries()) {
    out.set(data.subarray(row * width, (row + 1) * width) as Float32Array, i * width);
  }
  return { ...tensor, data: out, shape } as Tensor;
}

/** The feeds with only these rows of the batched inputs. */
export function feedsOfRows(
  feeds: Tensors,
  batched: ReadonlySet<string>,
  indices: readonly number[],
): Tensors {
  return new Map(
    [...feeds].map(([name, tensor]) => [name, batched.has(name) ? takeRows(tensor, indices) : tensor]),
  );
}

/** Row tensors, one after the other, as one. All of one type and width. */
export function joinRows(tensors: readonly Tensor[]): Tensor {
  const [first] = tensors;
  const rows = tensors.reduce((sum, { shape }) => sum + (shape[0] ?? 1), 0);
  const shape = [rows, ...first!.shape.slice(1)];
  if (Array.isArray(first!.data)) {
    return { type: 'string', data: tensors.flatMap(({ data }) => data as string[]), shape };
  }
  const length = tensors.reduce((sum, { data }) => sum + data.length, 0);
  const out = new (first!.data.constructor as new (length: number) => Float32Array)(length);
  let at = 0;
  for (const { data } of tensors) {
    out.set(data as Float32Array, at);
    at += data.length;
  }
  return { type: first!.type, data: out, shape } as unknown as Tensor;
}
