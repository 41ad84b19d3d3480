/** What is known of values before the model runs: shapes and small integers that follow from constants. */
import { attributeOf, type Graph, type Node, type Tensor } from '../graph.ts';
import type { CheckContext } from './check.ts';

export interface Known {
  /** Dynamic sizes count as 1, so a product is a lower bound. */
  readonly shape: readonly bigint[];
  readonly element: number;
  /** Follows from constants alone, so an optimiser computes it at load. */
  readonly constant: boolean;
  /** Where integers are to be had from. */
  readonly tensor?: Tensor;
  readonly integers?: readonly bigint[] | null;
}

export interface Made {
  readonly node: Node;
  readonly output: string;
  readonly known: Known;
}

export interface ConstantFacts {
  readonly made: readonly Made[];
  readonly known: ReadonlyMap<string, Known>;
  readonly integers: Integers;
}

type Integers = (known: Known | undefined) => Promise<readonly bigint[] | null>;
type Rule = (
  node: Node,
  inputs: readonly (Known | undefined)[],
  integers: Integers,
) => Result | Promise<Result>;
type Result = { shape: readonly bigint[]; element?: number; integers?: readonly bigint[] } | null;

const FLOAT = 1;
const INT64 = 7;
/** Lists of integers are followed up to this length; shapes are shorter. */
const MOST_INTEGERS = 64;

/** Goes through the nodes once, in order of the file; what does not follow from the rules is left out. */
export async function followConstants(graph: Graph, read: CheckContext['integers']): Promise<ConstantFacts> {
  const known = new Map<string, Known>();
  for (const { name, type } of graph.inputs) {
    if (type.kind !== 'tensor' || type.shape === null) continue;
    const shape = type.shape.map((dim) => (typeof dim === 'bigint' ? dim : 1n));
    known.set(name, { shape, element: type.element, constant: false });
  }
  for (const tensor of graph.initializers) {
    known.set(tensor.name, { shape: tensor.dims, element: tensor.type, constant: true, tensor });
  }
  const integers: Integers = async (value) =>
    value === undefined ? null : (value.integers ?? (value.tensor ? read(value.tensor) : null));
  const made: Made[] = [];
  for (const node of graph.nodes) {
    const rule = RULES.get(node.opType);
    const output = node.outputs[0];
    if (rule === undefined || node.domain !== '' || output === undefined) continue;
    const inputs = node.inputs.map((name) => known.get(name));
    const given = rule(node, inputs, integers);
    // Most rules read nothing, and a large graph would wait for each of its nodes.
    const result = given instanceof Promise ? await given : given;
    if (result === null || result.shape.some((dim) => dim < 0n) || result.shape.length > 64) continue;
    const tensor = node.opType === 'Constant' ? attributeOf(node, 'value')?.tensors[0] : undefined;
    const value: Known = {
      shape: result.shape,
      element: result.element ?? inputs.find((input) => input !== undefined)?.element ?? FLOAT,
      constant: node.inputs.every((name, i) => name === '' || inputs[i]?.constant === true),
      ...(tensor ? { tensor } : {}),
      ...(result.integers && result.integers.length <= MOST_INTEGERS ? { integers: result.integers } : {}),
    };
    known.set(output, value);
    made.push({ node, output, known: value });
  }
  return { made, known, integers };
}

const same: Rule = async (_, [x], integers) => {
  if (!x) return null;
  const values = x.integers !== undefined || x.tensor !== undefined ? await integers(x) : null;
  return { shape: x.shape, ...(values ? { integers: values } : {}) };
};
const keepShape: Rule = (_, [x]) => (x ? { shape: x.shape } : null);

function broadcast(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, i) => {
    const left = a[i - rank + a.length] ?? 1n;
    const right = b[i - rank + b.length] ?? 1n;
    return left > right ? left : right;
  });
}

type Compute = (a: bigint, b: bigint) => bigint;

const elementwise =
  (compute?: Compute): Rule =>
  (_, inputs, integers) => {
    const [a, b] = inputs;
    if (!a || !b) return null;
    const shape = broadcast(a.shape, b.shape);
    return !compute || !a.constant || !b.constant ? { shape } : computed(compute, shape, [a, b], integers);
  };

async function computed(
  compute: Compute,
  shape: readonly bigint[],
  [a, b]: readonly [Known, Known],
  integers: Integers,
): Promise<Result> {
  const left = await integers(a);
  const right = await integers(b);
  if (!left || !right || left.length === 0 || right.length === 0) return { shape };
  const length = Math.max(left.length, right.length);
  if (length > MOST_INTEGERS || (left.length !== length && left.length !== 1)) return { shape };
  if (right.length !== length && right.length !== 1) return { shape };
  const values = Array.from({ length }, (__, i) =>
    BigInt.asIntN(64, compute(left[left.length === 1 ? 0 : i]!, right[right.length === 1 ? 0 : i]!)),
  );
  return { shape, integers: values };
}

