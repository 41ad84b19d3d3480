/** Tensors: what they say of themselves against what the file holds. */
import { ELEMENT_TYPES, elementTypeName } from '../element-types.ts';
import type { ModelGraph, Tensor } from '../graph.ts';
import { elementCount, rawBytes } from '../tensor-size.ts';
import { tensorsOf } from '../walks.ts';
import { type CheckContext, type ModelCheck, type Sighting, show, showShape } from './check.ts';

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

const fieldsOf = (tensor: Tensor) => [...new Set(tensor.segments.map(({ field }) => field))];

function* each(model: ModelGraph, judge: (tensor: Tensor) => string | null | undefined): Generator<Sighting> {
  for (const tensor of tensorsOf(model)) {
    const wrong = judge(tensor);
    if (wrong) yield { message: `Tensor ${show(tensor.name)} ${wrong}.`, at: tensor.name };
  }
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
        if (count === null) return `has a negative size: ${showShape(dims)}`;
        return (rawBytes(type, count) ?? count) >= MOST_BYTES
          ? `overflows with shape ${showShape(dims)}`
          : null;
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
];

async function sizes(model: ModelGraph, context: CheckContext): Promise<Sighting[]> {
  const found: Sighting[] = [];
  for (const tensor of tensorsOf(model)) {
    const count = elementCount(tensor.dims);
    const type = ELEMENT_TYPES.get(tensor.type);
    const fields = fieldsOf(tensor);
    if (tensor.external || type === undefined || count === null || fields.length > 1) continue;
    const wrong = await sizeFault(tensor, fields[0], count, context);
    if (wrong)
      found.push({
        message: `Tensor ${show(tensor.name)} of ${elementTypeName(tensor.type)} ${showShape(tensor.dims)} ${wrong}.`,
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
