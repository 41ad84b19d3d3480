/** Tensors: what they say of themselves against what the file holds, and the values in them. */
import { ELEMENT_TYPES, elementTypeName } from '../element-types.ts';
import { type ModelGraph, nodeLists, type SparseTensor, type Tensor, tensorsOf } from '../graph.ts';
import { elementCount, rawBytes } from '../tensor-size.ts';
import { type CheckContext, type ModelCheck, type Sighting, show, showSome } from './check.ts';
import type { ValueStatistics } from './values.ts';

const FIELD_NAMES: ReadonlyMap<number, string> = new Map([
  [4, 'float_data'],
  [5, 'int32_data'],
  [6, 'string_data'],
  [7, 'int64_data'],
  [9, 'raw_data'],
  [10, 'double_data'],
  [11, 'uint64_data'],
]);
const RAW = 9;
const MOST_BYTES = 2n ** 63n;
/** ONNX Runtime writes sparse initializers out densely without a limit: 16 GiB from one value. */
const DENSE_MOST = 2n ** 30n;
/** Smaller tensors repeat by chance or by nature, such as biases of zero. */
const DUPLICATE_LEAST = 4096;

const fieldsOf = (tensor: Tensor) => [...new Set(tensor.segments.map(({ field }) => field))];
const shape = (dims: readonly bigint[]) => `[${dims.slice(0, 8).join(', ')}${dims.length > 8 ? ', …' : ''}]`;

function* each(model: ModelGraph, judge: (tensor: Tensor) => string | null | undefined): Generator<Sighting> {
  for (const { tensor } of tensorsOf(model)) {
    const wrong = judge(tensor);
    if (wrong) yield { message: `Tensor ${show(tensor.name)} ${wrong}.`, at: tensor.name };
  }
}

/** One finding for all tensors whose statistics are of a kind. */
async function together(
  context: CheckContext,
  are: (statistics: ValueStatistics) => number,
  sentence: (tensors: number, elements: number, names: string) => string,
): Promise<Sighting[]> {
  const hits = [...(await context.statistics())].filter(([, statistics]) => are(statistics) > 0);
  const [first] = hits;
  if (first === undefined) return [];
  const elements = hits.reduce((sum, [, statistics]) => sum + are(statistics), 0);
  return [
    {
      message: sentence(hits.length, elements, showSome(hits.map(([{ name }]) => name))),
      at: first[0].name,
    },
  ];
}

