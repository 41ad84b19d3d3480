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
  /** Inputs and initializers of the main graph that some node or output uses. */
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

/** In place of a node's index, for what is there before any node runs. */
const GIVEN = -1;

interface Walk {
  /** Names the scope takes from around it. */
  readonly free: ReadonlyMap<string, Place>;
  /** Per node, what it and its subgraphs take. */
  readonly needs: readonly (readonly string[])[];
  /** Per name that is known here, the index of the node that makes it, or GIVEN. */
  readonly maker: ReadonlyMap<string, number>;
  /** Names that are given and used. */
  readonly used: ReadonlySet<string>;
  /** Some node may serve no output: none of its outputs is used, or nodes are out of order. */
  readonly doubtful: boolean;
}

const NO_WALK: Walk = { free: new Map(), needs: [], maker: new Map(), used: new Set(), doubtful: false };

/** Linear in nodes and names. Recursion is as deep as subgraphs nest, which the cap on depth bounds at about 30. */
export function traceFlow(model: ModelGraph): Flow {
  const report: Report = { repeated: [], early: [], cycles: [], dangling: [], unmade: [], shadowing: [] };
  const graph = model.graph;
  const main = graph ? root(scopeOf(graph, ''), report) : NO_WALK;
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
  const dead = graph && main.doubtful ? deadNodes(graph.nodes, outputs, main) : [];
  return { ...report, dead, used: main.used };
}

function scopeOf(graph: Graph, where: string): Scope {
  const given = graph.inputs.map(({ name }) => name);
  for (const { name } of graph.initializers) given.push(name);
  for (const { values } of graph.sparse) if (values) given.push(values.name);
  return { given, nodes: graph.nodes, outputs: graph.outputs.map(({ name }) => name), where };
}

function root(scope: Scope, report: Report): Walk {
  const walk = trace(scope, [], report);
  for (const place of walk.free.values()) (place.node ? report.dangling : report.unmade).push(place);
  return walk;
}

type Names = ReadonlyMap<string, number>;

function trace(scope: Scope, around: readonly Names[], report: Report): Walk {
  const { nodes, where } = scope;
  const maker = makers(scope, around, report);
  const free = new Map<string, Place>();
  const used = new Set<string>();
  const serves = new Uint8Array(nodes.length);
  const early: (Place & { readonly index: number })[] = [];
  // Places are made only where something is amiss: nearly every name of a large graph is given or made before.
  const take = (name: string, index: number, node: Node | null, place: Place | null = null) => {
    const from = maker.get(name);
    if (from === undefined) {
      if (!free.has(name)) free.set(name, place ?? { name, node, where });
    } else if (from === GIVEN) used.add(name);
    else {
      serves[from] = 1;
      if (from >= index) early.push({ ...(place ?? { name, node, where }), index });
    }
  };
  const needs = nodes.map((node, index): readonly string[] => {
    const names = node.inputs.includes('') ? node.inputs.filter((name) => name !== '') : node.inputs;
    for (const name of names) take(name, index, node);
    const subgraphs = subgraphsOf(node);
    if (subgraphs.length === 0) return names;
    const taken = [...names];
    for (const { attribute, graph } of subgraphs) {
      const label = `${where ? `${where}, ` : ''}${attribute} of ${node.opType}`.slice(0, 200);
      for (const place of trace(scopeOf(graph, label), [...around, maker], report).free.values()) {
        take(place.name, index, null, place);
        taken.push(place.name);
      }
    }
    return taken;
  });
  for (const name of scope.outputs) take(name, nodes.length, null);

  if (early.length > 0) {
    const stuck = onCycles(needs, maker);
    const cycle = oneCycle(stuck, needs, maker);
    if (cycle.length > 0) report.cycles.push({ nodes: cycle.map((i) => nodes[i]!), where });
    for (const { index, ...place } of early) if (!stuck.has(index)) report.early.push(place);
  }
  return { free, needs, maker, used, doubtful: early.length > 0 || serves.includes(0) };
}

/** Who makes each name; reports those that are made twice, or that hide one from around. */
function makers({ given, nodes, where }: Scope, around: readonly Names[], report: Report): Names {
  const maker = new Map<string, number>();
  for (const name of given) maker.set(name, GIVEN);
  nodes.forEach((node, i) => {
    for (const name of node.outputs) {
      if (name === '') continue;
      if (maker.has(name)) report.repeated.push({ name, node, where });
      else maker.set(name, i);
    }
  });
  if (around.length === 0) return maker;
  for (const name of maker.keys())
    if (name !== '' && around.some((names) => names.has(name)))
      report.shadowing.push({ name, node: null, where });
  return maker;
}

/** Kahn's algorithm: the nodes that can never run, because they are on a cycle or behind one. */
function onCycles(needs: readonly (readonly string[])[], makers: Names): ReadonlySet<number> {
  const waiting = needs.map(() => 0);
  const followers = needs.map((): number[] => []);
  needs.forEach((names, i) => {
    for (const name of new Set(names)) {
      const maker = makers.get(name);
      if (maker === undefined || maker === GIVEN) continue;
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
  makers: Names,
): number[] {
  const path: number[] = [];
  const position = new Map<number, number>();
  let [at] = stuck;
  while (at !== undefined && !position.has(at)) {
    position.set(at, path.length);
    path.push(at);
    at = needs[at]!.map((name) => makers.get(name)).find((maker) => maker !== undefined && stuck.has(maker));
  }
  return at === undefined ? [] : path.slice(position.get(at)).reverse();
}

function deadNodes(nodes: readonly Node[], outputs: readonly string[], walk: Walk): Node[] {
  const live = new Set<number>();
  const open = [...outputs];
  while (open.length > 0) {
    const maker = walk.maker.get(open.pop()!);
    if (maker === undefined || maker === GIVEN || live.has(maker)) continue;
    live.add(maker);
    for (const name of walk.needs[maker]!) open.push(name);
  }
  return nodes.filter((_, i) => !live.has(i));
}