const axisOf = (node: Node, rank: number, fallback = 0) => {
  const axis = Number(attributeOf(node, 'axis')?.int ?? fallback);
  return axis < 0 ? axis + rank : axis;
};

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ...['Identity', 'Cast'].map((op): [string, Rule] => [op, same]),
  ...['Relu', 'Neg', 'Abs', 'Exp', 'Sigmoid', 'Tanh', 'Sqrt', 'Softmax', 'Dropout', 'Not'].map(
    (op): [string, Rule] => [op, keepShape],
  ),
  ['Add', elementwise((a, b) => a + b)],
  ['Sub', elementwise((a, b) => a - b)],
  ['Mul', elementwise((a, b) => a * b)],
  ...['Div', 'Pow', 'Max', 'Min', 'Where'].map((op): [string, Rule] => [op, elementwise()]),
  [
    'Constant',
    (node) => {
      const [attribute] = node.attributes;
      const tensor = attributeOf(node, 'value')?.tensors[0];
      if (tensor) return { shape: tensor.dims, element: tensor.type };
      if (attribute?.name === 'value_int')
        return { shape: [], element: INT64, integers: [attribute.int ?? 0n] };
      if (attribute?.name === 'value_ints')
        return { shape: [BigInt(attribute.ints.length)], element: INT64, integers: attribute.ints };
      return attribute?.name === 'value_float' ? { shape: [], element: FLOAT } : null;
    },
  ],
  [
    'ConstantOfShape',
    async (node, [size], integers) => {
      const shape = await integers(size);
      return shape && { shape, element: attributeOf(node, 'value')?.tensors[0]?.type ?? FLOAT };
    },
  ],
  [
    'Shape',
    // Dynamic sizes stand for 1 here, so only constants are passed on as values.
    (_, [x]) =>
      x
        ? { shape: [BigInt(x.shape.length)], element: INT64, ...(x.constant ? { integers: x.shape } : {}) }
        : null,
  ],
  [
    'Expand',
    async (_, [x, size], integers) => {
      const shape = await integers(size);
      return shape && { shape: broadcast(x?.shape ?? [], shape) };
    },
  ],
  [
    'Tile',
    async (_, [x, repeats], integers) => {
      const times = await integers(repeats);
      if (!times || !x || times.length !== x.shape.length) return null;
      return { shape: x.shape.map((dim, i) => dim * times[i]!) };
    },
  ],
  [
    'Range',
    async (_, inputs, integers) => {
      const [start, limit, delta] = await Promise.all(
        [0, 1, 2].map(async (i) => (await integers(inputs[i]))?.[0]),
      );
      if (start === undefined || limit === undefined || !delta) return null;
      const steps = (limit - start + delta + (delta > 0n ? -1n : 1n)) / delta;
      return { shape: [steps > 0n ? steps : 0n] };
    },
  ],
  [
    'Pad',
    async (node, [x, pads], integers) => {
      const given = attributeOf(node, 'pads')?.ints;
      const amounts = given && given.length > 0 ? given : await integers(pads);
      if (!x || !amounts || node.inputs[3]) return null;
      if (amounts.length !== x.shape.length * 2) return null;
      return { shape: x.shape.map((dim, i) => dim + amounts[i]! + amounts[i + x.shape.length]!) };
    },
  ],
  [
    'Resize',
    async (_, [x, , , sizes], integers) => {
      const shape = await integers(sizes);
      return shape && shape.length === x?.shape.length ? { shape } : null;
    },
  ],
  [
    'Reshape',
    async (_, [x, size], integers) => {
      const shape = await integers(size);
      if (!x || !shape || shape.some((dim) => dim <= 0n)) return null;
      const values = x.constant ? await integers(x) : null;
      return { shape, ...(values ? { integers: values } : {}) };
    },
  ],
  ...['Unsqueeze', 'Squeeze'].map((op): [string, Rule] => [
    op,
    async (_, [x], integers) => {
      const values = x?.constant ? await integers(x) : null;
      return values ? { shape: op === 'Squeeze' ? [] : [BigInt(values.length)], integers: values } : null;
    },
  ]),
  [
    'Concat',
    async (node, inputs, integers) => {
      const parts = inputs.filter((input) => input !== undefined);
      const [first] = parts;
      if (parts.length !== inputs.length || first === undefined) return null;
      const axis = axisOf(node, first.shape.length);
      const size = parts.reduce((sum, part) => sum + (part.shape[axis] ?? 0n), 0n);
      const shape = first.shape.map((dim, i) => (i === axis ? size : dim));
      if (shape.length !== 1 || size > BigInt(MOST_INTEGERS) || !parts.every(({ constant }) => constant))
        return { shape };
      const values = await Promise.all(parts.map(integers));
      return values.every((list) => list !== null) ? { shape, integers: values.flat() } : { shape };
    },
  ],
  [
    'MatMul',
    (_, [a, b]) => {
      if (!a || !b || a.shape.length < 2 || b.shape.length < 2) return null;
      const batch = broadcast(a.shape.slice(0, -2), b.shape.slice(0, -2));
      return { shape: [...batch, a.shape.at(-2)!, b.shape.at(-1)!] };
    },
  ],
]);
