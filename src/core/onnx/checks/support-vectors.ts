/** Support vector machines of ai.onnx.ml: lists that must fit each other (onnx/docs/Operators-ml.md). */
import { type Attribute, attributeOf, type Node } from '../graph.ts';
import { nodeLists } from '../walks.ts';
import { inside, type ModelCheck, nodeName, type Sighting, showNode } from './check.ts';

/** How many values a list must have. More than are needed are left unread. */
type Wanted = readonly [list: string, how: keyof typeof FITS, wanted: number];

const FITS = {
  just: (length: number, wanted: number) => length === wanted,
  'at least': (length: number, wanted: number) => length >= wanted,
  'a multiple of': (length: number, wanted: number) => length > 0 && length % wanted === 0,
} as const;

export const SUPPORT_VECTOR_CHECKS: readonly ModelCheck[] = [
  {
    id: 'support-vectors',
    severity: 'error',
    what: 'Coefficients, vectors, offsets and probabilities of a support vector machine are as many as its vectors and classes need.',
    why: 'A runtime that does not count them reads past the end of a list.',
    fix: 'Export the model again; lists edited by hand have lost entries.',
    others: 'onnx.checker does not look; ONNX Runtime 1.30 counts when it makes the kernel.',
    run: (model) => {
      const found: Sighting[] = [];
      for (const { nodes, where } of nodeLists(model)) {
        for (const node of nodes) {
          const wanted = node.domain === 'ai.onnx.ml' ? WANTED.get(node.opType)?.(node) : null;
          const wrong = wanted?.map((one) => lengthFault(node, one)).find((one) => one !== null);
          if (wrong)
            found.push({ message: `${showNode(node)}${inside(where)} ${wrong}.`, at: nodeName(node) });
        }
      }
      return found;
    },
  },
];

/** By operator; null where the file keeps a list that would have to be added up. Without vectors the machine is linear. */
const WANTED: ReadonlyMap<string, (node: Node) => readonly Wanted[] | null> = new Map([
  ['SVMClassifier', ofClassifier],
  ['SVMRegressor', ofRegressor],
]);

function ofClassifier(node: Node): readonly Wanted[] | null {
  const perClass = attributeOf(node, 'vectors_per_class');
  if (perClass && perClass.omitted > 0) return null;
  const counts = perClass?.ints ?? [];
  const vectors = Number(counts.reduce((sum, count) => sum + count, 0n));
  const labels = lengthOf(node, 'classlabels_ints') > 0 ? 'classlabels_ints' : 'classlabels_strings';
  if (vectors === 0)
    return [
      [labels, 'at least', 1],
      ['coefficients', 'a multiple of', lengthOf(node, labels)],
      ['rho', 'at least', 1],
    ];
  const classes = counts.length;
  const pairs = (classes * (classes - 1)) / 2;
  const probable = lengthOf(node, 'prob_a') + lengthOf(node, 'prob_b') > 0;
  return [
    [labels, 'just', classes],
    ['support_vectors', 'a multiple of', vectors],
    ['coefficients', 'at least', (classes - 1) * vectors],
    ['rho', 'at least', pairs],
    ...(probable
      ? ([
          ['prob_a', 'just', pairs],
          ['prob_b', 'just', pairs],
        ] as const)
      : []),
  ];
}

function ofRegressor(node: Node): readonly Wanted[] {
  const vectors = Number(attributeOf(node, 'n_supports')?.int ?? 0n);
  const lists: readonly Wanted[] = [
    ['coefficients', 'at least', Math.max(vectors, 1)],
    ['rho', 'at least', 1],
  ];
  return vectors === 0 ? lists : [['support_vectors', 'a multiple of', vectors], ...lists];
}

function lengthFault(node: Node, [name, how, wanted]: Wanted): string | null {
  const length = lengthOf(node, name);
  return FITS[how](length, wanted) ? null : `has ${length} values in ${name} and needs ${how} ${wanted}`;
}

function lengthOf(node: Node, name: string): number {
  const list: Attribute | undefined = attributeOf(node, name);
  return list ? list.ints.length + list.floats.length + list.strings.length + list.omitted : 0;
}
