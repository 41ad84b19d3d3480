/** Tree ensembles of ai.onnx.ml: parallel lists that must fit each other (onnx/docs/Operators-ml.md). */
import { type Attribute, attributeOf, type Node } from '../graph.ts';
import { nodeLists } from '../walks.ts';
import { inside, type ModelCheck, nodeName, type Sighting, showNode } from './check.ts';

const ENSEMBLES = new Set(['TreeEnsembleClassifier', 'TreeEnsembleRegressor']);
/** Of these an ensemble has one for each node; they may be left out. */
const PER_NODE =
  /^nodes_(featureids|falsenodeids|hitrates|missing_value_tracks_true|modes|nodeids|treeids|truenodeids|values)$/;
const GROUPS = [PER_NODE, /^class_(ids|nodeids|treeids|weights)$/, /^target_(ids|nodeids|treeids|weights)$/];

const lengthOf = ({ ints, floats, strings, omitted }: Attribute) =>
  ints.length + floats.length + strings.length + omitted;

export const TREE_CHECKS: readonly ModelCheck[] = [
  {
    id: 'tree-ensemble',
    severity: 'error',
    what: 'Lists of a tree ensemble are of one length, branches lead to nodes of the same tree, and none comes round.',
    why: 'A runtime reads past the end of a list, or never reaches a leaf.',
    fix: 'Export the model again; lists edited by hand have lost entries.',
    others: 'onnx.checker does not look; ONNX Runtime finds some when it makes the kernel.',
    run: (model) => {
      const found: Sighting[] = [];
      for (const { nodes, where } of nodeLists(model)) {
        for (const node of nodes) {
          if (node.domain !== 'ai.onnx.ml' || !ENSEMBLES.has(node.opType)) continue;
          const wrong = lengthFault(node) ?? branchFault(node);
          if (wrong)
            found.push({ message: `${showNode(node)}${inside(where)} ${wrong}.`, at: nodeName(node) });
        }
      }
      return found;
    },
  },
];

function lengthFault(node: Node): string | null {
  for (const group of GROUPS) {
    const lists = node.attributes.filter(
      (attribute) => group.test(attribute.name) && lengthOf(attribute) > 0,
    );
    const odd = lists.find((list) => lengthOf(list) !== lengthOf(lists[0]!));
    if (odd)
      return `has ${lengthOf(lists[0]!)} values in ${lists[0]!.name} and ${lengthOf(odd)} in ${odd.name}`;
  }
  return null;
}

/** Of the nodes whose lists were kept whole: a long ensemble is judged by its lengths alone. */
function branchFault(node: Node): string | null {
  const lists = ['treeids', 'nodeids', 'modes', 'truenodeids', 'falsenodeids'].map((name) =>
    attributeOf(node, `nodes_${name}`),
  );
  const [trees, ids, modes, whenTrue, whenFalse] = lists;
  if (!trees || !ids || !modes || !whenTrue || !whenFalse) return 'lacks one of the lists of its nodes';
  if (lists.some((list) => list!.omitted > 0)) return null;
  const places = new Map(ids.ints.map((id, at) => [`${trees.ints[at]} ${id}`, at]));
  if (places.size < ids.ints.length) return 'has two nodes of one number in a tree';
  const next: number[][] = [];
  for (const [at, mode] of modes.strings.entries()) {
    const tree = trees.ints[at]!;
    next.push([]);
    if (mode === 'LEAF') continue;
    for (const branch of [whenTrue.ints[at]!, whenFalse.ints[at]!]) {
      const to = places.get(`${tree} ${branch}`);
      if (to === undefined) return `leads to node ${branch} of tree ${tree}, which is not there`;
      next[at]!.push(to);
    }
  }
  const round = onCycle(next);
  return round === null ? null : `comes round to node ${ids.ints[round]} of tree ${trees.ints[round]}`;
}

/** A node from which a way leads back to it, by depth-first search; null when there is none. */
function onCycle(next: readonly (readonly number[])[]): number | null {
  const state = new Uint8Array(next.length);
  for (const start of next.keys()) {
    const open = state[start] === NEW ? [start] : [];
    while (open.length > 0) {
      const at = open[open.length - 1]!;
      if (state[at] !== NEW) {
        state[at] = DONE;
        open.pop();
        continue;
      }
      state[at] = OPEN;
      for (const to of next[at]!) {
        if (state[to] === OPEN) return to;
        if (state[to] === NEW) open.push(to);
      }
    }
  }
  return null;
}
const NEW = 0;
const OPEN = 1;
const DONE = 2;
