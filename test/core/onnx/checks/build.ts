/** Small models for checks, each a change of a sound one. */
import { model, node, tensor } from '../../../../scripts/onnx/builder.ts';
import { adding, longs, sound } from './judge.ts';

export const floats = (...values: number[]) => Float32Array.from(values);
export const opsets = (...all: [string, bigint | number][]) => ({
  opsetImport: all.map(([domain, version]) => ({ domain, version: BigInt(version) })),
});
export const ext = (pairs: Record<string, string>, dims = [2n], dataType = 1) =>
  adding({
    name: 'w',
    dims,
    dataType,
    dataLocation: 1,
    externalData: Object.entries(pairs).map(([key, value]) => ({ key, value })),
  });
export const sparse = (indices: readonly number[], dims: readonly bigint[] = [4n]) =>
  model(
    sound({
      sparseInitializer: [
        {
          values: tensor('w', floats(...indices), [indices.length]),
          indices: longs('', indices),
          dims: [...dims],
        },
      ],
      node: [node('Add', ['x', 'w'], ['y'])],
    }),
  );
export const fn = (name: string, body: ReturnType<typeof node>[], more = {}) => ({
  name,
  domain: 'f',
  input: ['a'],
  output: ['b'],
  node: body,
  ...opsets(['', 17], ['f', 1]),
  ...more,
});
export const call = (name: string, from: string, to: string) => ({
  ...node(name, [from], [to]),
  domain: 'f',
  name: '',
});
export const calling = (functions: ReturnType<typeof fn>[], nodes = [call('F', 'x', 'y')]) =>
  model(sound({ node: nodes }), { ...opsets(['', 17], ['f', 1]), functions });
export const shapeBomb = (op: string, inputs: ReturnType<typeof tensor>[], attributes = {}) =>
  model(
    sound({
      initializer: inputs,
      node: [
        node(
          op,
          inputs.map(({ name }) => name!),
          ['big'],
          attributes,
        ),
        node('Add', ['x', 'big'], ['y']),
      ],
    }),
  );

type Attributes = NonNullable<Parameters<typeof node>[3]>;

/** One tree of three nodes: feature 0 at most 0.5, then one of two leaves. */
export const ensemble = (change: Attributes = {}) =>
  model(
    sound({
      node: [
        {
          ...node('TreeEnsembleRegressor', ['x'], ['y'], {
            nodes_treeids: [0n, 0n, 0n],
            nodes_nodeids: [0n, 1n, 2n],
            nodes_featureids: [0n, 0n, 0n],
            nodes_modes: ['BRANCH_LEQ', 'LEAF', 'LEAF'],
            nodes_values: [0.5, 0, 0],
            nodes_truenodeids: [1n, 0n, 0n],
            nodes_falsenodeids: [2n, 0n, 0n],
            target_ids: [0n, 0n],
            target_nodeids: [1n, 2n],
            target_treeids: [0n, 0n],
            target_weights: [1, 2],
            ...change,
          }),
          domain: 'ai.onnx.ml',
        },
      ],
    }),
    opsets(['', 17], ['ai.onnx.ml', 3]),
  );

/** Three vectors of one feature, in two classes. */
export const supportVectors = (change: Attributes = {}) =>
  learning('SVMClassifier', ['labels', 'y'], {
    classlabels_ints: [0n, 1n],
    vectors_per_class: [2n, 1n],
    support_vectors: [0.5, 1, 2],
    coefficients: [1, 1, -2],
    rho: [0.1],
    prob_a: [-1],
    prob_b: [0],
    kernel_params: [0.5, 0, 3],
    ...change,
  });

/** Two vectors of two features. */
export const supportRegressor = (change: Attributes = {}) =>
  learning('SVMRegressor', ['y'], {
    n_supports: 2n,
    support_vectors: [0.5, 1, 2, 3],
    coefficients: [1, -1],
    rho: [0.1],
    kernel_params: [0.5, 0, 3],
    ...change,
  });

const learning = (operator: string, outputs: string[], attributes: Attributes) =>
  model(
    sound({ node: [{ ...node(operator, ['x'], outputs, attributes), domain: 'ai.onnx.ml' }] }),
    opsets(['', 17], ['ai.onnx.ml', 3]),
  );

export const convolving = (attributes: Attributes) =>
  model(
    sound({
      initializer: [tensor('w', floats(1, 2, 3), [1, 1, 3])],
      node: [node('Conv', ['x', 'w'], ['y'], attributes)],
    }),
  );
