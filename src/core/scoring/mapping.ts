/** Which columns feed which model input (design, section 4: `inputs`). */

import type { TensorInfo } from '../documents/validation.ts';
import { type Fault, nearest } from '../errors.ts';
import type { InputMapping } from '../policy/schema.ts';
import { missingColumn } from './columns.ts';
import { type Element, elementOf } from './elements.ts';
import { proposeColumns } from './proposal.ts';
import type { Roles } from './roles.ts';
import type { ColumnInfo, ColumnRequest, ElementType, Signature } from './types.ts';
import { clip, code, list, shapeText } from './words.ts';

export type Inputs = 'auto' | Readonly<Record<string, InputMapping>>;
export type Missing = 'fail' | 'nan' | number;

/** One model input: its tensor is [rows] (rank 1) or [rows, requests.length] (rank 2), row-major. */
export interface InputPlan {
  readonly name: string;
  readonly type: ElementType;
  readonly rank: 1 | 2;
  readonly requests: readonly ColumnRequest[];
  readonly missing: Missing;
}

export interface FeedPlan {
  readonly inputs: readonly InputPlan[];
  /** The only number of rows that the model takes, or null when any will do. */
  readonly fixedBatch: number | null;
  /** What was guessed, for people. */
  readonly notes: readonly string[];
}

export type Planned<T> =
  | { readonly ok: true; readonly plan: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Maps every input. Inputs that a mapping leaves out are matched by name, as under `auto`: exactly, else by the only
 * column that differs in case alone. Names in the mapping that this model lacks are `checkMappingNames`'s.
 * Faults: `model-signature` (shape, type, number of columns), `column-missing`.
 */
export function planInputs(
  signature: Signature,
  columns: readonly ColumnInfo[],
  inputs: Inputs,
  roles: Roles = {},
): Planned<FeedPlan> {
  const faults: Fault[] = [];
  const notes: string[] = [];
  const plans: InputPlan[] = [];
  const open: { readonly input: TensorInfo; readonly width: number | null }[] = [];
  const context = { columns, roles, faults, notes };
  for (const input of signature.inputs) {
    const element = checkShape(input, faults);
    if (!element) continue;
    const entry = mappingOf(inputs, input.name);
    const width = input.shape.length === 1 ? 1 : sizeOf(input.shape[1]);
    const found = entry ? fromMapping(input, entry, context) : fromName(input, width, context);
    if (!found) open.push({ input, width });
    else plans.push(planOf(input, element, width, found, faults));
  }
  const taken = new Set(plans.flatMap((plan) => plan.requests).flatMap(({ from }) => columnOf(from)));
  for (const { input, width } of open) faults.push(proposeColumns(input, width, columns, roles, taken));
  const fixedBatch = commonBatch(signature, faults);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, plan: { inputs: plans, fixedBatch, notes } };
}

/** Everything that a plan reads, in the order that `packInputs` takes. */
export function requestsOf(plan: FeedPlan): ColumnRequest[] {
  return plan.inputs.flatMap(({ requests }) => requests);
}

/** Names in the mapping that no model has as an input. */
export function checkMappingNames(inputs: Inputs, signatures: readonly Signature[]): Fault[] {
  if (inputs === 'auto') return [];
  const known = [...new Set(signatures.flatMap((each) => each.inputs.map(({ name }) => name)))];
  return Object.keys(inputs)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const [near] = nearest(name, known, 1);
      return {
        code: 'model-signature',
        message: `\`inputs\` maps ${code(name)}, and the model has no such input.`,
        fix: near === undefined ? `Its inputs are ${list(known)}.` : `Did you mean ${code(near)}?`,
      };
    });
}

type Found = Pick<InputPlan, 'missing'> & { readonly columns: readonly ColumnRequest['from'][] };
interface Context {
  readonly columns: readonly ColumnInfo[];
  readonly roles: Roles;
  readonly faults: Fault[];
  readonly notes: string[];
}

function mappingOf(inputs: Inputs, name: string): InputMapping | undefined {
  return inputs !== 'auto' && Object.hasOwn(inputs, name) ? inputs[name] : undefined;
}

const sizeOf = (size: TensorInfo['shape'][number] | undefined) => (typeof size === 'number' ? size : null);
const columnOf = (from: ColumnRequest['from']) => ('column' in from ? [from.column] : []);

