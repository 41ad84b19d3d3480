/** Shapes of a model's values for one row: enough of shape inference to count work and memory. */
import { elementsOf, type ModelFacts, type NodeFacts } from './facts.ts';

export type Shape = readonly number[];

/** Lookups by value name; null where nothing is known. */
export interface Shapes {
  readonly of: (name: string) => Shape | null;
}

interface Known {
  readonly node: NodeFacts;
  /** Shape of the nth input. */
  readonly input: (index: number) => Shape | null;
  /** Numbers of the nth input, when it is a constant int64 tensor. */
  readonly constant: (index: number) => readonly number[] | null;
}

type Rule = (known: Known) => Shape | null;

const same: Rule = ({ input }) => input(0);

const broadcast: Rule = ({ node, input }) => {
  let shape: Shape | null = [];
  for (let i = 0; i < node.inputs.length && shape; i++) {
    const other = input(i);
    shape = other && broadcasted(shape, other);
  }
  return shape;
};

function broadcasted(a: Shape, b: Shape): Shape | null {
  const rank = Math.max(a.length, b.length);
  const sizes: number[] = [];
  for (let i = 0; i < rank; i++) {
    const left = a[a.length - rank + i] ?? 1;
    const right = b[b.length - rank + i] ?? 1;
    if (left !== right && left !== 1 && right !== 1) return null;
    sizes.push(left === 1 ? right : left);
  }
  return sizes;
}

const matmul: Rule = ({ node, input }) => {
  const a = input(0);
  const b = input(node.operator === 'QLinearMatMul' ? 3 : 1);
  if (!a || !b || a.length === 0 || b.length === 0 || a.at(-1) !== (b.length === 1 ? b[0] : b.at(-2)))
    return null;
  const rows = a.length === 1 ? [] : [a.at(-2)!];
  const columns = b.length === 1 ? [] : [b.at(-1)!];
  const batch = broadcasted(a.slice(0, -2), b.slice(0, -2));
  return batch && [...batch, ...rows, ...columns];
};

const gemm: Rule = ({ node, input }) => {
  const a = input(0);
  const b = input(1);
  if (a?.length !== 2 || b?.length !== 2) return null;
  return [a[node.ints('transA')?.[0] ? 1 : 0]!, b[node.ints('transB')?.[0] ? 0 : 1]!];
};

/** Convolutions and pools: the channels are the weight's, or the input's own. */
function windowed(weight: number | null): Rule {
  return ({ node, input }) => {
    const data = input(0);
    const kernel = weight === null ? null : input(weight);
    const sizes = node.ints('kernel_shape') ?? kernel?.slice(2);
    if (!data || !sizes || data.length !== sizes.length + 2 || (weight !== null && !kernel)) return null;
    const space = sizes.map((size, axis) => {
      const stride = node.ints('strides')?.[axis] ?? 1;
      const reach = (size - 1) * (node.ints('dilations')?.[axis] ?? 1) + 1;
      const pads = node.ints('pads');
      const padding = pads ? (pads[axis] ?? 0) + (pads[axis + sizes.length] ?? 0) : 0;
      const room = data[axis + 2]! + padding - reach;
      const round = node.ints('ceil_mode')?.[0] ? Math.ceil : Math.floor;
      return room < 0 ? -1 : round(room / stride) + 1;
    });
    return [data[0]!, kernel?.[0] ?? data[1]!, ...space];
  };
}

const concat: Rule = ({ node, input }) => {
  const shapes = node.inputs.map((_, index) => input(index));
  const [first] = shapes;
  const axis = axisOf(node.ints('axis')?.[0], first?.length ?? 0);
  if (!first || axis === null) return null;
  let size = 0;
  for (const shape of shapes) {
    if (shape?.length !== first.length) return null;
    size += shape[axis]!;
  }
  return first.with(axis, size);
};

const reshape: Rule = ({ node, input, constant }) => {
  const data = input(0);
  const wanted = constant(1);
  if (!data || !wanted) return null;
  const zero = node.ints('allowzero')?.[0] ? null : 0;
  const sizes = wanted.map((size, axis) => (size === zero ? (data[axis] ?? -2) : size));
  const open = sizes.indexOf(-1);
  if (open < 0) return sizes;
  const elements = elementsOf(data);
  const rest = elementsOf(sizes.filter((_, axis) => axis !== open));
  return elements === null || !rest || elements % rest !== 0 ? null : sizes.with(open, elements / rest);
};

const flatten: Rule = ({ node, input }) => {
  const data = input(0);
  const axis = data && axisOf(node.ints('axis')?.[0] ?? 1, data.length + 1);
  if (!data || axis === null) return null;
  const [left, right] = [elementsOf(data.slice(0, axis)), elementsOf(data.slice(axis))];
  return left === null || right === null ? null : [left, right];
};

const transpose: Rule = ({ node, input }) => {
  const data = input(0);
  const order = data && (node.ints('perm') ?? data.map((_, axis) => data.length - 1 - axis));
  return order?.every((axis) => axis in data!) ? order.map((axis) => data![axis]!) : null;
};

const gather: Rule = ({ node, input }) => {
  const data = input(0);
  const indices = input(1);
  const axis = data && axisOf(node.ints('axis')?.[0] ?? 0, data.length);
  return data && indices && axis !== null
    ? [...data.slice(0, axis!), ...indices, ...data.slice(axis! + 1)]
    : null;
};

