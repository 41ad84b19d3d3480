/** Which columns feed which model input (design, section 4: `inputs`). */

import type { TensorInfo } from '../documents/validation.ts';
import { type Fault, nearest } from '../errors.ts';
import type { InputMapping } from '../policy/schema.ts';
import { isList } from './columns.ts';
import { checkMissing, type Element, elementOf, type Missing } from './elements.ts';
import { type Context, type Found, fromMapping, fromName, type Plain } from './find-columns.ts';
import { type ListInput, type MaskInput, planForm, type ValueInput } from './forms.ts';
import { proposeColumns } from './proposal.ts';
import type { Roles } from './roles.ts';
import type { ColumnInfo, ColumnRequest, ElementType, Signature } from './types.ts';
import { clip, code, list, shapeText, yamlName } from './words.ts';

export type Inputs = 'auto' | Readonly<Record<string, InputMapping>>;
/** The key of the policy that a model's mapping stands under. */
export type MappingKey = 'inputs' | 'baseline-inputs';

interface Named {
  readonly name: string;
  readonly type: ElementType;
  /** What it reads from the table. */
  readonly requests: readonly ColumnRequest[];
}

/** Its tensor is [rows] (rank 1) or [rows, requests.length] (rank 2), row-major. `missing`: one a request. */
export interface ColumnsInput extends Named {
  readonly kind: 'columns';
  readonly rank: 1 | 2;
  readonly missing: readonly Missing[];
}

/** One model input, and what feeds it. */
export type InputPlan = ColumnsInput | ListInput | MaskInput | ValueInput;

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
  key: MappingKey = 'inputs',
): Planned<FeedPlan> {
  const faults: Fault[] = [];
  const notes: string[] = [];
  const plans: InputPlan[] = [];
  const open: { readonly input: TensorInfo; readonly width: number | null }[] = [];
  const context = { columns, roles, faults, notes, key };
  for (const input of signature.inputs) {
    const element = checkType(input, faults);
    if (!element) continue;
    const entry = mappingOf(inputs, input.name);
    const special = planForm(
      input,
      element,
      entry ?? listOfThatName(input, context),
      signature,
      inputs,
      context,
    );
    if (special !== null) {
      if (special !== 'refused') plans.push(special);
      continue;
    }
    if (!checkRank(input, faults)) continue;
    const width = input.shape.length === 1 ? 1 : sizeOf(input.shape[1]);
    const found = entry ? fromMapping(input, entry as Plain, context) : fromName(input, width, context);
    if (!found) open.push({ input, width });
    else plans.push(planOf(input, element, width, found, context));
  }
  const taken = new Set(plans.flatMap((plan) => plan.requests).flatMap(({ from }) => columnOf(from)));
  for (const { input, width } of open) faults.push(proposeColumns(input, width, columns, roles, taken, key));
  const fixedBatch = commonBatch(signature, plans, faults);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, plan: { inputs: plans, fixedBatch, notes } };
}

/** Every column and expression that a plan takes. */
export function requestsOf(plan: FeedPlan): ColumnRequest[] {
  return plan.inputs.flatMap(({ requests }) => requests);
}

/** Names in the mapping that no model has as an input. */
export function checkMappingNames(
  inputs: Inputs,
  signatures: readonly Signature[],
  key: MappingKey = 'inputs',
): Fault[] {
  if (inputs === 'auto') return [];
  const known = [...new Set(signatures.flatMap((each) => each.inputs.map(({ name }) => name)))];
  const whose = key === 'inputs' ? 'the model' : 'the baseline';
  return Object.keys(inputs)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const [near] = nearest(name, known, 1);
      return {
        code: 'model-signature',
        message: `\`${key}\` maps ${code(name)}, and ${whose} has no such input.`,
        fix: near === undefined ? `Its inputs are ${list(known)}.` : `Did you mean ${code(near)}?`,
      };
    });
}

function mappingOf(inputs: Inputs, name: string): InputMapping | undefined {
  return inputs !== 'auto' && Object.hasOwn(inputs, name) ? inputs[name] : undefined;
}

const sizeOf = (size: TensorInfo['shape'][number] | undefined) => (typeof size === 'number' ? size : null);
const columnOf = (from: ColumnRequest['from']) => ('column' in from ? [from.column] : []);

