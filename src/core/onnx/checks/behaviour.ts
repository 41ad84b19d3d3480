/** Sound models that behave otherwise than their owner thinks. */
import { ELEMENT_TYPES, elementTypeName } from '../element-types.ts';
import { attributeOf, type ModelGraph, type Node, type Tensor, type Value } from '../graph.ts';
import { constantsOf, nodeLists, type PlacedNode, standardNodes } from '../walks.ts';
import {
  type CheckContext,
  inside,
  type ModelCheck,
  nodeName,
  type Sighting,
  show,
  showNode,
  showSome,
} from './check.ts';

const RANDOM = [
  'RandomNormal',
  'RandomUniform',
  'RandomNormalLike',
  'RandomUniformLike',
  'Bernoulli',
  'Multinomial',
];
const STANDARD = /^(ai\.onnx\.ml|ai\.onnx\.training|ai\.onnx\.preview(\.training)?)$/;
/** Microsoft's domains come with ONNX Runtime itself. */
const WITH_RUNTIME = /^com\.(microsoft|ms)(\.|$)/;

/** Nodes of ai.onnx that are one of these operators. */
const named = (model: ModelGraph, operators: Iterable<string>): PlacedNode[] =>
  [...operators].flatMap((operator) => standardNodes(model).get(operator) ?? []);

/** Graph inputs that a caller fills: those without an initializer as default. */
export function callerInputs(model: ModelGraph): readonly Value[] {
  const inputs = new Map((model.graph?.inputs ?? []).map((value) => [value.name, value]));
  for (const { name } of model.graph?.initializers ?? []) inputs.delete(name);
  return [...inputs.values()];
}

const firstSize = ({ type }: Value) => (type.kind === 'tensor' ? type.shape?.[0] : undefined);

const integersOf = async (tensor: Tensor | undefined, context: CheckContext) =>
  tensor === undefined ? null : context.integers(tensor);

