/** Sparse tensors: values, and the indices where they stand. */
import { elementTypeName } from '../element-types.ts';
import type { SparseTensor } from '../graph.ts';
import { elementCount, rawBytes } from '../tensor-size.ts';
import { sparseOf } from '../walks.ts';
import { type CheckContext, type ModelCheck, type Sighting, show, showShape } from './check.ts';

/** ONNX Runtime writes sparse initializers out densely without a limit: 16 GiB from one value. */
const DENSE_MOST = 2n ** 30n;

export const SPARSE_CHECKS: readonly ModelCheck[] = [
  {
    id: 'sparse-tensor',
    severity: 'error',
    what: 'Sparse indices are of int64, in rising order, inside the shape; one or `rank` for each value.',
    why: 'Values land in the wrong place or outside the tensor.',
    fix: 'Sort the indices, or store the tensor densely.',
    others: 'onnx.checker refuses it; ONNX Runtime checks the range, not order or duplicates.',
    run: async (model, context) => {
      const found: Sighting[] = [];
      for (const sparse of sparseOf(model)) {
        const wrong = await sparseFault(sparse, context);
        const name = sparse.values?.name ?? '';
        if (wrong) found.push({ message: `Sparse tensor ${show(name)} ${wrong}.`, at: name });
      }
      return found;
    },
  },
  {
    id: 'sparse-dense-size',
    severity: 'error',
    what: 'A sparse tensor is under 1 GiB when written out densely.',
    why: 'ONNX Runtime does so at load without a limit: one value can cost 16 GiB.',
    fix: 'Store it as Gather over a dense table of the rows that are not zero.',
    others: 'No other tool looks; ONNX Runtime exhausts memory.',
    run: (model) =>
      sparseOf(model).flatMap(({ values, dims }) => {
        const bytes = rawBytes(values?.type ?? 1, elementCount(dims) ?? 0n) ?? 0n;
        const name = values?.name ?? '';
        return bytes > DENSE_MOST
          ? [
              {
                message: `Sparse tensor ${show(name)} of shape ${showShape(dims)} takes ${bytes} bytes.`,
                at: name,
              },
            ]
          : [];
      }),
  },
];

async function sparseFault(
  { values, indices, dims }: SparseTensor,
  context: CheckContext,
): Promise<string | null> {
  if (values === null) return 'has no values';
  const total = elementCount(dims);
  if (total === null || dims.some((dim) => dim <= 0n)) return `has the shape ${showShape(dims)}`;
  if (values.dims.length !== 1) return `has values of shape ${showShape(values.dims)}, not one dimension`;
  const many = values.dims[0]!;
  if (many === 0n && indices === null) return null;
  if (indices === null) return 'has no indices';
  if (indices.type !== 7) return `has indices of ${elementTypeName(indices.type)}`;
  const rank = BigInt(dims.length);
  const linear = indices.dims.length === 1;
  if (indices.dims[0] !== many || (!linear && (indices.dims.length !== 2 || indices.dims[1] !== rank)))
    return `has indices of shape ${showShape(indices.dims)} for ${many} values of rank ${rank}`;
  const read = await context.integers(indices);
  if (read === null) return null;
  let previous = -1n;
  for (let i = 0; i < Number(many); i++) {
    let position = linear ? read[i]! : 0n;
    if (!linear) {
      for (let axis = 0; axis < dims.length; axis++) {
        const index = read[i * dims.length + axis]!;
        if (index < 0n || index >= dims[axis]!) return `has the index ${index} outside ${showShape(dims)}`;
        position = position * dims[axis]! + index;
      }
    }
    if (position < 0n || position >= total) return `has the index ${position} outside ${showShape(dims)}`;
    if (position <= previous) return 'has indices that do not rise';
    previous = position;
  }
  return null;
}
