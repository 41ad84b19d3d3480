/** Lists over a whole model: its nodes with those of functions and subgraphs, and its tensors. */
import {
  type Graph,
  type ModelGraph,
  type Node,
  type SparseTensor,
  subgraphsOf,
  type Tensor,
} from './graph.ts';

/** Nodes that stand together, and the graph around them: null inside a function. */
export interface NodeList {
  readonly nodes: readonly Node[];
  readonly graph: Graph | null;
  /** `''` in the main graph. */
  readonly where: string;
}

/** A node, and where it stands. */
export interface PlacedNode {
  readonly node: Node;
  readonly where: string;
}

/** A model does not change, so what was listed once holds; some forty checks ask for the same lists. */
function once<T>(list: (model: ModelGraph) => T): (model: ModelGraph) => T {
  const found = new WeakMap<ModelGraph, T>();
  return (model) => {
    const known = found.get(model) ?? list(model);
    found.set(model, known);
    return known;
  };
}

/** Every list of nodes: the main graph, functions and subgraphs, outermost first. */
export const nodeLists = once((model): readonly NodeList[] => {
  const main = model.graph;
  const lists: NodeList[] = main ? [{ nodes: main.nodes, graph: main, where: '' }] : [];
  for (const { name, nodes } of model.functions)
    lists.push({ nodes, graph: null, where: `function ${name}` });
  // The list grows while it is gone through.
  for (const { nodes, where } of lists) {
    for (const node of nodes) {
      for (const { graph } of subgraphsOf(node)) {
        const inside = `${where ? `${where}, ` : ''}subgraph of ${node.opType}`.slice(0, 200);
        lists.push({ nodes: graph.nodes, graph, where: inside });
      }
    }
  }
  return lists;
});

/** Every node of ai.onnx, by operator. */
export const standardNodes = once((model): ReadonlyMap<string, readonly PlacedNode[]> => {
  const found = new Map<string, PlacedNode[]>();
  for (const { nodes, where } of nodeLists(model)) {
    for (const node of nodes) {
      if (node.domain !== '') continue;
      const same = found.get(node.opType);
      if (same) same.push({ node, where });
      else found.set(node.opType, [{ node, where }]);
    }
  }
  return found;
});

/** Sparse initializers, and those in attributes. */
export const sparseOf = once((model): readonly SparseTensor[] => {
  const found: SparseTensor[] = [];
  for (const { nodes, graph } of nodeLists(model)) {
    found.push(...(graph?.sparse ?? []));
    for (const { attributes } of nodes) for (const { sparse } of attributes) found.push(...sparse);
  }
  return found;
});

/** Every tensor: initializers, attributes, both parts of sparse ones. */
export const tensorsOf = once((model): readonly Tensor[] => {
  const found: Tensor[] = [];
  for (const { nodes, graph } of nodeLists(model)) {
    for (const tensor of graph?.initializers ?? []) found.push(tensor);
    for (const { attributes } of nodes) for (const { tensors } of attributes) found.push(...tensors);
  }
  for (const { values, indices } of sparseOf(model)) {
    if (values) found.push(values);
    if (indices) found.push(indices);
  }
  return found;
});

/** Those whose values lie in files beside the model. */
export const externalTensors = once((model): readonly Tensor[] =>
  tensorsOf(model).filter(({ external }) => external !== null),
);

/** Tensors of the main graph by the name that nodes use: initializers, and what Constant nodes hold. */
export const constantsOf = once((model): ReadonlyMap<string, Tensor> => {
  const found = new Map((model.graph?.initializers ?? []).map((tensor) => [tensor.name, tensor]));
  for (const { node, where } of standardNodes(model).get('Constant') ?? []) {
    const tensor = node.attributes.find(({ name }) => name === 'value')?.tensors[0];
    if (where === '' && tensor && node.outputs[0]) found.set(node.outputs[0], tensor);
  }
  return found;
});