export const TENSOR_CHECKS: readonly ModelCheck[] = [
  {
    id: 'tensor-type',
    severity: 'error',
    what: 'Every tensor has an element type that onnx.proto lists.',
    why: 'Its bytes mean nothing otherwise.',
    fix: 'Export again, or take a newer onnx-gate when the type is newer.',
    others: 'ONNX Runtime refuses it; onnx.checker 1.12 refuses 0 and takes any other number.',
    run: (model) =>
      each(model, ({ type }) => (ELEMENT_TYPES.has(type) ? null : `has the unknown element type ${type}`)),
  },
  {
    id: 'tensor-dims',
    severity: 'error',
    what: 'Sizes of a tensor are not negative, and its bytes are countable in 63 bits.',
    why: 'Readers that multiply in 64 bits allocate too little and write past it.',
    fix: 'Export again; do not run this file elsewhere.',
    others: 'onnx.checker 1.23 (safe_math.h) and ONNX Runtime (SafeInt) refuse it; onnx.checker 1.12 partly.',
    run: (model) =>
      each(model, ({ dims, type }) => {
        const count = elementCount(dims);
        if (count === null) return `has a negative size: ${shape(dims)}`;
        return (rawBytes(type, count) ?? count) >= MOST_BYTES ? `overflows with shape ${shape(dims)}` : null;
      }),
  },
  {
    id: 'tensor-field',
    severity: 'error',
    what: 'A tensor holds its values in one field, the one for its type, or in raw_data or an external file.',
    why: 'Tools that look at different fields see different weights.',
    fix: 'Save the model again with the onnx package.',
    others:
      'onnx.checker: "TensorProto … data is stored in more than one field"; ONNX Runtime reads raw_data first.',
    run: (model) =>
      each(model, (tensor) => {
        const fields = fieldsOf(tensor);
        const names = fields.map((field) => FIELD_NAMES.get(field)).join(' and ');
        const type = ELEMENT_TYPES.get(tensor.type);
        if (tensor.external && fields.length > 0) return `has external data and ${names} too`;
        if (fields.length > 1) return `holds values in ${names}`;
        if (type === undefined || fields[0] === undefined) return null;
        if (fields[0] === RAW) return type.bits === null ? 'is of strings but holds raw_data' : null;
        return fields[0] === type.field ? null : `of ${type.name} holds its values in ${names}`;
      }),
  },
  {
    id: 'tensor-size',
    severity: 'error',
    what: 'A tensor holds exactly as many values as its shape says.',
    why: 'Too few are read past their end, too many are a wrong shape.',
    fix: 'Export again; a file edited by hand or cut has lost weights.',
    others: 'onnx.checker 1.23 refuses too few only, 1.12 does not look; ONNX Runtime refuses both.',
    run: sizes,
  },
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
      [...sparseOf(model)].flatMap(({ values, dims }) => {
        const bytes = rawBytes(values?.type ?? 1, elementCount(dims) ?? 0n) ?? 0n;
        const name = values?.name ?? '';
        return bytes > DENSE_MOST
          ? [
              {
                message: `Sparse tensor ${show(name)} of shape ${shape(dims)} takes ${bytes} bytes.`,
                at: name,
              },
            ]
          : [];
      }),
  },
  {
    id: 'weights-nan',
    severity: 'warning',
    what: 'No weight is NaN.',
    why: 'It spreads to every answer it touches; training has diverged.',
    fix: 'Look at the training loss; take an earlier checkpoint.',
    others: 'No other tool looks.',
    run: (_, context) =>
      together(
        context,
        ({ nan }) => nan,
        (tensors, elements, names) => `${elements} weights in ${tensors} tensors are NaN: ${names}.`,
      ),
  },
  {
    id: 'weights-infinite',
    severity: 'info',
    what: 'No weight is infinite.',
    why: 'Masks may be meant so; elsewhere it becomes NaN when multiplied by 0.',
    fix: 'Use a large finite number for masks.',
    others: 'No other tool looks.',
    run: (_, context) =>
      together(
        context,
        ({ infinite }) => infinite,
        (tensors, elements, names) => `${elements} weights in ${tensors} tensors are infinite: ${names}.`,
      ),
  },
  {
    id: 'weights-zero',
    severity: 'info',
    what: 'No tensor of at least 64 weights is all zero.',
    why: 'A layer that was never trained, or lost in the export.',
    fix: 'Check that the checkpoint was loaded before the export.',
    others: 'No other tool looks.',
    run: (_, context) =>
      together(
        context,
        ({ zero, elements }) => (elements >= 64 && zero === elements ? 1 : 0),
        (tensors, _elements, names) => `${tensors} tensors are all zero: ${names}.`,
      ),
  },
  {
    id: 'weights-denormal',
    severity: 'info',
    what: 'At most 1 in 100 weights of a tensor is denormal.',
    why: 'Arithmetic on them is up to a hundred times slower on some processors.',
    fix: 'Set weights under 1e-37 to zero, or set `session.set_denormal_as_zero` in ONNX Runtime.',
    others: 'No other tool looks.',
    run: (_, context) =>
      together(
        context,
        ({ denormal, elements }) => (denormal * 100 > elements ? denormal : 0),
        (tensors, elements, names) => `${elements} weights in ${tensors} tensors are denormal: ${names}.`,
      ),
  },
  {
    id: 'weights-duplicate',
    severity: 'info',
    what: 'No two tensors of 4 KiB or more hold the same bytes.',
    why: 'It is size without effect; tied weights were untied by the exporter.',
    fix: 'Let both nodes use one initializer (OnnxSlim does).',
    others: 'OnnxSlim ties them; no checker looks.',
    run: async (_, context) => {
      const first = new Map<string, Tensor>();
      const twice: Tensor[] = [];
      let bytes = 0;
      for (const [tensor, statistics] of await context.statistics()) {
        if (statistics.bytes < DUPLICATE_LEAST) continue;
        const key = `${tensor.type} ${tensor.dims.join()} ${statistics.bytes} ${statistics.hash}`;
        if (!first.has(key)) first.set(key, tensor);
        else {
          twice.push(tensor);
          bytes += statistics.bytes;
        }
      }
      return twice.length === 0
        ? []
        : [
            {
              message: `${twice.length} tensors repeat another one (${bytes} bytes): ${showSome(twice.map(({ name }) => name))}.`,
              at: twice[0]!.name,
            },
          ];
    },
  },
];

