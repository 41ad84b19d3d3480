/** Names of graphs, nodes, operators and values. */
import type { ModelGraph } from '../graph.ts';
import { nodeLists } from '../walks.ts';
import { inside, type ModelCheck, nodeName, repeated, show, showSome, UNSEEN } from './check.ts';

const MOST_CHARACTERS = 512;
/** Nearly every name; cheaper than looking for what is hidden. */
const PLAIN = /^[\x20-\x7e]{0,512}$/;

export const NAME_CHECKS: readonly ModelCheck[] = [
  {
    id: 'graph-name',
    severity: 'info',
    what: 'The main graph has a name.',
    why: 'onnx.checker demands one; nothing else does.',
    fix: 'Set `graph.name` to anything.',
    others: "onnx.checker: \"Field 'name' of 'graph' is required to be non-empty\"; ONNX Runtime accepts it.",
    run: ({ graph }) => (graph?.name === '' ? [{ message: 'The graph has no name.', at: null }] : []),
  },
  {
    id: 'operator-name',
    severity: 'error',
    what: 'Every node names its operator.',
    why: 'It cannot be run.',
    fix: 'Export the model again.',
    others: 'onnx.checker and ONNX Runtime refuse it.',
    run: (model) =>
      nodeLists(model).flatMap(({ nodes, where }) =>
        nodes
          .filter(({ opType }) => opType === '')
          .map((node) => ({
            message: `Node ${show(nodeName(node))}${inside(where)} names no operator.`,
            at: nodeName(node),
          })),
      ),
  },
  {
    id: 'name-empty',
    severity: 'error',
    what: 'Graph inputs, outputs and initializers have names.',
    why: 'An empty name means an absent optional value.',
    fix: 'Export the model again.',
    others: 'onnx.checker and ONNX Runtime refuse it.',
    run: ({ graph }) =>
      (graph
        ? ([
            ['input', graph.inputs],
            ['output', graph.outputs],
            ['initializer', graph.initializers],
          ] as const)
        : []
      ).flatMap(([kind, items]) =>
        items.some(({ name }) => name === '') ? [{ message: `A graph ${kind} has no name.`, at: null }] : [],
      ),
  },
  {
    id: 'name-text',
    severity: 'warning',
    what: 'Names are of visible characters, at most 512 of them.',
    why: 'Control and bidirectional characters make a name look like another one, in logs and in reviews.',
    fix: 'Rename it before the export.',
    others: 'No other tool looks.',
    run: (model) => {
      const odd = oddNames(model);
      const [first] = odd;
      return first === undefined
        ? []
        : [{ message: `Names that are overlong or hold hidden characters: ${showSome(odd)}.`, at: first }];
    },
  },
  {
    id: 'node-name-duplicate',
    severity: 'error',
    what: 'No two nodes of a graph share a name.',
    why: 'Profiles, quantisation and partitioning find nodes by name.',
    fix: 'Rename one, or leave both without a name.',
    others: 'ONNX Runtime refuses it; onnx.checker does not look.',
    run: ({ graph }) =>
      repeated((graph?.nodes ?? []).map(({ name }) => name).filter((name) => name !== '')).map((name) => ({
        message: `More than one node is called ${show(name)}.`,
        at: name,
      })),
  },
];

function oddNames(model: ModelGraph): string[] {
  const odd = new Set<string>();
  const look = (name: string) => {
    if (PLAIN.test(name)) return;
    if (name.length > MOST_CHARACTERS || name.search(UNSEEN) >= 0 || name.includes('\ufffd')) odd.add(name);
  };
  for (const { nodes, graph } of nodeLists(model)) {
    for (const { name } of graph?.inputs ?? []) look(name);
    for (const { name } of graph?.outputs ?? []) look(name);
    for (const { name } of graph?.initializers ?? []) look(name);
    for (const { name, opType, domain, outputs } of nodes) {
      look(name);
      look(opType);
      look(domain);
      for (const output of outputs) look(output);
    }
  }
  for (const { key } of model.metadata) look(key);
  return [...odd];
}