/** The element, when columns can feed the input at all. */
function checkShape({ name, type, shape }: TensorInfo, faults: Fault[]): Element | null {
  const element = type === null ? null : elementOf(type);
  const refuse = (message: string, fix: string) => {
    faults.push({ code: 'model-signature', message: `Input ${code(name)} ${message}.`, fix });
    return null;
  };
  if (type === null) {
    return refuse('is a sequence or a map, not a tensor', 'Export the model with tensors as inputs.');
  }
  if (!element) {
    return refuse(`takes ${clip(type)}, which columns cannot feed`, 'Export it with a Cast from float32.');
  }
  if (shape.length === 0) {
    return refuse(
      'has no batch dimension: it is a scalar, or its shape was left open',
      'Export the model with a dynamic first dimension, such as [batch, 17].',
    );
  }
  if (shape.length > 2) {
    return refuse(
      `has ${shape.length} dimensions ${shapeText(shape)}; columns feed [batch] and [batch, columns]`,
      'Reshape inside the model, behind an input of two dimensions.',
    );
  }
  return element;
}

function fromMapping({ name }: TensorInfo, entry: InputMapping, { columns, faults }: Context): Found {
  const full = typeof entry === 'object' && 'columns' in entry ? entry : null;
  const given = full ? full.columns : (entry as Exclude<typeof entry, { columns: unknown }>);
  const known = new Set(columns.map((column) => column.name));
  const from = (Array.isArray(given) ? given : [given]).map((each) => {
    if (typeof each !== 'string') return each;
    if (!known.has(each))
      faults.push(
        missingColumn(
          `Input ${code(name)} takes the column ${code(each)}, which is not in the holdout.`,
          each,
          columns,
        ),
      );
    return { column: each };
  });
  return { columns: from, missing: full?.missing ?? 'fail' };
}

/** Null when a name cannot say enough: the input wants several columns. */
function fromName({ name }: TensorInfo, width: number | null, context: Context): Found | null {
  const { roles, notes, faults } = context;
  const columns = context.columns.filter((column) => column.name !== roles.label);
  const found = (column: string): Found => ({ columns: [{ column }], missing: 'fail' });
  if (width !== null && width !== 1) return null;
  if (columns.some((column) => column.name === name)) return found(name);
  const alike = columns.filter((column) => column.name.toLowerCase() === name.toLowerCase());
  if (alike.length === 1) {
    notes.push(`Input ${code(name)} is fed from the column ${code(alike[0]!.name)}.`);
    return found(alike[0]!.name);
  }
  if (width === null) return null;
  if (name === roles.label) {
    const fix = 'Map it to a feature under `inputs`, or export the model without it.';
    const message = `Input ${code(name)} has the name of the label, which must not be fed to a model.`;
    faults.push({ code: 'column-missing', message, fix });
  } else
    faults.push(
      missingColumn(`Input ${code(name)} has no column of its name in the holdout.`, name, columns),
    );
  return found(name);
}

function planOf(
  { name, type, shape }: TensorInfo,
  element: Element,
  width: number | null,
  { columns, missing }: Found,
  faults: Fault[],
): InputPlan {
  if (width !== null && columns.length !== width) {
    faults.push({
      code: 'model-signature',
      message: `Input ${code(name)} ${shapeText(shape)} takes ${count(width)}, and \`inputs\` gives it ${columns.length}.`,
      fix: 'List them in the order that the model was trained on.',
    });
  }
  const problem = checkMissing(element, missing);
  if (problem) {
    const message = `Input ${code(name)} (${type}) ${problem}, so \`missing: ${missing}\` cannot stand there.`;
    faults.push({ code: 'model-signature', message, fix: 'Use a number of its type, or `missing: fail`.' });
  }
  const requests = columns.map((from): ColumnRequest => ({ from, as: element.as }));
  return { name, type: type as ElementType, rank: shape.length as 1 | 2, requests, missing };
}

const count = (width: number) => (width === 1 ? 'one column' : `${width} columns`);

function checkMissing({ family, range }: Element, missing: Missing): string | null {
  if (missing === 'fail' || family === 'float') return null;
  if (family === 'string') return 'takes text';
  if (!Number.isSafeInteger(missing)) return 'takes whole numbers';
  const value = missing as number;
  return range && value >= range[0] && value <= range[1] ? null : 'takes a smaller range';
}

/** A model exported for one batch size takes that and nothing else. */
function commonBatch({ inputs }: Signature, faults: Fault[]): number | null {
  const sizes = [...new Set(inputs.flatMap(({ shape }) => sizeOf(shape[0]) ?? []))];
  if (sizes.length > 1) {
    faults.push({
      code: 'model-signature',
      message: `The inputs are fixed to different batch sizes (${sizes.join(', ')}).`,
      fix: 'Export the model with a dynamic first dimension.',
    });
  }
  return sizes[0] ?? null;
}
