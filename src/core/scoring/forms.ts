/** Inputs that are fed otherwise than by plain columns: lists, the masks of lists, constants. */
import type { TensorInfo } from '../documents/validation.ts';
import type { InputMapping } from '../policy/schema.ts';
import { depthOf, isList, missingColumn } from './columns.ts';
import { checkMissing, type Element, type Missing } from './elements.ts';
import type { Context } from './find-columns.ts';
import type { Inputs } from './mapping.ts';
import type { ColumnInfo, ColumnRequest, ElementType, Signature } from './types.ts';
import { clip, code, list, shapeText } from './words.ts';

type Constant = number | boolean | string;

/** A list a row: [rows, …sizes]. */
export interface ListInput {
  readonly kind: 'list';
  readonly name: string;
  readonly type: ElementType;
  /** The one column. */
  readonly requests: readonly ColumnRequest[];
  /** Sizes after the batch; null where the model leaves them open. */
  readonly sizes: readonly (number | null)[];
  /** Whether the column's lists are flat, and their values fill all sizes in turn. */
  readonly flat: boolean;
  readonly pad: Constant | null;
  readonly truncate: 'start' | 'end' | null;
  readonly missing: Missing;
}

/** 1 where the list of input `of` has a value and 0 where it was filled up: [rows, length of the lists]. */
export interface MaskInput {
  readonly kind: 'mask';
  readonly name: string;
  readonly type: ElementType;
  readonly requests: readonly [];
  readonly of: string;
}

/** The same value everywhere. */
export interface ValueInput {
  readonly kind: 'value';
  readonly name: string;
  readonly type: ElementType;
  readonly requests: readonly [];
  readonly value: Constant;
  /** Null stands for the rows of the batch. Empty: a scalar. */
  readonly sizes: readonly (number | null)[];
}

type Special = Extract<InputMapping, { list: unknown } | { mask: unknown } | { value: unknown }>;

const isSpecial = (entry: InputMapping): entry is Special =>
  typeof entry === 'object' && ('list' in entry || 'mask' in entry || 'value' in entry);

/** Null: plain columns feed it. `refused`: the fault is in the context. */
export function planForm(
  input: TensorInfo,
  element: Element,
  entry: InputMapping | undefined,
  signature: Signature,
  inputs: Inputs,
  context: Context,
): ListInput | MaskInput | ValueInput | 'refused' | null {
  if (entry === undefined) return null;
  if (!isSpecial(entry)) {
    const column = typeof entry === 'string' && context.columns.find(({ name }) => name === entry);
    return column && isList(column) ? planList(input, element, { list: column.name }, context) : null;
  }
  if ('list' in entry) return planList(input, element, entry, context);
  if ('mask' in entry) return planMask(input, element, entry.mask, signature, inputs, context);
  return planValue(input, element, entry.value, context);
}

function refusal({ name }: TensorInfo, { faults }: Context) {
  return (message: string, fix: string): 'refused' => {
    faults.push({ code: 'model-signature', message: `Input ${code(name)} ${message}.`, fix });
    return 'refused';
  };
}

interface ListEntry {
  readonly list: string | { readonly sql: string };
  readonly length?: number | undefined;
  readonly pad?: Constant | undefined;
  readonly truncate?: 'start' | 'end' | undefined;
  readonly missing?: Missing | undefined;
}

