/** Attributes whose values no kernel can work with, as far as one node shows it. */
import { attributeOf, type Node } from '../graph.ts';
import { constantsOf, type PlacedNode, standardNodes } from '../walks.ts';
import { type CheckContext, inside, type ModelCheck, nodeName, type Sighting, showNode } from './check.ts';

type Judge = (node: Node) => string | null;

const ints = (node: Node, name: string) => attributeOf(node, name)?.ints ?? [];

const atLeast =
  (least: bigint, ...names: string[]): Judge =>
  (node) => {
    const name = names.find((one) => ints(node, one).some((value) => value < least));
    return name === undefined ? null : `has ${name} below ${least}`;
  };

/** One value for each axis in space, two for pads. */
const agree: Judge = (node) => {
  const rank = ints(node, 'kernel_shape').length;
  if (rank === 0) return null;
  for (const [name, each] of [
    ['strides', 1],
    ['dilations', 1],
    ['pads', 2],
  ] as const) {
    const { length } = ints(node, name);
    if (length > 0 && length !== rank * each) return `has ${rank} axes in kernel_shape and ${length} ${name}`;
  }
  return null;
};

const window: readonly Judge[] = [atLeast(1n, 'kernel_shape', 'strides', 'dilations'), agree];

const group: Judge = (node) => ((attributeOf(node, 'group')?.int ?? 1n) < 1n ? 'has group below 1' : null);

const permutation: Judge = (node) => {
  const perm = ints(node, 'perm');
  const whole = new Set(perm).size === perm.length && perm.every((axis) => axis >= 0n && axis < perm.length);
  return whole ? null : `has a perm that is no order of ${perm.length} axes`;
};

/** By operator of ai.onnx; the first that is wrong is told. */
const JUDGES: ReadonlyMap<string, readonly Judge[]> = new Map<string, readonly Judge[]>([
  ['Conv', [...window, atLeast(0n, 'pads'), group]],
  ['ConvInteger', [...window, atLeast(0n, 'pads'), group]],
  ['QLinearConv', [...window, atLeast(0n, 'pads'), group]],
  ['ConvTranspose', [...window, group]],
  ['MaxPool', [...window, atLeast(0n, 'pads')]],
  ['AveragePool', [...window, atLeast(0n, 'pads')]],
  ['LpPool', [...window, atLeast(0n, 'pads')]],
  ['Transpose', [permutation]],
]);

export const OPERATOR_VALUE_CHECKS: readonly ModelCheck[] = [
  {
    id: 'operator-values',
    severity: 'error',
    what: 'Kernels, strides and dilations are positive and of one rank, `perm` is an order of axes, and a constant shape of Reshape has at most one -1.',
    why: 'The kernel divides by zero or fails, at the first request rather than at load.',
    fix: 'Correct the attribute in the exporter.',
    others: 'onnx.checker sees some of it in shape inference; ONNX Runtime when it runs Conv and Reshape.',
    run: async (model, context) => {
      const found: Sighting[] = [];
      const tell = ({ node, where }: PlacedNode, wrong: string | null | undefined) => {
        if (wrong) found.push({ message: `${showNode(node)}${inside(where)} ${wrong}.`, at: nodeName(node) });
      };
      for (const [operator, judges] of JUDGES) {
        for (const placed of standardNodes(model).get(operator) ?? [])
          tell(
            placed,
            judges.map((judge) => judge(placed.node)).find((wrong) => wrong !== null),
          );
      }
      const constants = constantsOf(model);
      for (const placed of standardNodes(model).get('Reshape') ?? []) {
        const shape = constants.get(placed.node.inputs[1] ?? '');
        if (placed.where === '' && shape) tell(placed, reshapeFault(await context.integers(shape)));
      }
      return found;
    },
  },
];

function reshapeFault(shape: Awaited<ReturnType<CheckContext['integers']>>): string | null {
  if (shape === null) return null;
  if (shape.some((size) => size < -1n)) return 'has a size below -1 in its shape';
  return shape.filter((size) => size === -1n).length > 1
    ? 'leaves more than one size of its shape open'
    : null;
}
