/** Memory and time that a small file can ask for: judged from constants, without running anything. */
import { attributeOf, type Graph, type ModelGraph } from '../graph.ts';
import { elementCount, rawBytes } from '../tensor-size.ts';
import { nodeLists } from '../walks.ts';
import { type CheckContext, inside, type ModelCheck, nodeName, type Sighting, showNode } from './check.ts';
import type { ConstantFacts, Known } from './constant-shapes.ts';

const GIB = 2n ** 30n;
/** ONNX Runtime folds a constant of up to 1 GiB by default. */
const LARGE = GIB;
/** More than a service of ordinary size has. */
const BOMB = 4n * GIB;
/** Multiply-adds of constants at load: about 10 s on one core. */
const FOLD_COST = 10n ** 11n;
/** More iterations than a scoring call has time for. */
const MANY_TRIPS = 10_000_000n;

const bytesOf = ({ shape, element }: Known): bigint =>
  rawBytes(element, elementCount(shape) ?? 0n) ?? elementCount(shape) ?? 0n;

const gib = (bytes: bigint) => {
  const tenths = (bytes * 10n) / GIB;
  const text = `${tenths / 10n}.${tenths % 10n}`;
  return text.length > 12 ? `about 10^${text.length - 3} GiB` : `${text} GiB`;
};

async function perGraph(
  model: ModelGraph,
  context: CheckContext,
  judge: (
    facts: ConstantFacts,
    graph: Graph,
    where: string,
  ) => Iterable<Sighting> | Promise<Iterable<Sighting>>,
): Promise<Sighting[]> {
  const found: Sighting[] = [];
  for (const { graph, where } of nodeLists(model)) {
    if (graph) found.push(...(await judge(await context.constants(graph), graph, where)));
  }
  return found;
}

/** A row that names nodes whose result has a size between two bounds. */
const bySize =
  (least: bigint, most: bigint | null): ModelCheck['run'] =>
  (model, context) =>
    perGraph(model, context, ({ made }, _, where) =>
      made
        .filter(({ node, known }) => {
          const bytes = bytesOf(known);
          return node.opType !== 'Constant' && bytes >= least && (most === null || bytes < most);
        })
        .map(({ node, known }) => ({
          message: `${showNode(node)}${inside(where)} makes at least ${gib(bytesOf(known))} from constants.`,
          at: nodeName(node),
        })),
    );

export const MEMORY_CHECKS: readonly ModelCheck[] = [
  {
    id: 'memory-bomb',
    severity: 'error',
    what: 'No node makes 4 GiB or more out of constants (ConstantOfShape, Expand, Tile, Range, Pad, Resize, Concat, …).',
    why: 'A file of 200 bytes takes the machine down.',
    fix: 'Look at the shape it is given; do not run this model where memory is shared.',
    others: 'ONNX Runtime caps folding at 1 GB a node, and allocates at run; no other tool looks.',
    run: bySize(BOMB, null),
  },
  {
    id: 'memory-large',
    severity: 'warning',
    what: 'No node makes 1 GiB or more out of constants.',
    why: 'Every copy of the service holds it.',
    fix: 'Store it smaller, or let it be computed per row.',
    others: 'No other tool looks.',
    run: bySize(LARGE, BOMB),
  },
  {
    id: 'fold-memory',
    severity: 'error',
    what: 'All that an optimiser computes at load is under 4 GiB.',
    why: 'ONNX Runtime limits each folded constant, not their sum: 12 of 0.88 GB took 6 GB.',
    fix: 'Set `optimization.constant_folding_max_output_size_in_bytes`, or remove the constant nodes.',
    others: 'ONNX Runtime exhausts memory; no other tool looks.',
    run: (model, context) =>
      perGraph(model, context, ({ made }, _, where) => {
        const folded = made.filter(
          ({ node, known }) => known.constant && node.opType !== 'Constant' && bytesOf(known) < BOMB,
        );
        const bytes = folded.reduce((sum, { known }) => sum + bytesOf(known), 0n);
        return bytes >= BOMB
          ? [
              {
                message: `${folded.length} nodes${inside(where)} make ${gib(bytes)} from constants at load.`,
                at: nodeName(folded[0]!.node),
              },
            ]
          : [];
      }),
  },
  {
    id: 'fold-cost',
    severity: 'warning',
    what: 'Multiplying constants at load takes under 10^11 multiply-adds.',
    why: 'ONNX Runtime seems to hang while it loads: 200 products of 4000 x 4000 took over 40 s.',
    fix: 'Multiply them before the export.',
    others: 'No other tool looks.',
    run: (model, context) =>
      perGraph(model, context, ({ made, known }, _, where) => {
        const products = made.filter(({ node, known: out }) => node.opType === 'MatMul' && out.constant);
        const cost = products.reduce(
          (sum, { node, known: out }) =>
            sum + (elementCount(out.shape) ?? 0n) * (known.get(node.inputs[0] ?? '')?.shape.at(-1) ?? 0n),
          0n,
        );
        return cost >= FOLD_COST
          ? [
              {
                message: `${products.length} products of constants${inside(where)} take ${cost} multiply-adds at load.`,
                at: nodeName(products[0]!.node),
              },
            ]
          : [];
      }),
  },
  {
    id: 'loop-endless',
    severity: 'error',
    what: 'A Loop has a condition that can change, or a trip count under ten million.',
    why: 'The call never returns, and a growing output takes all memory.',
    fix: 'Give the Loop a condition or a sane trip count.',
    others: 'No other tool looks; ONNX Runtime runs it for ever.',
    run: (model, context) =>
      perGraph(model, context, async ({ known, integers }, graph, where) => {
        const found: Sighting[] = [];
        for (const node of graph.nodes) {
          const body = attributeOf(node, 'body')?.graphs[0];
          if (node.opType !== 'Loop' || node.domain !== '' || !body || !passesOn(body)) continue;
          const [trips, going] = node.inputs;
          const condition = going ? (await integers(known.get(going)))?.[0] : 1n;
          const count = trips ? (await integers(known.get(trips)))?.[0] : null;
          // An unknown count or condition is the caller's business.
          if (condition === 0n || condition === undefined || count === undefined) continue;
          if (count !== null && count <= MANY_TRIPS) continue;
          const times = count === null ? 'for ever' : `${count} times`;
          found.push({ message: `${showNode(node)}${inside(where)} runs ${times}.`, at: nodeName(node) });
        }
        return found;
      }),
  },
];

/** The body hands its condition on unchanged, or always says true. */
function passesOn(body: Graph): boolean {
  const given = body.inputs[1]?.name;
  let name = body.outputs[0]?.name;
  for (let steps = 0; steps <= body.nodes.length; steps++) {
    if (name === undefined) return false;
    if (name === given) return true;
    if (body.initializers.some((tensor) => tensor.name === name)) return true;
    const maker = body.nodes.find(({ outputs }) => outputs.includes(name!));
    if (maker?.opType === 'Constant') return true;
    if (maker?.opType !== 'Identity') return false;
    name = maker.inputs[0];
  }
  return false;
}
