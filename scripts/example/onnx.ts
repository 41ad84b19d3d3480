/** Trained weights as ONNX: the columns of a session go in by name, [batch, 1] each, a probability comes out. */
import { DataType, type GraphInit, model, node, tensor, value } from '../onnx/builder.ts';
import { FLAG, ONE_HOT, SCALED, type Table, WIDTH } from './features.ts';
import type { Logistic } from './logistic.ts';
import { HIDDEN, type Mlp } from './mlp.ts';

type Nodes = NonNullable<GraphInit['node']>;
type Tensors = NonNullable<GraphInit['initializer']>;
interface Part {
  readonly nodes: Nodes;
  readonly tensors: Tensors;
}

const ELEMENT = { float: DataType.FLOAT, int64: DataType.INT64 } as const;
const floats = (name: string, data: ArrayLike<number>, dims: readonly number[]) =>
  tensor(name, Float32Array.from(data), dims);

export function logisticModel(table: Table, trained: Logistic): Uint8Array {
  return sessionModel(table, {
    nodes: [node('Gemm', ['features', 'weights', 'bias'], ['logit'])],
    tensors: [floats('weights', trained.weights, [WIDTH, 1]), floats('bias', [trained.bias], [1])],
  });
}

export function mlpModel(table: Table, trained: Mlp): Uint8Array {
  return sessionModel(table, {
    nodes: [
      node('Gemm', ['features', 'hidden_weights', 'hidden_bias'], ['hidden'], { transB: 1n }),
      node('Relu', ['hidden'], ['active']),
      node('Gemm', ['active', 'out_weights', 'out_bias'], ['logit']),
    ],
    tensors: [
      floats('hidden_weights', trained.hiddenWeights, [HIDDEN, WIDTH]),
      floats('hidden_bias', trained.hiddenBias, [HIDDEN]),
      floats('out_weights', trained.outWeights, [HIDDEN, 1]),
      floats('out_bias', [trained.outBias], [1]),
    ],
  });
}

/** Columns → `features` [batch, WIDTH] → `head` → `logit` → `probability` [batch, 1]. */
function sessionModel(table: Table, head: Part): Uint8Array {
  const before = preprocessing(table);
  return model(
    {
      name: 'sessions',
      input: [
        ...SCALED.map(({ column, type }) => value(column, ELEMENT[type], ['batch', 1])),
        value(FLAG.column, DataType.STRING, ['batch', 1]),
        ...ONE_HOT.map(({ column }) => value(column, DataType.INT64, ['batch', 1])),
      ],
      output: [value('probability', DataType.FLOAT, ['batch', 1])],
      node: [...before.nodes, ...head.nodes, node('Sigmoid', ['logit'], ['probability'])],
      initializer: [...before.tensors, ...head.tensors],
    },
    {
      opsetImport: [
        { domain: '', version: 17n },
        { domain: 'ai.onnx.ml', version: 3n },
      ],
    },
  );
}

/** The graph of `encode` in features.ts. */
function preprocessing({ mean, deviation }: Table): Part {
  const whole = SCALED.filter(({ type }) => type === 'int64').map(({ column }) => column);
  const asFloat = (column: string) => (whole.some((name) => name === column) ? `${column}_float` : column);
  const logged = SCALED.filter(({ log }) => log).map(({ column }) => asFloat(column));
  const plain = SCALED.filter(({ log }) => !log).map(({ column }) => asFloat(column));
  return {
    nodes: [
      ...whole.map((column) => node('Cast', [column], [asFloat(column)], { to: BigInt(DataType.FLOAT) })),
      node('Concat', logged, ['positive'], { axis: 1n }),
      node('Add', ['positive', 'one'], ['plus_one']),
      node('Log', ['plus_one'], ['logged']),
      node('Concat', ['logged', ...plain], ['unscaled'], { axis: 1n }),
      node('Sub', ['unscaled', 'mean'], ['centred']),
      node('Div', ['centred', 'deviation'], ['scaled']),
      {
        ...node('LabelEncoder', [FLAG.column], ['flag'], {
          keys_strings: [FLAG.is],
          values_floats: [1],
          default_float: 0,
        }),
        domain: 'ai.onnx.ml',
      },
      ...ONE_HOT.flatMap(({ column }) => [
        node('Equal', [column, `${column}_codes`], [`${column}_is`]),
        node('Cast', [`${column}_is`], [`${column}_one_hot`], { to: BigInt(DataType.FLOAT) }),
      ]),
      node('Concat', ['scaled', 'flag', ...ONE_HOT.map(({ column }) => `${column}_one_hot`)], ['features'], {
        axis: 1n,
      }),
    ],
    tensors: [
      floats('one', [1], []),
      floats('mean', mean, [mean.length]),
      floats('deviation', deviation, [deviation.length]),
      ...ONE_HOT.map(({ column, codes }) => {
        const numbers = BigInt64Array.from({ length: codes }, (_, i) => BigInt(i + 1));
        return tensor(`${column}_codes`, numbers, [codes]);
      }),
    ],
  };
}