function planList(
  input: TensorInfo,
  element: Element,
  { list: given, length, pad, truncate, missing = 'fail' }: ListEntry,
  context: Context,
): ListInput | 'refused' {
  const { name, type, shape } = input;
  const refuse = refusal(input, context);
  const from = typeof given === 'string' ? { column: given } : given;
  const column = typeof given === 'string' ? context.columns.find((one) => one.name === given) : null;
  if (column === undefined) {
    const message = `Input ${code(name)} takes the lists of column ${code(given as string)}, which is not in the holdout.`;
    context.faults.push(missingColumn(message, given as string, context.columns));
    return 'refused';
  }
  if (shape.length < 2) {
    return refuse(
      `is ${shapeText(shape)}, one value a row, and lists need [batch, length]`,
      'Map a plain column or an expression such as `{ sql: "history[1]" }`.',
    );
  }
  if (column && !isList(column) && column.type !== 'VARCHAR' && column.type !== 'JSON') {
    return refuse(
      `${shapeText(shape)} takes a list a row, and column ${code(column.name)} (${clip(column.type)}) holds single values`,
      `The columns of lists are ${listColumns(context.columns)}.`,
    );
  }
  const declared = shape.slice(1).map((size) => (typeof size === 'number' ? size : null));
  if (length !== undefined && declared[0] !== null && declared[0] !== length) {
    return refuse(
      `${shapeText(shape)} takes lists of ${declared[0]}, and \`length\` is ${length}`,
      'Leave `length` out.',
    );
  }
  const sizes = [length ?? declared[0]!, ...declared.slice(1)];
  // Text and expressions are taken to be as deep as the input is.
  const depth = column && isList(column) ? depthOf(column) : sizes.length;
  const flat = depth === 1 && sizes.length > 1;
  if (depth !== sizes.length && !flat) {
    return refuse(
      `${shapeText(shape)} has ${sizes.length} dimensions a row, and ${code(column!.name)} (${clip(column!.type)}) has ${depth}`,
      'Use a column that is as deep, or a flat one with all values of a row.',
    );
  }
  if (flat && sizes.includes(null)) {
    return refuse(
      `${shapeText(shape)} leaves sizes open, which the flat lists of ${code(column!.name)} do not tell`,
      'Use a column of lists in lists, or export the model with fixed sizes.',
    );
  }
  if (pad !== undefined && !fitsElement(element, pad)) {
    return refuse(`(${type}) cannot hold \`pad: ${clip(String(pad))}\``, 'Fill up with a value of its type.');
  }
  const problem = checkMissing(element, missing);
  if (problem)
    return refuse(
      `(${type}) ${problem}, so \`missing: ${missing}\` cannot stand there`,
      'Use a number of its type, or `missing: fail`.',
    );
  return {
    kind: 'list',
    name,
    type: type as ElementType,
    requests: [{ from, as: element.as, depth }],
    sizes,
    flat,
    pad: pad ?? null,
    truncate: truncate ?? null,
    missing,
  };
}

function listColumns(columns: readonly ColumnInfo[]): string {
  const names = columns.filter(isList).map(({ name }) => name);
  return names.length === 0 ? 'none' : list(names);
}

function planMask(
  input: TensorInfo,
  { family }: Element,
  of: string,
  signature: Signature,
  inputs: Inputs,
  context: Context,
): MaskInput | 'refused' {
  const refuse = refusal(input, context);
  const { columns } = context;
  const entry = inputs !== 'auto' && Object.hasOwn(inputs, of) ? inputs[of] : of;
  const named = typeof entry === 'string' && columns.some((one) => one.name === entry && isList(one));
  const listed = named || (typeof entry === 'object' && 'list' in entry);
  if (!listed || !signature.inputs.some(({ name }) => name === of)) {
    return refuse(
      `is the mask of ${code(of)}, which is no input that is fed lists`,
      'Name an input that has `list:`.',
    );
  }
  if (family === 'string' || input.shape.length !== 2) {
    return refuse(
      `(${input.type} ${shapeText(input.shape)}) cannot be a mask`,
      'A mask is [batch, length] of numbers or booleans.',
    );
  }
  return { kind: 'mask', name: input.name, type: input.type as ElementType, requests: [], of };
}

function planValue(
  input: TensorInfo,
  element: Element,
  value: Constant,
  context: Context,
): ValueInput | 'refused' {
  const { name, type, shape } = input;
  const refuse = refusal(input, context);
  if (!fitsElement(element, value)) {
    return refuse(`(${type}) cannot hold \`value: ${clip(String(value))}\``, 'Write a value of its type.');
  }
  if (shape.slice(1).some((size) => typeof size !== 'number')) {
    return refuse(
      `${shapeText(shape)} leaves sizes open, which a constant does not tell`,
      'Export the model with fixed sizes after the batch.',
    );
  }
  const sizes = shape.map((size) => (typeof size === 'number' ? size : null));
  return { kind: 'value', name, type: type as ElementType, requests: [], value, sizes };
}

/** Whether a constant of the policy is a value of the element type. */
function fitsElement(element: Element, value: Constant): boolean {
  if (element.family === 'string') return typeof value === 'string';
  if (typeof value === 'string') return false;
  return element.family === 'float' || checkMissing(element, Number(value)) === null;
}
