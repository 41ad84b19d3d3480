import { functionKey, type ModelFunction, type ModelGraph, type Node, subgraphsOf } from '../graph.ts';

export interface CallGraph {
  /** Functions that call themselves, by way of others or not; each once. */
  readonly cyclic: readonly ModelFunction[];
  /** Most calls within calls from the main graph. 0 without functions. */
  readonly depth: number;
  /** Nodes the main graph has once every call is replaced by its function's body. Meaningless when `cyclic`. */
  readonly expanded: bigint;
  readonly uncalled: readonly ModelFunction[];
}

interface Cost {
  readonly nodes: bigint;
  readonly depth: number;
}

/** One visit per function, without recursion: 2^30 expanded nodes and 10,000 nested calls cost the same as none. */
export function traceCalls(model: ModelGraph): CallGraph {
  if (model.functions.length === 0) {
    const expanded = BigInt(model.graph?.nodes.length ?? 0);
    return { cyclic: [], depth: 0, expanded, uncalled: [] };
  }
  const functions = new Map(model.functions.map((one) => [functionKey(one), one]));
  const costs = new Map<string, Cost>();
  const cyclic = new Map<string, ModelFunction>();
  const mainCalls = flatten(model.graph?.nodes ?? []);
  const open: { key: string; entered: boolean }[] = [];
  const path = new Set<string>();
  const called = new Set<string>();

  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      const key = functionKey(node);
      if (!functions.has(key)) continue;
      called.add(key);
      if (path.has(key)) cyclic.set(key, functions.get(key)!);
      else if (!costs.has(key)) open.push({ key, entered: false });
    }
  };
  const bodies = new Map<string, readonly Node[]>();
  const bodyOf = (key: string) => {
    let body = bodies.get(key);
    if (body === undefined) {
      body = flatten(functions.get(key)!.nodes);
      bodies.set(key, body);
    }
    return body;
  };
  const run = () => {
    while (open.length > 0) {
      const top = open[open.length - 1]!;
      if (top.entered || costs.has(top.key)) {
        open.pop();
        if (top.entered) {
          path.delete(top.key);
          costs.set(top.key, sum(bodyOf(top.key), costs));
        }
        continue;
      }
      top.entered = true;
      path.add(top.key);
      visit(bodyOf(top.key));
    }
  };
  visit(mainCalls);
  run();
  const total = sum(mainCalls, costs);
  const fromMain = new Set(called);
  for (const key of functions.keys()) {
    if (costs.has(key)) continue;
    open.push({ key, entered: false });
    run();
  }
  return {
    cyclic: [...cyclic.values()],
    depth: total.depth,
    expanded: total.nodes,
    uncalled: model.functions.filter((one) => !fromMain.has(functionKey(one))),
  };
}

/** A call costs its function's body and itself nothing; any other node costs 1. */
function sum(nodes: readonly Node[], costs: ReadonlyMap<string, Cost>): Cost {
  let total = 0n;
  let depth = 0;
  for (const node of nodes) {
    const cost = costs.get(functionKey(node));
    total += cost?.nodes ?? 1n;
    if (cost && cost.depth + 1 > depth) depth = cost.depth + 1;
  }
  return { nodes: total, depth };
}

/** The nodes and those of their subgraphs. */
function flatten(nodes: readonly Node[]): readonly Node[] {
  const all: Node[] = [];
  const open: (readonly Node[])[] = [nodes];
  while (open.length > 0) {
    for (const node of open.pop()!) {
      all.push(node);
      for (const { graph } of subgraphsOf(node)) open.push(graph.nodes);
    }
  }
  return all;
}
