/** Checks a request against the model's signature, so that the user reads our sentence and not the engine's. */
import { type Fault, nearest } from '../../core/errors.ts';
import type { ElementType, Signature, Tensor, Tensors } from '../../ports.ts';
import { list, quote, shapeText } from './text.ts';

type Info = Signature['inputs'][number];

const CARRIED: ReadonlySet<string> = new Set<ElementType>([
  'float32',
  'float64',
  'float16',
  'int8',
  'uint8',
  'bool',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
  'string',
]);

const rejected = (message: string, fix?: string): Fault => ({
  code: 'model-run-rejected',
  message,
  ...(fix === undefined ? {} : { fix }),
});

const names = (infos: readonly Info[]) => infos.map(({ name }) => name);
const product = (shape: readonly number[]) => shape.reduce((size, next) => size * next, 1);

/** Whether values of this type can be fed and fetched at all. */
export const isCarried = ({ type }: Info): boolean => type !== null && CARRIED.has(type);

/** Missing, unknown and ill-typed inputs, and shapes that contradict the declared sizes. All at once. */
export function checkFeeds(path: string, signature: Signature, feeds: Tensors): Fault[] {
  const known = new Set(names(signature.inputs));
  const unknown = [...feeds.keys()].filter((name) => !known.has(name));
  return [
    ...signature.inputs.flatMap((input) => checkFeed(path, input, feeds.get(input.name))),
    ...unknown.map((name) => absent(path, 'input', name, signature.inputs)),
  ];
}

function checkFeed(path: string, input: Info, given: Tensor | undefined): Fault[] {
  const title = `Input ${quote(input.name)} of ${path}`;
  if (!isCarried(input)) {
    return [
      rejected(
        `${title} takes ${input.type ?? 'a sequence or a map'}, which onnxruntime-node cannot be fed.`,
        'Export the model with tensors of ordinary numbers or strings as inputs.',
      ),
    ];
  }
  if (!given) return [rejected(`${title} (${input.type} ${shapeText(input.shape)}) was given no values.`)];
  if (given.type !== input.type) {
    return [rejected(`${title} takes ${input.type} and was given ${given.type}.`)];
  }
  if (product(given.shape) !== given.data.length) {
    return [
      rejected(`${title} was given ${given.data.length} values for the shape ${shapeText(given.shape)}.`),
    ];
  }
  return fits(input.shape, given.shape)
    ? []
    : [
        rejected(
          `${title} takes the shape ${shapeText(input.shape)} and was given ${shapeText(given.shape)}.`,
          fixedBatch(input.shape, given.shape),
        ),
      ];
}

/** An empty declared shape says nothing: ONNX Runtime reports it for a scalar and for no shape at all. */
function fits(declared: Info['shape'], given: readonly number[]): boolean {
  if (declared.length === 0) return true;
  return (
    declared.length === given.length &&
    declared.every((size, axis) => typeof size !== 'number' || size === given[axis])
  );
}

function fixedBatch(declared: Info['shape'], given: readonly number[]): string | undefined {
  const [rows] = declared;
  if (typeof rows !== 'number' || rows === given[0]) return undefined;
  return `Export the model with a dynamic first dimension, or run it in batches of exactly ${rows}.`;
}

/** Unknown outputs, and those that onnxruntime-node cannot fetch. */
export function checkOutputs(path: string, signature: Signature, outputs: readonly string[]): Fault[] {
  return outputs.flatMap((name) => {
    const output = signature.outputs.find((info) => info.name === name);
    if (!output) return [absent(path, 'output', name, signature.outputs)];
    return isCarried(output) ? [] : [uncarried(path, output, signature)];
  });
}

function uncarried(path: string, output: Info, signature: Signature): Fault {
  const title = `Output ${quote(output.name)} of ${path}`;
  const others = names(signature.outputs.filter(isCarried));
  const or = others.length === 0 ? '' : `, or name another output: ${list(others)}`;
  if (output.type !== null) {
    return rejected(
      `${title} has the type ${output.type}, which onnxruntime-node cannot fetch.`,
      `Export the model with a Cast to float32 at that output${or}.`,
    );
  }
  return rejected(
    `${title} is not a tensor but a sequence or a map (such as ZipMap makes), which onnxruntime-node cannot fetch.`,
    `Export the model again without it (skl2onnx: options={"zipmap": False})${or}.`,
  );
}

function absent(path: string, what: 'input' | 'output', name: string, infos: readonly Info[]): Fault {
  const [closest] = nearest(name, names(infos), 1);
  return rejected(
    `${path} has no ${what} ${quote(name)}; it has ${list(names(infos))}.`,
    closest === undefined ? undefined : `Did you mean ${quote(closest)}?`,
  );
}