async function sizes(model: ModelGraph, context: CheckContext): Promise<Sighting[]> {
  const found: Sighting[] = [];
  for (const { tensor } of tensorsOf(model)) {
    const count = elementCount(tensor.dims);
    const type = ELEMENT_TYPES.get(tensor.type);
    const fields = fieldsOf(tensor);
    if (tensor.external || type === undefined || count === null || fields.length > 1) continue;
    const wrong = await sizeFault(tensor, fields[0], count, context);
    if (wrong)
      found.push({
        message: `Tensor ${show(tensor.name)} of ${elementTypeName(tensor.type)} ${shape(tensor.dims)} ${wrong}.`,
        at: tensor.name,
      });
  }
  return found;
}

async function sizeFault(
  tensor: Tensor,
  field: number | undefined,
  count: bigint,
  { source }: CheckContext,
): Promise<string | null> {
  const type = ELEMENT_TYPES.get(tensor.type)!;
  if (field === undefined) return count === 0n ? null : 'holds no values';
  const bytes = tensor.segments.reduce((sum, { length }) => sum + length, 0);
  if (field === RAW) {
    const needed = rawBytes(tensor.type, count);
    return needed === null || needed === BigInt(bytes) ? null : `holds ${bytes} bytes, not ${needed}`;
  }
  if (field !== type.field) return null;
  let entries = tensor.segments.length;
  if (field === 4 || field === 10) entries = bytes / (field === 4 ? 4 : 8);
  else if (field !== 6) {
    entries = 0;
    for (const { offset, length } of tensor.segments) {
      for (let done = 0; done < length; done += CHUNK) {
        for (const byte of await source.read(offset + done, Math.min(CHUNK, length - done)))
          if (byte < 128) entries++;
      }
    }
  }
  const needed = Math.ceil(Number(count) / type.perEntry);
  return entries === needed ? null : `holds ${entries} entries of ${FIELD_NAMES.get(field)}, not ${needed}`;
}
const CHUNK = 2 ** 20;

function* sparseOf(model: ModelGraph): Generator<SparseTensor> {
  for (const { nodes, graph } of nodeLists(model)) {
    yield* graph?.sparse ?? [];
    for (const { attributes } of nodes) for (const { sparse } of attributes) yield* sparse;
  }
}

async function sparseFault(
  { values, indices, dims }: SparseTensor,
  context: CheckContext,
): Promise<string | null> {
  if (values === null) return 'has no values';
  const total = elementCount(dims);
  if (total === null || dims.some((dim) => dim <= 0n)) return `has the shape ${shape(dims)}`;
  if (values.dims.length !== 1) return `has values of shape ${shape(values.dims)}, not one dimension`;
  const many = values.dims[0]!;
  if (many === 0n && indices === null) return null;
  if (indices === null) return 'has no indices';
  if (indices.type !== 7) return `has indices of ${elementTypeName(indices.type)}`;
  const rank = BigInt(dims.length);
  const linear = indices.dims.length === 1;
  if (indices.dims[0] !== many || (!linear && (indices.dims.length !== 2 || indices.dims[1] !== rank)))
    return `has indices of shape ${shape(indices.dims)} for ${many} values of rank ${rank}`;
  const read = await context.integers(indices);
  if (read === null) return null;
  let previous = -1n;
  for (let i = 0; i < Number(many); i++) {
    let position = linear ? read[i]! : 0n;
    if (!linear) {
      for (let axis = 0; axis < dims.length; axis++) {
        const index = read[i * dims.length + axis]!;
        if (index < 0n || index >= dims[axis]!) return `has the index ${index} outside ${shape(dims)}`;
        position = position * dims[axis]! + index;
      }
    }
    if (position < 0n || position >= total) return `has the index ${position} outside ${shape(dims)}`;
    if (position <= previous) return 'has indices that do not rise';
    previous = position;
  }
  return null;
}
