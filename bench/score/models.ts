/** Click models of ordinary size, with seeded weights: what they answer does not matter, what they cost does. */
import { resolve } from 'node:path';
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';
import { seededRandom } from '../../src/core/stats/random.ts';

const FLOATS = 17;
/** Sizes of the embedding tables of the DeepFM: those of a small shop. */
const CARDINALITIES = [48, 218, 218, 5, 218, 5, 15, 7, 3, 6] as const;
const DENSE = 6;
const DIMENSION = 8;

/** The columns of the holdout that feed each model. */
export const COLUMNS = {
  features: Array.from({ length: FLOATS }, (_, i) => `f${i}`),
  ids: CARDINALITIES.map((_, i) => `id${i}`),
  dense: Array.from({ length: DENSE }, (_, i) => `f${i}`),
} as const;

export const ROOT = resolve(import.meta.dirname, '../..');

/** Of the trained DeepFM, in the order that it was trained on. */
const SHOP_DENSE = ['log_step', 'price', 'price_ratio', 'log_pop', 'co_last', 'co_prev'];

/** What feeds a model beside the columns that have its inputs' names. */
export function inputsOf(path: string) {
  if (/mlp2?\.onnx$/.test(path)) return { features: [...COLUMNS.features] };
  return { dense: path.includes('eshop') ? SHOP_DENSE : [...COLUMNS.dense] };
}

/** SQL of `rows` rows with every column of COLUMNS and a label, the same on each run. */
export function holdoutQuery(rows: number): string {
  const noise = (salt: number) => `(hash(i, ${salt}) % 1000003)`;
  const columns = [
    ...COLUMNS.features.map((name, i) => `(${noise(i)} / 500001.5 - 1)::FLOAT AS ${name}`),
    ...CARDINALITIES.map((size, i) => `(${noise(100 + i)} % ${size})::BIGINT AS id${i}`),
    `(${noise(999)} % 20 = 0)::INTEGER AS label`,
  ];
  return `SELECT ${columns.join(', ')} FROM range(${rows}) t(i)`;
}

function weights(seed: number) {
  const { uniform } = seededRandom(seed);
  return (name: string, ...dims: number[]) => {
    const size = dims.reduce((product, dim) => product * dim, 1);
    const scale = 2 / Math.sqrt(dims[0]!);
    return tensor(
      name,
      Float32Array.from({ length: size }, () => (uniform() - 0.5) * scale),
      dims,
    );
  };
}

const layer = (from: string, name: string) => [
  node('Gemm', [from, `${name}_w`, `${name}_b`], [`${name}_sum`]),
  node('Relu', [`${name}_sum`], [name]),
];

/** `features` [batch, 17] → 128 → 64 → `probability` [batch, 1]. */
export function mlp(seed: number): Uint8Array {
  const w = weights(seed);
  return model({
    name: 'mlp',
    input: [value('features', DataType.FLOAT, ['batch', FLOATS])],
    output: [value('probability', DataType.FLOAT, ['batch', 1])],
    initializer: [
      w('h1_w', FLOATS, 128),
      w('h1_b', 128),
      w('h2_w', 128, 64),
      w('h2_b', 64),
      w('out_w', 64, 1),
      w('out_b', 1),
    ],
    node: [
      ...layer('features', 'h1'),
      ...layer('h1', 'h2'),
      node('Gemm', ['h2', 'out_w', 'out_b'], ['logit']),
      node('Sigmoid', ['logit'], ['probability']),
    ],
  });
}

/**
 * DeepFM: ten `id…` [batch] of int64 and `dense` [batch, 6] → `ctr` [batch, 1]. Factorisation machine over the
 * embeddings (half of square of sum less sum of squares), and 86 → 64 → 32 → 1 beside it (Guo et al. 2017).
 */
export function deepfm(seed: number): Uint8Array {
  const w = weights(seed);
  const embedded = CARDINALITIES.map((_, i) => `e${i}`);
  const width = embedded.length * DIMENSION + DENSE;
  return model({
    name: 'deepfm',
    input: [
      ...COLUMNS.ids.map((name) => value(name, DataType.INT64, ['batch'])),
      value('dense', DataType.FLOAT, ['batch', DENSE]),
    ],
    output: [value('ctr', DataType.FLOAT, ['batch', 1])],
    initializer: [
      ...CARDINALITIES.map((size, i) => w(`table${i}`, size, DIMENSION)),
      tensor('half', Float32Array.of(0.5), [1]),
      w('h1_w', width, 64),
      w('h1_b', 64),
      w('h2_w', 64, 32),
      w('h2_b', 32),
      w('out_w', 32, 1),
      w('out_b', 1),
    ],
    node: [
      ...COLUMNS.ids.map((name, i) => node('Gather', [`table${i}`, name], [`e${i}`])),
      node('Concat', embedded, ['flat'], { axis: 1n }),
      node('Sum', embedded, ['sum']),
      node('ReduceSumSquare', ['sum'], ['square_of_sum'], { axes: [1n] }),
      node('ReduceSumSquare', ['flat'], ['sum_of_squares'], { axes: [1n] }),
      node('Sub', ['square_of_sum', 'sum_of_squares'], ['interactions']),
      node('Mul', ['interactions', 'half'], ['fm']),
      node('Concat', ['flat', 'dense'], ['deep'], { axis: 1n }),
      ...layer('deep', 'h1'),
      ...layer('h1', 'h2'),
      node('Gemm', ['h2', 'out_w', 'out_b'], ['deep_logit']),
      node('Add', ['fm', 'deep_logit'], ['logit']),
      node('Sigmoid', ['logit'], ['ctr']),
    ],
  });
}
