import type { ByteSource } from '../byte-source.ts';
import type { ExternalFacts, ExternalFiles } from '../external-files.ts';
import type { Graph, ModelGraph, Tensor } from '../graph.ts';
import type { Weights } from '../weights/read.ts';
import type { CallGraph } from './call-graph.ts';
import type { ConstantFacts } from './constant-shapes.ts';
import type { Flow } from './flow.ts';

/** What a check saw, before the table adds its id, severity and remedy. */
export interface Sighting {
  /** One sentence; names of the model go through `show`. */
  readonly message: string;
  /** Node, tensor or input name, as the model spells it. */
  readonly at: string | null;
}

/** Facts that several checks share, each made once. */
export interface CheckContext {
  readonly source: ByteSource;
  readonly external: ExternalFiles;
  readonly flow: Flow;
  readonly calls: CallGraph;
  /** Facts by location, only for locations that are safe to look at. */
  readonly facts: ReadonlyMap<string, ExternalFacts>;
  /** Values of an integer or boolean tensor of at most 1,024 elements; null when it is another or cannot be read. */
  integers(tensor: Tensor): Promise<readonly bigint[] | null>;
  /** What follows from constants in one graph, worked out when first asked for. */
  constants(graph: Graph): Promise<ConstantFacts>;
  /** One pass over all weights, made when first asked for. */
  weights(): Promise<Weights>;
}

/** A row of the table of checks. */
export interface Check<Subject> {
  /** Kebab-case; what a policy and a finding name. */
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** What must hold. */
  readonly what: string;
  /** What goes wrong otherwise. */
  readonly why: string;
  /** What to do. */
  readonly fix: string;
  /** What other tools say of it. */
  readonly others: string;
  run(subject: Subject, context: CheckContext): Iterable<Sighting> | Promise<Iterable<Sighting>>;
}

export type ModelCheck = Check<ModelGraph>;

const SHOWN = 80;

/** A foreign name for a sentence: quoted, clipped, control and bidirectional characters spelled out. */
export function show(name: string): string {
  const clipped = name.length > SHOWN ? `${name.slice(0, SHOWN)}…` : name;
  return `"${clipped.replace(UNSEEN, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`)}"`;
}

/** Characters that do not show, or that reorder what stands around them. */
export const UNSEEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Up to five names for a sentence, and how many more there are. */
export function showSome(names: readonly string[]): string {
  const more = names.length - 5;
  return names.slice(0, 5).map(show).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

export const showNode = (node: {
  readonly name: string;
  readonly opType: string;
  readonly outputs: readonly string[];
}): string => `${clipOperator(node.opType)} ${show(nodeName(node))}`;

/** The node's name, or its first output where it has none. */
export const nodeName = (node: { readonly name: string; readonly outputs: readonly string[] }): string =>
  node.name || node.outputs.find((output) => output !== '') || '';

/** Sizes of a tensor; the first eight are enough to tell which. */
export const showShape = (dims: readonly bigint[]): string =>
  `[${dims.slice(0, 8).join(', ')}${dims.length > 8 ? ', …' : ''}]`;

const clipOperator = (opType: string) => (/^\w{1,60}$/.test(opType) ? opType : show(opType));

/** ` (in function f)` for findings away from the main graph. */
export const inside = (where: string): string => (where === '' ? '' : ` (in ${show(where).slice(1, -1)})`);

/** The names that occur more than once, each once, in order of their second appearance. */
export function repeated(names: Iterable<string>): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) twice.add(name);
    seen.add(name);
  }
  return [...twice];
}
