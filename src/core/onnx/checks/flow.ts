/** Who makes and who uses each value: one pass that the checks on names, order and use share. */
import { type Graph, type ModelGraph, type Node, subgraphsOf } from '../graph.ts';

export interface Place {
  readonly name: string;
  readonly node: Node | null;
  /** `''` in the main graph. */
  readonly where: string;
}

export interface Flow {
  /** Values made twice in one graph. */
  readonly repeated: readonly Place[];
  /** Inputs that stand before the node that makes them; not those on a cycle. */
  readonly early: readonly Place[];
  /** One list of nodes per graph that has a cycle, in order round it. */
  readonly cycles: readonly { readonly nodes: readonly Node[]; readonly where: string }[];
  /** Inputs that nothing makes. */
  readonly dangling: readonly Place[];
  /** Graph or function outputs that nothing makes. */
  readonly unmade: readonly Place[];
  /** Names of a subgraph that hide one of a graph around it. */
  readonly shadowing: readonly Place[];
  /** Nodes of the main graph from which no output is reached. */
  readonly dead: readonly Node[];
  /** Names of the main graph that some node or output uses. */
  readonly used: ReadonlySet<string>;
}

interface Report {
  repeated: Place[];
  early: Place[];
  cycles: { nodes: readonly Node[]; where: string }[];
  dangling: Place[];
  unmade: Place[];
  shadowing: Place[];
}

interface Scope {
  readonly given: readonly string[];
  readonly nodes: readonly Node[];
  readonly outputs: readonly string[];
  readonly where: string;
}

interface Walk {
  /** Names the scope takes from around it. */
  readonly free: ReadonlyMap<string, Place>;
  /** Per node, what it and its subgraphs take. */
  readonly needs: readonly (readonly string[])[];
  readonly producer: ReadonlyMap<string, number>;
}

/** Linear in nodes and names. Recursion is as deep as subgraphs nest, which the cap on depth bounds at about 30. */
export function traceFlow(model: ModelGraph): Flow {
  const report: Report = { repeated: [], early: [], cycles: [], dangling: [], unmade: [], shadowing: [] };
  let main: Walk = { free: new Map(), needs: [], producer: new Map() };
  const graph = model.graph;
  if (graph) main = root(scopeOf(graph, ''), report);
  for (const one of model.functions) {
    const scope = {
      given: one.inputs,
      nodes: one.nodes,
      outputs: one.outputs,
      where: `function ${one.name}`,
    };
    root(scope, report);
  }
  const outputs = graph?.outputs.map(({ name }) => name) ?? [];
  const used = new Set(outputs);
  for (const names of main.needs) for (const name of names) used.add(name);
  return { ...report, dead: graph ? deadNodes(graph.nodes, outputs, main) : [], used };
}

function scopeOf(graph: Graph, where: string): Scope {
  const given = new Set(graph.inputs.map(({ name }) => name));
  for (const { name } of graph.initializers) given.add(name);
  for (const { values } of graph.sparse) if (values) given.add(values.name);
  return { given: [...given], nodes: graph.nodes, outputs: graph.outputs.map(({ name }) => name), where };
}

function root(scope: Scope, report: Report): Walk {
  const walk = trace(scope, [], report);
  for (const place of walk.free.values()) (place.node ? report.dangling : report.unmade).push(place);
  return walk;
}

function trace(scope: Scope, around: readonly ReadonlySet<string>[], report: Report): Walk {
  const { nodes, where } = scope;
  const given = new Set(scope.given);
  const producer = new Map<string, number>();
  nodes.forEach((node, i) => {
    for (const name of node.outputs) {
      if (name === '') continue;
      if (given.has(name) || producer.has(name)) report.repeated.push({ name, node, where });
      else producer.set(name, i);
    }
  });
  const local = new Set([...given, ...producer.keys()]);
  if (around.length > 0) {
    for (const name of local)
      if (name !== '' && around.some((names) => names.has(name)))
        report.shadowing.push({ name, node: null, where });
  }

  const free = new Map<string, Place>();
  const early: (Place & { readonly index: number })[] = [];
  const needs = nodes.map((node, index): readonly string[] => {
    // Places are made only where something is amiss: nearly every name of a large graph is given or made before.
    const take = (name: string, place: () => Place) => {
      if (given.has(name)) return;
      const maker = producer.get(name);
      if (maker === undefined) {
        if (!free.has(name)) free.set(name, place());
      } else if (maker >= index) early.push({ ...place(), index });
    };
    const names = node.inputs.includes('') ? node.inputs.filter((name) => name !== '') : node.inputs;
    for (const name of names) take(name, () => ({ name, node, where }));
    const subgraphs = subgraphsOf(node);
    if (subgraphs.length === 0) return names;
    const taken = [...names];
    for (const { attribute, graph } of subgraphs) {
      const label = `${where ? `${where}, ` : ''}${attribute} of ${node.opType}`.slice(0, 200);
      for (const place of trace(scopeOf(graph, label), [...around, local], report).free.values()) {
        take(place.name, () => place);
        taken.push(place.name);
      }
    }
    return taken;
  });
  for (const name of scope.outputs) {
    if (!local.has(name) && !free.has(name)) free.set(name, { name, node: null, where });
  }

  if (early.length > 0) {
    const stuck = onCycles(needs, producer);
    const cycle = oneCycle(stuck, needs, producer);
    if (cycle.length > 0) report.cycles.push({ nodes: cycle.map((i) => nodes[i]!), where });
    for (const { index, ...place } of early) if (!stuck.has(index)) report.early.push(place);
  }
  return { free, needs, producer };
}

/** Kahn's algorithm: the nodes that can never run, because they are on a cycle or behind one. */
function onCycles(
  needs: readonly (readonly string[])[],
  producer: ReadonlyMap<string, number>,
): ReadonlySet<number> {
  const waiting = needs.map(() => 0);
  const followers = needs.map((): number[] => []);
  needs.forEach((names, i) => {
    for (const name of new Set(names)) {
      const maker = producer.get(name);
      if (maker === undefined) continue;
      waiting[i]!++;
      followers[maker]!.push(i);
    }
  });
  const ready = waiting.flatMap((count, i) => (count === 0 ? [i] : []));
  const stuck = new Set(needs.keys());
  while (ready.length > 0) {
    const i = ready.pop()!;
    stuck.delete(i);
    for (const next of followers[i]!) if (--waiting[next]! === 0) ready.push(next);
  }
  return stuck;
}

/** From any stuck node, going back along inputs that are stuck too must come round. */
function oneCycle(
  stuck: ReadonlySet<number>,
  needs: readonly (readonly string[])[],
  producer: ReadonlyMap<string, number>,
): number[] {
  const path: number[] = [];
  const position = new Map<number, number>();
  let [at] = stuck;
  while (at !== undefined && !position.has(at)) {
    position.set(at, path.length);
    path.push(at);
    at = needs[at]!.map((name) => producer.get(name)).find(
      (maker) => maker !== undefined && stuck.has(maker),
    );
  }
  return at === undefined ? [] : path.slice(position.get(at)).reverse();
}

function deadNodes(nodes: readonly Node[], outputs: readonly string[], walk: Walk): Node[] {
  const live = new Set<number>();
  const open = [...outputs];
  while (open.length > 0) {
    const maker = walk.producer.get(open.pop()!);
    if (maker === undefined || live.has(maker)) continue;
    live.add(maker);
    for (const name of walk.needs[maker]!) open.push(name);
  }
  return nodes.filter((_, i) => !live.has(i));
}
