/** The values in tensors. */
import type { Tensor } from '../graph.ts';
import type { ValueStatistics } from '../weights/statistics.ts';
import { type CheckContext, type ModelCheck, type Sighting, showSome } from './check.ts';

/** One finding for all tensors whose statistics are of a kind. */
async function together(
  context: CheckContext,
  are: (statistics: ValueStatistics) => number,
  sentence: (tensors: number, elements: number, names: string) => string,
): Promise<Sighting[]> {
  const hits = [...(await context.weights()).statistics].filter(([, statistics]) => are(statistics) > 0);
  const [first] = hits;
  if (first === undefined) return [];
  const elements = hits.reduce((sum, [, statistics]) => sum + are(statistics), 0);
  return [
    {
      message: sentence(hits.length, elements, showSome(hits.map(([{ name }]) => name))),
      at: first[0].name,
    },
  ];
}

/** Smaller tensors repeat by chance or by nature, such as biases of zero. */
const DUPLICATE_LEAST = 4096;

export const WEIGHT_CHECKS: readonly ModelCheck[] = [
  {
    id: 'weights-nan',
    severity: 'warning',
    what: 'No weight is NaN.',
    why: 'It spreads to every answer it touches; training has diverged.',
    fix: 'Look at the training loss; take an earlier checkpoint.',
    others: 'No other tool looks.',
    run: (_, context) =>
      together(
        context,
        ({ nan }) => nan,
        (tensors, elements, names) => `${elements} weights in ${tensors} tensors are NaN: ${names}.`,
      ),
  },
  {
    id: 'weights-infinite',
    severity: 'info',
    what: 'No weight is infinite.',
    why: 'Masks may be meant so; elsewhere it becomes NaN when multiplied by 0.',
    fix: 'Use a large finite number for masks.',
    others: 'No other tool looks.',
    run: (_, context) =>
      together(
        context,
        ({ infinite }) => infinite,
        (tensors, elements, names) => `${elements} weights in ${tensors} tensors are infinite: ${names}.`,
      ),
  },
  {
    id: 'weights-zero',
    severity: 'info',
    what: 'No tensor of at least 64 weights is all zero.',
    why: 'A layer that was never trained, or lost in the export.',
    fix: 'Check that the checkpoint was loaded before the export.',
    others: 'No other tool looks.',
    run: (_, context) =>
      together(
        context,
        ({ zero, elements }) => (elements >= 64 && zero === elements ? 1 : 0),
        (tensors, _elements, names) => `${tensors} tensors are all zero: ${names}.`,
      ),
  },
  {
    id: 'weights-denormal',
    severity: 'info',
    what: 'At most 1 in 100 weights of a tensor is denormal.',
    why: 'Arithmetic on them is up to a hundred times slower on some processors.',
    fix: 'Set weights under 1e-37 to zero, or set `session.set_denormal_as_zero` in ONNX Runtime.',
    others: 'No other tool looks.',
    run: (_, context) =>
      together(
        context,
        ({ denormal, elements }) => (denormal * 100 > elements ? denormal : 0),
        (tensors, elements, names) => `${elements} weights in ${tensors} tensors are denormal: ${names}.`,
      ),
  },
  {
    id: 'weights-duplicate',
    severity: 'info',
    what: 'No two tensors of 4 KiB or more hold the same bytes.',
    why: 'It is size without effect; tied weights were untied by the exporter.',
    fix: 'Let both nodes use one initializer (OnnxSlim does).',
    others: 'OnnxSlim ties them; no checker looks.',
    run: async (_, context) => {
      const first = new Map<string, Tensor>();
      const twice: Tensor[] = [];
      let bytes = 0;
      for (const [tensor, statistics] of (await context.weights()).statistics) {
        if (statistics.bytes < DUPLICATE_LEAST) continue;
        const key = `${tensor.type} ${tensor.dims.join()} ${statistics.bytes} ${statistics.fingerprint}`;
        if (!first.has(key)) first.set(key, tensor);
        else {
          twice.push(tensor);
          bytes += statistics.bytes;
        }
      }
      return twice.length === 0
        ? []
        : [
            {
              message: `${twice.length} tensors repeat another one (${bytes} bytes): ${showSome(twice.map(({ name }) => name))}.`,
              at: twice[0]!.name,
            },
          ];
    },
  },
];
