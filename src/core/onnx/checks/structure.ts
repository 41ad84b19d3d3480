/** How nodes hang together: order, cycles, names made and used, functions. */
import type { ModelFunction } from '../graph.ts';
import { inside, type ModelCheck, nodeName, repeated, show, showNode, showSome } from './check.ts';
import type { Place } from './flow.ts';

/** onnx.checker's limit on calls within calls. ONNX Runtime 1.30 has none, and dies of 3,000. */
const CALL_DEPTH = 100;
/** Loading time grows with it: 2^14 took ONNX Runtime 12 s. */
const EXPANDED_NODES = 10_000n;

const sighting = (place: Place, sentence: (node: string, name: string) => string) => ({
  message: sentence(
    `${place.node ? showNode(place.node) : 'The graph'}${inside(place.where)}`,
    show(place.name),
  ),
  at: place.node ? nodeName(place.node) : place.name,
});

const functionNames = (functions: readonly ModelFunction[]) => functions.map(({ name }) => name);

export const STRUCTURE_CHECKS: readonly ModelCheck[] = [
  {
    id: 'graph-input-duplicate',
    severity: 'error',
    what: 'Graph inputs have different names.',
    why: 'A value given by name is ambiguous.',
    fix: 'Rename one of them.',
    others: 'onnx.checker and ONNX Runtime refuse it.',
    run: ({ graph }) =>
      repeated((graph?.inputs ?? []).map(({ name }) => name)).map((name) => ({
        message: `The graph has more than one input ${show(name)}.`,
        at: name,
      })),
  },
  {
    id: 'graph-output-duplicate',
    severity: 'error',
    what: 'Graph outputs have different names.',
    why: 'Answers come back by name, so one of them is lost.',
    fix: 'Pass one through Identity under another name, or drop it.',
    others: 'onnx.checker and ONNX Runtime do not look.',
    run: ({ graph }) =>
      repeated((graph?.outputs ?? []).map(({ name }) => name)).map((name) => ({
        message: `The graph has more than one output ${show(name)}.`,
        at: name,
      })),
  },
  {
    id: 'initializer-duplicate',
    severity: 'error',
    what: 'Initializers have different names.',
    why: 'Which weights are used depends on the tool.',
    fix: 'Rename or remove one.',
    others: 'onnx.checker refuses it; ONNX Runtime warns, and the last one wins.',
    run: ({ graph }) =>
      repeated([
        ...(graph?.initializers ?? []).map(({ name }) => name),
        ...(graph?.sparse ?? []).flatMap(({ values }) => (values ? [values.name] : [])),
      ]).map((name) => ({ message: `There is more than one initializer ${show(name)}.`, at: name })),
  },
  {
    id: 'value-made-twice',
    severity: 'error',
    what: 'Each value is made once in its graph (single static assignment).',
    why: 'A later node would see one or the other.',
    fix: 'Rename the second output, and its uses.',
    others: 'onnx.checker and ONNX Runtime refuse it.',
    run: (_, { flow }) =>
      flow.repeated.map((place) =>
        sighting(place, (node, name) => `${node} makes ${name}, which is there already.`),
      ),
  },
  {
    id: 'cycle',
    severity: 'error',
    what: 'No node needs its own result, dead nodes included.',
    why: 'It can never run.',
    fix: 'Break the cycle at one of the nodes named.',
    others: 'onnx.checker says "Nodes in a graph must be topologically sorted"; ONNX Runtime refuses it.',
    run: (_, { flow }) =>
      flow.cycles.map(({ nodes, where }) => ({
        message: `${nodes.length} nodes need each other's results${inside(where)}: ${showSome(nodes.map(nodeName))}.`,
        at: nodeName(nodes[0]!),
      })),
  },
  {
    id: 'order',
    severity: 'error',
    what: 'Nodes stand after those whose results they use (IR.md: topologically sorted).',
    why: 'Runtimes that run nodes in the order of the file fail.',
    fix: 'Sort the nodes, for instance with `onnx-graphsurgeon` or OnnxSlim.',
    others: 'onnx.checker refuses it; ONNX Runtime sorts them itself.',
    run: (_, { flow }) =>
      flow.early.map((place) =>
        sighting(place, (node, name) => `${node} uses ${name}, which only a later node makes.`),
      ),
  },
  {
    id: 'dangling-input',
    severity: 'error',
    what: 'Everything a node uses is an input, an initializer, or made by a node in sight.',
    why: 'The node cannot run.',
    fix: 'Add the missing input or initializer, or export again.',
    others: 'onnx.checker and ONNX Runtime refuse it.',
    run: (_, { flow }) =>
      flow.dangling.map((place) =>
        sighting(place, (node, name) => `${node} uses ${name}, which nothing makes.`),
      ),
  },
  {
    id: 'output-unmade',
    severity: 'error',
    what: 'Something makes every output of the graph and of each function.',
    why: 'The answer cannot be given.',
    fix: 'Remove the output, or connect it.',
    others: 'onnx.checker 1.23 and ONNX Runtime refuse it; onnx.checker 1.12 does not look.',
    run: (_, { flow }) =>
      flow.unmade.map((place) => ({
        message: `Nothing makes the output ${show(place.name)}${inside(place.where)}.`,
        at: place.name,
      })),
  },
  {
    id: 'subgraph-shadowing',
    severity: 'warning',
    what: 'A subgraph does not reuse a name of the graph around it.',
    why: 'IR.md forbids it, and tools that inline subgraphs mix the two up.',
    fix: 'Rename the value in the subgraph.',
    others: 'onnx.checker refuses some forms; ONNX Runtime accepts most.',
    run: (_, { flow }) =>
      flow.shadowing.map((place) => ({
        message: `${show(place.name)}${inside(place.where)} hides a value of the same name around it.`,
        at: place.name,
      })),
  },
  {
    id: 'dead-nodes',
    severity: 'warning',
    what: 'Every node serves an output.',
    why: 'A node that serves none is a forgotten output, or wasted size.',
    fix: 'Remove them (OnnxSlim does), or add the output that was meant.',
    others: 'Polygraphy lint warns; ONNX Runtime removes them.',
    run: (_, { flow }) =>
      flow.dead.length === 0
        ? []
        : [
            {
              message: `${flow.dead.length} nodes serve no output: ${showSome(flow.dead.map(nodeName))}.`,
              at: nodeName(flow.dead[0]!),
            },
          ],
  },
  {
    id: 'unused-inputs',
    severity: 'warning',
    what: 'Every graph input is used.',
    why: 'The service computes a feature that the model ignores, or the export lost one.',
    fix: 'Check the export; remove the input when it is meant to be ignored.',
    others: 'Polygraphy lint warns; onnx.checker and ONNX Runtime say nothing.',
    run: ({ graph }, { flow }) => {
      const unused = (graph?.inputs ?? []).map(({ name }) => name).filter((name) => !flow.used.has(name));
      return unused.length === 0
        ? []
        : [{ message: `Inputs that nothing uses: ${showSome(unused)}.`, at: unused[0]! }];
    },
  },
  {
    id: 'unused-initializers',
    severity: 'warning',
    what: 'Every initializer is used.',
    why: 'It is size without effect, or a sign that the graph was cut.',
    fix: 'Remove them (OnnxSlim does).',
    others: 'ONNX Runtime removes and logs them; onnx.checker says nothing.',
    run: ({ graph }, { flow }) => {
      const unused = (graph?.initializers ?? [])
        .map(({ name }) => name)
        .filter((name) => !flow.used.has(name));
      return unused.length === 0
        ? []
        : [
            {
              message: `${unused.length} initializers that nothing uses: ${showSome(unused)}.`,
              at: unused[0]!,
            },
          ];
    },
  },
  {
    id: 'function-cycle',
    severity: 'error',
    what: 'No function calls itself, not even by way of others.',
    why: 'Inlining it never ends (GHSA-7w46-vvrh-m8q5).',
    fix: 'Export with functions inlined.',
    others: 'onnx.checker 1.23 and ONNX Runtime refuse it; onnx.checker 1.12 accepts it, or crashes.',
    run: (_, { calls }) =>
      functionNames(calls.cyclic).map((name) => ({
        message: `Function ${show(name)} calls itself.`,
        at: name,
      })),
  },
  {
    id: 'function-depth',
    severity: 'error',
    what: `Functions nest at most ${CALL_DEPTH} deep.`,
    why: 'ONNX Runtime 1.30 overflows its stack at 3,000 and takes the process down.',
    fix: 'Export with functions inlined.',
    others: 'onnx.checker 1.23 stops at 100; ONNX Runtime dies with SIGSEGV.',
    run: (_, { calls: { depth } }) => {
      return depth > CALL_DEPTH ? [{ message: `Functions nest ${depth} deep.`, at: null }] : [];
    },
  },
  {
    id: 'function-expansion',
    severity: 'error',
    what: `Inlining functions makes no more than ${EXPANDED_NODES} nodes out of fewer.`,
    why: 'A small file can stand for 2^30 nodes; ONNX Runtime hangs while it inlines them.',
    fix: 'Export with functions inlined, and look at the size.',
    others: 'No other tool looks; ONNX Runtime hangs.',
    run: (model, { calls }) => {
      const written = BigInt(
        (model.graph?.nodes.length ?? 0) + model.functions.reduce((sum, one) => sum + one.nodes.length, 0),
      );
      // A model whose functions are each called a few times is no bomb, however large it is.
      if (calls.cyclic.length > 0 || calls.expanded <= EXPANDED_NODES || calls.expanded <= written * 20n)
        return [];
      const digits = calls.expanded.toString();
      const size = digits.length <= 15 ? digits : `about 10^${digits.length - 1}`;
      return [{ message: `Inlining its functions turns ${written} nodes into ${size}.`, at: null }];
    },
  },
  {
    id: 'function-unused',
    severity: 'info',
    what: 'Every function is called.',
    why: 'It is size without effect.',
    fix: 'Remove it.',
    others: 'No other tool looks.',
    run: (_, { calls }) => {
      const unused = functionNames(calls.uncalled);
      return unused.length === 0
        ? []
        : [{ message: `Functions that nothing calls: ${showSome(unused)}.`, at: unused[0]! }];
    },
  },
];
