/** Which number of the model is the score (design, section 4: `output`). */

import type { TensorInfo } from '../documents/validation.ts';
import { type Fault, fault, nearest } from '../errors.ts';
import type { OutputChoice } from '../policy/schema.ts';
import type { Planned } from './mapping.ts';
import type { Signature } from './types.ts';
import { clip, code, list, shapeText, yamlName } from './words.ts';

export interface OutputPlan {
  readonly name: string;
  readonly activation: OutputChoice['activation'];
  /** As asked for; null: the only column, or the second of two. `all`: every column is a class of its own. */
  readonly class: number | 'all' | null;
}

/** float16 arrives as raw bits. */
const FLOATS = new Set(['float32', 'float64', 'float16']);

/**
 * The output named in `choice`, else the only one of floats that gives one number a row. Integer outputs, such as
 * scikit-learn's `label`, are never scores. Faults: `model-signature`.
 */
export function planOutput(
  { outputs }: Signature,
  given: OutputChoice,
  perClass = false,
): Planned<OutputPlan> {
  if (perClass && given.class !== undefined) return { ok: false, faults: [CLASS_OF_MANY] };
  const choice: Choice = perClass ? { ...given, class: 'all' } : given;
  const chosen = choice.name === undefined ? pick(outputs, choice) : find(outputs, choice.name);
  if ('code' in chosen) return { ok: false, faults: [chosen] };
  const problem = misfit(chosen, choice);
  if (problem) return { ok: false, faults: [problem] };
  return {
    ok: true,
    plan: { name: chosen.name, activation: choice.activation, class: choice.class ?? null },
  };
}

interface Choice extends Omit<OutputChoice, 'class'> {
  readonly class?: OutputPlan['class'] | undefined;
}

const CLASS_OF_MANY: Fault = {
  code: 'model-signature',
  message: '`output.class` chooses one column, and `task: multiclass` judges all of them.',
  fix: 'Leave `class` out, or write `task: binary`.',
};

/** Most columns of scores that a table is asked to hold. */
const MOST_CLASSES = 1000;

function find(outputs: readonly TensorInfo[], name: string): TensorInfo | Fault {
  const names = outputs.map((output) => output.name);
  const [near] = nearest(name, names, 1);
  const found = outputs.find((output) => output.name === name);
  if (found) return found;
  return {
    code: 'model-signature',
    message: `The model has no output ${code(name)}; it has ${list(names)}.`,
    fix: near === undefined ? 'Correct `output.name`.' : `Did you mean ${code(near)}?`,
  };
}

function pick(outputs: readonly TensorInfo[], choice: Choice): TensorInfo | Fault {
  const floats = outputs.filter(({ type }) => type !== null && FLOATS.has(type));
  const fitting = floats.filter((output) => misfit(output, choice) === null);
  const [first, second] = fitting;
  if (first && !second) return first;
  // One that does not fit says more by its own fault.
  const odd = outputs.filter(({ type }) => type === null);
  const [only, another] = [floats, odd, outputs].find((each) => each.length > 0) ?? [];
  if (only && !another) return only;
  const described = outputs.map(({ name, type, shape }) => {
    return `${code(name)} (${type === null ? 'not a tensor' : `${clip(type)} ${shapeText(shape)}`})`;
  });
  const example = (first ?? only)?.name ?? '';
  return {
    code: 'model-signature',
    message: `Which output is the score cannot be told: the model has ${described.slice(0, 20).join(', ') || 'none'}.`,
    fix: `Name it in the policy:\noutput: { name: ${yamlName(example)} }`,
  };
}

/** Why an output cannot give one number a row, as far as its declared shape tells. */
function misfit({ name, type, shape }: TensorInfo, choice: Choice): Fault | null {
  const refuse = (message: string, fix: string): Fault => {
    return { code: 'model-signature', message: `Output ${code(name)} ${message}.`, fix };
  };
  if (type === null) {
    return refuse(
      'is a sequence or a map (such as ZipMap makes), not a tensor',
      'Export the model without it: `convert_sklearn(…, options={"zipmap": False})`.',
    );
  }
  if (!FLOATS.has(type)) {
    return refuse(`holds ${clip(type)}, which are labels and not scores`, 'Name an output of probabilities.');
  }
  if (shape.length > 2) {
    return refuse(
      `has ${shape.length} dimensions ${shapeText(shape)}`,
      'Export the model with a score of [batch], [batch, 1] or [batch, classes].',
    );
  }
  // An empty shape may be a scalar or one that was left open: the first batch will tell.
  const width = shape.length === 2 ? shape[1] : shape.length === 1 ? 1 : null;
  return typeof width === 'number' ? widthFault(name, width, choice) : null;
}

function widthFault(name: string, width: number, choice: Pick<Choice, 'class' | 'activation'>) {
  const wrong = (message: string, fix: string): Fault => ({ code: 'model-signature', message, fix });
  const title = `Output ${code(name)}`;
  if (choice.activation === 'softmax' && width === 1) {
    const message = `${title} has one column, and the softmax of one number is always 1.`;
    return wrong(message, 'Write `activation: sigmoid`.');
  }
  if (choice.class === 'all') {
    if (width < 2)
      return wrong(
        `${title} has one column, and several classes need one each.`,
        'Name the output of all classes, or write `task: binary`.',
      );
    if (width <= MOST_CLASSES) return null;
    return wrong(
      `${title} has ${width} columns; at most ${MOST_CLASSES} classes are judged.`,
      'Judge it as a ranking of items, one row each.',
    );
  }
  if ((choice.class ?? null) === null && width > 2) {
    const message = `${title} has ${width} columns, and \`output.class\` does not say which is the score.`;
    return wrong(message, `Add it, counted from 0:\noutput: { name: ${yamlName(name)}, class: 1 }`);
  }
  if ((choice.class ?? 0) < width) return null;
  const have = width === 1 ? 'only column 0' : `columns 0 to ${width - 1}`;
  const message = `\`output.class\` is ${choice.class}, and output ${code(name)} has ${have}.`;
  return wrong(message, width === 1 ? 'Leave `class` out.' : 'Correct `class`; it counts from 0.');
}

/**
 * The columns that are scores, for a tensor whose declared shape left their number open. Throws `model-signature`.
 */
export function columnsOf({ name, activation, class: wanted }: OutputPlan, width: number): number[] {
  const problem = widthFault(name, width, { activation, class: wanted });
  if (problem) throw fault(problem.code, problem.message, { fix: problem.fix! });
  if (wanted === 'all') return Array.from({ length: width }, (_, column) => column);
  return [wanted ?? width - 1];
}
