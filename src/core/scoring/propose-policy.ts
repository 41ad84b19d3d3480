/** A first policy from a model and the columns of a holdout: `onnx-gate init`. */
import type { TensorInfo } from '../documents/validation.ts';
import { isNumeric } from './columns.ts';
import { planInputs } from './mapping.ts';
import { planOutput } from './output.ts';
import type { ColumnInfo, Signature } from './types.ts';
import { code, list, shapeText, yamlName } from './words.ts';

export interface Proposal {
  /** YAML. */
  readonly text: string;
  /** What has to be looked at before the policy can be used, and what was guessed. */
  readonly open: readonly string[];
}

const LABELS = /^(label|target|y|(is_)?(click(ed)?|purchased?|convert(ed)?|conversion|bought|ordered))$/i;
/** Names of the unit that rows are sampled by, the likeliest first. */
const GROUPS = ['user', 'customer', 'visitor', 'query', 'request', 'session', 'impression'];

function guessGroup(columns: readonly ColumnInfo[]): string | undefined {
  const called = (unit: string) => columns.find(({ name }) => name.toLowerCase() === `${unit}_id`)?.name;
  return GROUPS.map(called).find((name) => name !== undefined);
}

/** The only column that is called as labels are; null when there is none, or several. */
export function guessLabel(columns: readonly ColumnInfo[]): string | null {
  const found = columns.filter(({ name }) => LABELS.test(name));
  return found.length === 1 ? found[0]!.name : null;
}

export function proposePolicy(
  given: {
    readonly name: string;
    readonly candidate: string;
    readonly files: readonly string[];
    readonly label: string;
  },
  signature: Signature,
  columns: readonly ColumnInfo[],
): Proposal {
  const open: string[] = [];
  const group = guessGroup(columns);
  const roles = { label: given.label, group };
  if (group !== undefined)
    open.push(`${code(group)} was taken as the group: rows of one are not independent.`);
  const [file, ...files] = given.files.map(yamlText);
  const text = [
    'version: 1',
    'models:',
    `  ${given.name}:`,
    `    candidate: ${yamlText(given.candidate)}`,
    '    # baseline: git:origin/main',
    '    holdout:',
    `      source: ${files.length > 0 ? `[${[file, ...files].join(', ')}]` : file}`,
    `      label: ${yamlName(given.label)}`,
    ...(group === undefined ? [] : [`      group: ${yamlName(group)}`]),
    ...inputLines(signature, columns, roles, open),
    ...outputLines(signature, open),
    '    metrics:',
    '      auc: { margin: 0.002 }',
    '      logloss: { margin: 1% }',
    '',
  ].join('\n');
  return { text, open };
}

const yamlText = (text: string) => (/^[\w./-]+$/.test(text) ? text : JSON.stringify(text));

/** Inputs that their names do not feed; nothing when all are. */
function inputLines(
  signature: Signature,
  columns: readonly ColumnInfo[],
  roles: { readonly label: string; readonly group: string | undefined },
  open: string[],
): string[] {
  const names = new Set(signature.inputs.map(({ name }) => name));
  const one = (input: TensorInfo) => ({ inputs: [input], outputs: [] });
  const unfed = signature.inputs.filter((input) => !planInputs(one(input), columns, 'auto', roles).ok);
  if (unfed.length === 0) return [];
  const free = columns.filter(
    (column) =>
      isNumeric(column) &&
      !names.has(column.name) &&
      column.name !== roles.label &&
      column.name !== roles.group,
  );
  return ['    inputs:', ...unfed.flatMap((input) => inputLine(input, free, open))];
}

function inputLine({ name, type, shape }: TensorInfo, free: readonly ColumnInfo[], open: string[]): string[] {
  const title = `Input ${code(name)} (${type ?? 'not a tensor'} ${shapeText(shape)})`;
  const key = `      ${yamlName(name)}`;
  const width = shape.length === 2 ? shape[1] : shape.length === 1 ? 1 : null;
  const names = free.map((column) => yamlName(column.name));
  if (shape.length === 0 && type !== null) {
    open.push(`${title} has no batch: it was given the constant 1.`);
    return [`${key}: { value: 1 } # ${type} ${shapeText(shape)}`];
  }
  if (width === null || type === null) {
    open.push(`${title} cannot be fed from plain columns; the columns are ${list(names)}.`);
    return [`      # ${yamlName(name)}: … # ${type ?? 'not a tensor'} ${shapeText(shape)}`];
  }
  const wanted = typeof width === 'number' ? width : names.length;
  if (names.length === wanted && wanted > 0) {
    open.push(`${title}: check that its columns stand in the order that the model was trained on.`);
    return [`${key}: [${names.join(', ')}]`];
  }
  open.push(
    `${title} takes ${wanted === 1 ? 'one column' : `${wanted} columns`}, and ${names.length} numeric ones are left: ${list(names)}. Strike out what it does not take, and mind the order.`,
  );
  return [`${key}: [${names.join(', ')}] # ${wanted} of these`];
}

function outputLines(signature: Signature, open: string[]): string[] {
  const usual = planOutput(signature, { activation: 'none' });
  const chosen = usual.ok
    ? usual.plan.name
    : signature.outputs.find(({ type }) => type?.startsWith('float'))?.name;
  if (chosen === undefined) {
    open.push('No output of the model holds numbers that could be scores.');
    return [];
  }
  const { shape } = signature.outputs.find(({ name }) => name === chosen)!;
  const width = shape.length === 2 && typeof shape[1] === 'number' ? shape[1] : null;
  const logit = /logit/i.test(chosen);
  if (usual.ok && !logit && width !== 2) return [];
  if (!usual.ok) open.push(`${code(chosen)} was taken as the score: ${usual.faults[0]!.message}`);
  if (logit) open.push(`${code(chosen)} is taken for logits, by its name.`);
  const keys = [
    `name: ${yamlName(chosen)}`,
    ...(width !== null && width > 1 ? ['class: 1'] : []),
    ...(logit ? [`activation: ${width !== null && width > 1 ? 'softmax' : 'sigmoid'}`] : []),
  ];
  return [`    output: { ${keys.join(', ')} }`];
}