/** The element, when an input of this type can be fed at all. */
function checkType({ name, type }: TensorInfo, faults: Fault[]): Element | null {
  const element = type === null ? null : elementOf(type);
  const refuse = (message: string, fix: string) => {
    faults.push({ code: 'model-signature', message: `Input ${code(name)} ${message}.`, fix });
    return null;
  };
  if (type === null) {
    return refuse('is a sequence or a map, not a tensor', 'Export the model with tensors as inputs.');
  }
  return (
    element ?? refuse(`takes ${clip(type)}, which columns cannot feed`, 'Export it with a Cast from float32.')
  );
}

/** Whether columns of plain values can fill a tensor of this shape. */
function checkRank({ name, shape }: TensorInfo, faults: Fault[]): boolean {
  const refuse = (message: string, fix: string) => {
    faults.push({ code: 'model-signature', message: `Input ${code(name)} ${message}.`, fix });
    return false;
  };
  if (shape.length === 0) {
    return refuse(
      'has no batch dimension: it is a scalar, or its shape was left open',
      `Give a scalar a constant (\`${yamlName(name)}: { value: 1 }\`), or export the model with a dynamic first dimension, such as [batch, 17].`,
    );
  }
  if (shape.length > 2) {
    const sizes = shape.slice(1);
    const values = sizes.every((size) => typeof size === 'number')
      ? ` and takes ${sizes.reduce((product, size) => product * (size as number), 1)} values a row`
      : '';
    return refuse(
      `has ${shape.length} dimensions ${shapeText(shape)}${values}; plain columns feed [batch] and [batch, columns]`,
      'Give it a column of lists with that many values, or reshape inside the model, behind an input of two dimensions.',
    );
  }
  return true;
}

/** A column of the input's own name that holds lists needs no mapping. */
function listOfThatName({ name }: TensorInfo, { columns, roles }: Context): InputMapping | undefined {
  const own = columns.find((column) => column.name === name && name !== roles.label);
  return own && isList(own) ? own.name : undefined;
}

function planOf(
  { name, type, shape }: TensorInfo,
  element: Element,
  width: number | null,
  { columns, missing }: Found,
  context: Context,
): ColumnsInput {
  const { faults } = context;
  if (width !== null && columns.length !== width)
    faults.push(wrongWidth(name, shape, width, columns.length, context.key));
  for (const each of new Set(missing)) {
    const problem = checkMissing(element, each);
    if (!problem) continue;
    const message = `Input ${code(name)} (${type}) ${problem}, so \`missing: ${each}\` cannot stand there.`;
    faults.push({ code: 'model-signature', message, fix: 'Use a number of its type, or `missing: fail`.' });
  }
  const requests = columns.map((from): ColumnRequest => ({ from, as: element.as }));
  return {
    kind: 'columns',
    name,
    type: type as ElementType,
    rank: shape.length as 1 | 2,
    requests,
    missing,
  };
}

function wrongWidth(
  name: string,
  shape: TensorInfo['shape'],
  width: number,
  given: number,
  key: MappingKey,
): Fault {
  const fix =
    key === 'inputs'
      ? 'List them in the order that the model was trained on.'
      : `List those of the baseline apart:\nbaseline-inputs:\n  ${yamlName(name)}: [… ${count(width)} …]`;
  return {
    code: 'model-signature',
    message: `Input ${code(name)} ${shapeText(shape)} takes ${count(width)}, and \`inputs\` gives it ${given}.`,
    fix,
  };
}

const count = (width: number) => (width === 1 ? 'one column' : `${width} columns`);

/** A model exported for one batch size takes that and nothing else. Constants have the size that they have. */
function commonBatch({ inputs }: Signature, plans: readonly InputPlan[], faults: Fault[]): number | null {
  const constant = new Set(plans.filter(({ kind }) => kind === 'value').map(({ name }) => name));
  const fed = inputs.filter(({ name }) => !constant.has(name));
  const sizes = [...new Set(fed.flatMap(({ shape }) => sizeOf(shape[0]) ?? []))];
  if (sizes.length > 1) {
    faults.push({
      code: 'model-signature',
      message: `The inputs are fixed to different batch sizes (${sizes.join(', ')}).`,
      fix: 'Export the model with a dynamic first dimension.',
    });
  }
  return sizes[0] ?? null;
}