export const BEHAVIOUR_CHECKS: readonly ModelCheck[] = [
  {
    id: 'random',
    severity: 'warning',
    what: 'The model draws no random numbers.',
    why: 'The same row gives different answers; a seed does not help, as it moves on with each call.',
    fix: 'Replace the sampling by its expectation, or export in evaluation mode.',
    others: 'No other tool looks.',
    run: (model) =>
      named(model, RANDOM).map(({ node, where }) => ({
        message: `${showNode(node)}${inside(where)} draws random numbers.`,
        at: nodeName(node),
      })),
  },
  {
    id: 'training-mode',
    severity: 'warning',
    what: 'Dropout and BatchNormalization are in inference mode.',
    why: 'Answers are random, or depend on the other rows of the batch. ONNX Runtime drops such a Dropout when it optimises and obeys it when not.',
    fix: 'Call `model.eval()` before `torch.onnx.export`, and leave `training` at its default.',
    others: 'No other tool looks.',
    run: async (model, context) => {
      const known = constantsOf(model);
      const found: Sighting[] = [];
      for (const { node, where } of named(model, ['Dropout', 'BatchNormalization'])) {
        if (await isTraining(node, known, context))
          found.push({
            message: `${showNode(node)}${inside(where)} is in training mode.`,
            at: nodeName(node),
          });
      }
      return found;
    },
  },
  {
    id: 'batch-reduction',
    severity: 'info',
    what: 'Nothing reduces over axis 0 of what comes straight from an input.',
    why: 'Axis 0 is the batch as a rule; then a row is answered otherwise alone than in company.',
    fix: 'Reduce over another axis, or check that axis 0 is not the batch.',
    others: 'No other tool looks; Triton assumes it is so.',
    run: async (model, context) => {
      const known = constantsOf(model);
      const rows = new Set(
        callerInputs(model)
          .filter((value) => typeof firstSize(value) !== 'bigint' && firstSize(value) !== undefined)
          .map(({ name }) => name),
      );
      const found: Sighting[] = [];
      for (const node of model.graph?.nodes ?? []) {
        const [input] = node.inputs;
        if (node.domain !== '' || input === undefined || !rows.has(input)) continue;
        if (KEEPS_ROWS.has(node.opType)) for (const name of node.outputs) rows.add(name);
        if (await reducesFirst(node, known, context))
          found.push({ message: `${showNode(node)} works across axis 0.`, at: nodeName(node) });
      }
      return found;
    },
  },
  {
    id: 'frozen-batch',
    severity: 'warning',
    what: 'The first size of no input is fixed at more than 1.',
    why: 'The model takes exactly that many rows at a time, neither one nor a last, smaller batch.',
    fix: 'Export with a dynamic first dimension (`dynamic_shapes` or `dynamic_axes` in torch.onnx.export).',
    others: 'Triton refuses to batch it; no checker looks.',
    run: (model) => {
      const values = callerInputs(model);
      // With one dynamic input the fixed one is a table, not a batch.
      const fixed = values.filter((value) => {
        const size = firstSize(value);
        return typeof size === 'bigint' && size > 1n;
      });
      return fixed.length === 0 || fixed.length < values.length
        ? []
        : [
            {
              message: `The batch is fixed at ${firstSize(fixed[0]!)} rows in ${showSome(fixed.map(({ name }) => name))}.`,
              at: fixed[0]!.name,
            },
          ];
    },
  },
  {
    id: 'frozen-reshape',
    severity: 'warning',
    what: 'No Reshape of a model with a dynamic batch fixes the first size at more than 1, or all sizes.',
    why: 'The tracer wrote the batch of the example into the graph: other batches fail or mix rows.',
    fix: 'In the model, use `x.flatten(1)` or `x.reshape(x.shape[0], …)`.',
    others: 'No other tool looks; it fails when it runs.',
    run: async (model, context) => {
      const values = callerInputs(model);
      if (values.length === 0 || values.some((value) => typeof firstSize(value) === 'bigint')) return [];
      const known = constantsOf(model);
      const found: Sighting[] = [];
      for (const { node, where } of named(model, ['Reshape'])) {
        if (where !== '' || known.has(node.inputs[0] ?? '')) continue;
        const shape = await integersOf(known.get(node.inputs[1] ?? ''), context);
        if (shape && shape.length > 1 && shape[0]! > 1n && shape.every((size) => size > 0n))
          found.push({
            message: `${showNode(node)} fixes the shape [${shape.slice(0, 8).join(', ')}].`,
            at: nodeName(node),
          });
      }
      return found;
    },
  },
  {
    id: 'locale',
    severity: 'warning',
    what: 'StringNormalizer does not depend on a locale that the machine may lack.',
    why: 'On a slim container image ONNX Runtime fails to load it: "Failed to construct locale".',
    fix: 'Install the locale in the image (Debian: package `locales`, `locale-gen en_US.UTF-8`), or lower-case before the model.',
    others: 'ONNX Runtime fails at load, by machine; no checker looks.',
    run: (model) =>
      named(model, ['StringNormalizer']).map(({ node, where }) => ({
        message: `${showNode(node)}${inside(where)} needs the locale ${show(attributeOf(node, 'locale')?.string ?? 'en_US')}.`,
        at: nodeName(node),
      })),
  },
  {
    id: 'custom-domain',
    severity: 'warning',
    what: 'Every operator is a standard one, one of ONNX Runtime, or a function of the model.',
    why: 'It needs a library that registers it, wherever the model runs.',
    fix: 'Ship that library, or export with standard operators.',
    others: 'ONNX Runtime refuses it without the library; onnx.checker skips it.',
    run: (model) => {
      const own = new Set(model.functions.map(({ domain, name }) => JSON.stringify([domain, name])));
      const byDomain = new Map<string, Set<string>>();
      for (const { domain, opType } of nodeLists(model).flatMap(({ nodes }) => nodes)) {
        if (domain === '' || STANDARD.test(domain) || WITH_RUNTIME.test(domain)) continue;
        if (!own.has(JSON.stringify([domain, opType])))
          byDomain.set(domain, (byDomain.get(domain) ?? new Set()).add(opType));
      }
      return [...byDomain].map(([domain, operators]) => ({
        message: `Operators of domain ${show(domain)} are not standard: ${showSome([...operators])}.`,
        at: domain,
      }));
    },
  },
  {
    id: 'io-type',
    severity: 'warning',
    what: 'Inputs and outputs have element types that onnxruntime-node carries.',
    why: 'The model may be sound, but it cannot be tested here.',
    fix: 'Cast them to float32 inside the model, or measure with another runtime and give its scores.',
    others: 'onnxruntime-node: "Unsupported data type"; other bindings carry it.',
    run: (model) =>
      [...callerInputs(model), ...(model.graph?.outputs ?? [])].flatMap(({ name, type }) =>
        type.kind !== 'tensor' || type.element === 0 || ELEMENT_TYPES.get(type.element)?.node !== false
          ? []
          : [{ message: `${show(name)} is of ${elementTypeName(type.element)}.`, at: name }],
      ),
  },
  {
    id: 'io-nontensor',
    severity: 'info',
    what: 'Inputs and outputs are tensors.',
    why: 'onnxruntime-node and Triton take no sequences and maps; the tensor under a ZipMap is read instead.',
    fix: "Export with `options={'zipmap': False}` (skl2onnx, onnxmltools).",
    others: 'onnxruntime-node: "Non tensor type is temporarily not supported"; Triton refuses it.',
    run: (model) => {
      const zipped = new Set(
        (model.graph?.nodes ?? [])
          .filter(({ opType }) => opType === 'ZipMap')
          .flatMap(({ outputs }) => outputs),
      );
      return [...callerInputs(model), ...(model.graph?.outputs ?? [])].flatMap(({ name, type }) =>
        type.kind === 'tensor' || type.kind === 'none'
          ? []
          : [
              {
                message: `${show(name)} is a ${type.kind}${zipped.has(name) ? ', made by ZipMap' : ''}, not a tensor.`,
                at: name,
              },
            ],
      );
    },
  },
];