const unsqueeze: Rule = ({ node, input, constant }) => {
  const data = input(0);
  const axes = node.ints('axes') ?? constant(1);
  if (!data || !axes) return null;
  const rank = data.length + axes.length;
  const at = new Set(axes.map((axis) => (axis < 0 ? axis + rank : axis)));
  const rest = [...data];
  return Array.from({ length: rank }, (_, axis) => (at.has(axis) ? 1 : (rest.shift() ?? 1)));
};

const reduce: Rule = ({ node, input, constant }) => {
  const data = input(0);
  if (!data) return null;
  const given = node.ints('axes') ?? (node.inputs.length > 1 ? constant(1) : []);
  if (!given) return null;
  const axes = new Set(
    given.length > 0 ? given.map((axis) => (axis < 0 ? axis + data.length : axis)) : data.keys(),
  );
  const keep = (node.ints('keepdims')?.[0] ?? 1) !== 0;
  return keep ? data.map((size, i) => (axes.has(i) ? 1 : size)) : data.filter((_, i) => !axes.has(i));
};

/** `axis` counted from the front; null when it lies outside. */
function axisOf(axis: number | undefined, rank: number): number | null {
  if (axis === undefined || axis < -rank || axis >= rank) return null;
  return axis < 0 ? axis + rank : axis;
}

const rows = (rule: Rule, names: string): [string, Rule][] =>
  names.split(' ').map((name): [string, Rule] => [name, rule]);

const RULES: ReadonlyMap<string, Rule> = new Map([
  ...rows(
    same,
    'Relu Sigmoid Tanh Softmax LogSoftmax Dropout BatchNormalization LayerNormalization InstanceNormalization Identity Cast Clip LeakyRelu Elu Selu Erf Exp Log Sqrt Neg Abs Floor Ceil Round Sign Reciprocal Softplus HardSigmoid HardSwish Mish Gelu Not IsNaN Sin Cos PRelu QuantizeLinear DequantizeLinear ai.onnx.ml::Scaler ai.onnx.ml::Imputer ai.onnx.ml::LabelEncoder ai.onnx.ml::Binarizer ai.onnx.ml::Normalizer LpNormalization CumSum',
  ),
  ...rows(
    broadcast,
    'Add Sub Mul Div Pow Where Max Min Mean Sum And Or Xor Equal Greater GreaterOrEqual Less LessOrEqual Mod',
  ),
  ...rows(matmul, 'MatMul MatMulInteger QLinearMatMul'),
  ...rows(windowed(1), 'Conv ConvInteger'),
  ...rows(windowed(3), 'QLinearConv'),
  ...rows(windowed(null), 'MaxPool AveragePool LpPool'),
  ...rows(({ input }) => {
    const data = input(0);
    return data?.map((size, axis) => (axis < 2 ? size : 1)) ?? null;
  }, 'GlobalAveragePool GlobalMaxPool'),
  ...rows(
    reduce,
    'ReduceMean ReduceSum ReduceMax ReduceMin ReduceProd ReduceL1 ReduceL2 ReduceLogSumExp ReduceSumSquare',
  ),
  ['Gemm', gemm],
  ['Concat', concat],
  ['Reshape', reshape],
  ['Flatten', flatten],
  ['Transpose', transpose],
  ['Gather', gather],
  ['Unsqueeze', unsqueeze],
]);

/**
 * Infers shapes from the inputs on, with every dynamic first dimension, and dimensions that share its name, as 1; falls
 * back to what the model declares.
 */
export function inferShapes(model: ModelFacts): Shapes {
  const batchNames = new Set(
    model.inputs.map(({ shape }) => shape?.[0]).filter((size) => typeof size === 'string'),
  );
  const shapes = new Map<string, Shape>(model.weights.map(({ name, shape }) => [name, shape]));
  const weights = new Map(model.weights.map((weight) => [weight.name, weight]));
  const declared = new Map([...model.values, ...model.outputs.map((one) => [one.name, one] as const)]);
  const fixed = (sizes: readonly (number | string | null)[] | null | undefined): Shape | null => {
    const one = sizes?.map((size, axis) => {
      if (typeof size === 'number') return size;
      return axis === 0 || (size !== null && batchNames.has(size)) ? 1 : -1;
    });
    return one?.every((size) => size >= 0) ? one : null;
  };
  for (const { name, shape } of model.inputs) {
    const one = fixed(shape);
    if (one) shapes.set(name, one);
  }
  for (const node of model.nodes) {
    const input = (index: number) => shapes.get(node.inputs[index] ?? '') ?? null;
    const constant = (index: number) => weights.get(node.inputs[index] ?? '')?.integers ?? null;
    const inferred = RULES.get(node.operator)?.({ node, input, constant }) ?? null;
    for (const [index, output] of node.outputs.entries()) {
      if (output === '' || shapes.has(output)) continue;
      const own = index === 0 && inferred?.every((size) => Number.isSafeInteger(size) && size >= 0);
      const shape = own ? inferred : fixed(declared.get(output)?.shape);
      if (shape) shapes.set(output, shape);
    }
  }
  return { of: (name) => shapes.get(name) ?? null };
}
