/** Bodies of If, Loop and Scan: as many inputs and outputs as the node around them gives and takes. */
import { type Graph, type Node, subgraphsOf } from '../graph.ts';
import { standardNodes } from '../walks.ts';
import { inside, type ModelCheck, nodeName, type Sighting, showNode } from './check.ts';

interface Arity {
  readonly inputs: (node: Node) => number;
  readonly outputs: (node: Node) => number;
}

/** onnx/docs/Operators.md: Loop's body takes a counter and a condition, and hands on the condition; Scan as of opset 9. */
const ARITIES: ReadonlyMap<string, Arity> = new Map([
  ['If', { inputs: () => 0, outputs: ({ outputs }) => outputs.length }],
  [
    'Loop',
    {
      inputs: ({ inputs }) => Math.max(inputs.length, 2),
      outputs: ({ outputs }) => outputs.length + 1,
    },
  ],
  ['Scan', { inputs: ({ inputs }) => inputs.length, outputs: ({ outputs }) => outputs.length }],
]);
/** Until then Scan had an optional first input that its body does not see. */
const SCAN_TODAY = 9n;

export const SUBGRAPH_CHECKS: readonly ModelCheck[] = [
  {
    id: 'subgraph-arity',
    severity: 'error',
    what: 'The body of an If, Loop or Scan has the inputs and outputs that its node gives and takes.',
    why: 'A value has no place to go to, or none to come from.',
    fix: 'Export the model again; a body edited by hand has lost a value.',
    others: 'onnx.checker sees it in shape inference; ONNX Runtime refuses it.',
    run: (model) => {
      const opset = model.opsets.find(({ domain }) => domain === '' || domain === 'ai.onnx')?.version ?? 0n;
      const found: Sighting[] = [];
      for (const [operator, arity] of ARITIES) {
        if (operator === 'Scan' && opset < SCAN_TODAY) continue;
        for (const { node, where } of standardNodes(model).get(operator) ?? []) {
          for (const { attribute, graph } of subgraphsOf(node)) {
            const wrong = arityFault(node, graph, arity);
            if (wrong)
              found.push({
                message: `${attribute} of ${showNode(node)}${inside(where)} ${wrong}.`,
                at: nodeName(node),
              });
          }
        }
      }
      return found;
    },
  },
];

function arityFault(node: Node, { inputs, outputs }: Graph, arity: Arity): string | null {
  const [given, taken] = [arity.inputs(node), arity.outputs(node)];
  if (inputs.length !== given) return `has ${inputs.length} inputs, where the node gives ${given}`;
  return outputs.length === taken ? null : `has ${outputs.length} outputs, where the node takes ${taken}`;
}