/** Row i of the result comes from row i of the first input. */
const KEEPS_ROWS = new Set(
  'Relu Sigmoid Tanh Cast Identity Add Sub Mul Div Gemm MatMul Exp Log Neg Abs Sqrt Clip LeakyRelu Elu Dropout'.split(
    ' ',
  ),
);
const BY_AXIS = new Set(['Softmax', 'LogSoftmax', 'Hardmax', 'ArgMax', 'ArgMin', 'CumSum', 'TopK']);

async function reducesFirst(
  node: Node,
  known: ReadonlyMap<string, Tensor>,
  context: CheckContext,
): Promise<boolean> {
  if (BY_AXIS.has(node.opType)) return attributeOf(node, 'axis')?.int === 0n;
  if (!node.opType.startsWith('Reduce')) return false;
  const attribute = attributeOf(node, 'axes')?.ints ?? [];
  const axes = attribute.length > 0 ? attribute : await integersOf(known.get(node.inputs[1] ?? ''), context);
  if (axes) return axes.includes(0n);
  // Without axes it reduces over all of them.
  return !node.inputs[1] && attributeOf(node, 'noop_with_empty_axes')?.int !== 1n;
}

async function isTraining(
  node: Node,
  known: ReadonlyMap<string, Tensor>,
  context: CheckContext,
): Promise<boolean> {
  if (node.opType === 'BatchNormalization')
    return (
      attributeOf(node, 'training_mode')?.int === 1n || node.outputs.filter((name) => name !== '').length > 1
    );
  if (node.opType !== 'Dropout') return false;
  return (await integersOf(known.get(node.inputs[2] ?? ''), context))?.[0] === 1n;
}
