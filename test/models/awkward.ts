/** Sound models that onnxruntime-node cannot carry, or not completely. */
import { DataType, model, node, tensor, value } from '../../scripts/onnx/builder.ts';

const DEFAULT = { domain: '', version: 17n };

/** A classifier as scikit-learn exports it: `features` [batch, 2] → `label` [batch] and `probabilities`, a sequence of maps. */
export function zipMap(): Uint8Array {
  const map = {
    keyType: DataType.INT64,
    valueType: { value: { case: 'tensorType', value: { elemType: 1 } } },
  };
  return model(
    {
      name: 'zipmap',
      input: [value('features', DataType.FLOAT, ['batch', 2])],
      output: [
        value('label', DataType.INT64, ['batch']),
        {
          name: 'probabilities',
          type: {
            value: {
              case: 'sequenceType',
              value: { elemType: { value: { case: 'mapType', value: map as never } } },
            },
          },
        },
      ],
      node: [
        node('Softmax', ['features'], ['scores'], { axis: 1n }),
        node('ArgMax', ['scores'], ['label'], { axis: 1n, keepdims: 0n }),
        {
          ...node('ZipMap', ['scores'], ['probabilities'], { classlabels_int64s: [0n, 1n] }),
          domain: 'ai.onnx.ml',
        },
      ],
    },
    { opsetImport: [DEFAULT, { domain: 'ai.onnx.ml', version: 3n }] },
  );
}

/** `x` [batch] of float → `y` [batch] of bfloat16. */
export function bfloat16(): Uint8Array {
  return model({
    name: 'bfloat16',
    input: [value('x', DataType.FLOAT, ['batch'])],
    output: [value('y', DataType.BFLOAT16, ['batch'])],
    node: [node('Cast', ['x'], ['y'], { to: BigInt(DataType.BFLOAT16) })],
  });
}

/** `x` [batch] of float → `y` [batch] of int4. Fetching `y` aborts onnxruntime-node 1.30. */
export function int4(): Uint8Array {
  return model(
    {
      name: 'int4',
      input: [value('x', DataType.FLOAT, ['batch'])],
      output: [value('y', DataType.INT4, ['batch'])],
      node: [node('Cast', ['x'], ['y'], { to: BigInt(DataType.INT4) })],
    },
    { irVersion: 10n, opsetImport: [{ domain: '', version: 21n }] },
  );
}

/** An operator that no runtime has. Refused when it is loaded. */
export function unknownOperator(): Uint8Array {
  return model({
    name: 'unknown-operator',
    input: [value('x', DataType.FLOAT, ['batch'])],
    output: [value('y', DataType.FLOAT, ['batch'])],
    node: [node('Frobnicate', ['x'], ['y'])],
  });
}

/** `id` [batch] of int64 → row `id` of a table of `rows` rows. One past the end is refused when it runs. */
export function embedding(rows: number): Uint8Array {
  return model({
    name: 'embedding',
    input: [value('id', DataType.INT64, ['batch'])],
    output: [value('row', DataType.FLOAT, ['batch', 2])],
    initializer: [tensor('table', new Float32Array(rows * 2), [rows, 2])],
    node: [node('Gather', ['table', 'id'], ['row'], { axis: 0n })],
  });
}
