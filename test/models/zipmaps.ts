/** Classifiers in the shapes that exporters give them. */
import { DataType, type GraphInit, model, node, tensor, value } from '../../scripts/onnx/builder.ts';

const ML = { domain: 'ai.onnx.ml', version: 3n };
const DEFAULT = { domain: '', version: 17n };

/** A sequence of maps to float, with keys of text or int64. */
export const mapOutput = (name: string, keyType: DataType = DataType.INT64) => ({
  name,
  type: {
    value: {
      case: 'sequenceType' as const,
      value: {
        elemType: {
          value: {
            case: 'mapType' as const,
            value: { keyType, valueType: { value: { case: 'tensorType' as const, value: { elemType: 1 } } } },
          },
        },
      },
    },
  },
});

const zip = (from: string, to: string, labels: bigint[] | string[]) => ({
  ...node('ZipMap', [from], [to], {
    [typeof labels[0] === 'bigint' ? 'classlabels_int64s' : 'classlabels_strings']: labels,
  }),
  domain: ML.domain,
});

/** As skl2onnx writes a logistic regression: LinearClassifier, Normalizer, ZipMap; the domain ai.onnx.ml alone. */
export const linear = (labels: bigint[] | string[]) => {
  const text = typeof labels[0] === 'string';
  const count = labels.length;
  return model(
    {
      name: 'linear',
      input: [value('x', DataType.FLOAT, [null, 2])],
      output: [
        value('label', text ? DataType.STRING : DataType.INT64, [null]),
        mapOutput('scores', text ? DataType.STRING : DataType.INT64),
      ],
      node: [
        {
          ...node('LinearClassifier', ['x'], ['label', 'raw'], {
            coefficients: Array.from({ length: count * 2 }, (_, i) => (i % 3) - 0.5),
            intercepts: Array.from({ length: count }, () => 0.25),
            post_transform: 'SOFTMAX',
            ...(text
              ? { classlabels_strings: labels as string[] }
              : { classlabels_ints: labels as bigint[] }),
          }),
          domain: ML.domain,
        },
        { ...node('Normalizer', ['raw'], ['normal'], { norm: 'L1' }), domain: ML.domain },
        zip('normal', 'scores', labels),
      ],
    },
    { opsetImport: [ML] },
  );
};

/** Two ZipMaps over one tensor, which is an output as well; the rest of the graph after them. */
export const twice = () =>
  model(
    {
      name: 'twice',
      input: [value('x', DataType.FLOAT, ['rows', 2])],
      output: [mapOutput('one'), value('p', DataType.FLOAT, ['rows', 2]), mapOutput('two')],
      node: [node('Softmax', ['x'], ['p']), zip('p', 'one', [0n, 1n]), zip('p', 'two', [10n, 11n])],
    } as GraphInit,
    { opsetImport: [DEFAULT, ML] },
  );

/** A multi-output classifier of scikit-learn: a sequence of two tensors. */
export const sequence = () =>
  model({
    name: 'sequence',
    input: [value('x', DataType.FLOAT, ['rows', 2])],
    output: [
      {
        name: 'all',
        type: {
          value: {
            case: 'sequenceType' as const,
            value: { elemType: { value: { case: 'tensorType' as const, value: { elemType: 1 } } } },
          },
        },
      },
    ],
    initializer: [tensor('two', Float32Array.of(2), [1])],
    node: [
      node('Softmax', ['x'], ['first']),
      node('Mul', ['x', 'two'], ['second']),
      node('SequenceConstruct', ['first', 'second'], ['all']),
    ],
  });
