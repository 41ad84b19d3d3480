import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { hasRealworld, open, realworld, values } from './open.ts';

const at = (...path: string[]) => join(realworld, ...path);

const shopper = 'features float32 [batch,17]';
const ids = (names: string) => names.split(' ').map((name) => `${name} int64 [batch]`);
const deep = ids('country last_item prev_item last_category item category colour location photo page');
const visitor = [
  ...[
    'Administrative',
    'Administrative_Duration',
    'Informational',
    'Informational_Duration',
    'ProductRelated',
    'ProductRelated_Duration',
    'BounceRates',
    'ExitRates',
    'PageValues',
    'SpecialDay',
  ].map((name) => `${name} float32 [?,1]`),
  ...['Month', 'VisitorType'].map((name) => `${name} string [?,1]`),
  ...['OperatingSystems', 'Browser', 'Region', 'TrafficType'].map((name) => `${name} int64 [?,1]`),
];

const SIGNATURES: readonly [name: string, inputs: string[], outputs: string[]][] = [
  ['shopper_mlp_base', [shopper], ['probability float32 [batch,1]']],
  ['shopper_mlp_base_fp16io', ['features float16 [batch,17]'], ['probability float16 [batch,1]']],
  ['shopper_mlp_base_nan', [shopper], ['probability float32 [batch,1]']],
  ['shopper_mlp_base_static32', ['features float32 [32,17]'], ['probability float32 [32,1]']],
  ['shopper_mlp_degraded', [shopper], ['probability float32 [batch,1]']],
  ['shopper_mlp_wide', [shopper], ['probability float32 [batch,1]']],
  ['shopper_mlp_wide_logits', [shopper], ['logit float32 [batch,1]']],
  ['shopper_gbdt', ['features float32 [N,17]'], ['label int64 [N]', 'probabilities float32 [N,2]']],
  ['shopper_lr', visitor, ['label int64 [?]', 'probabilities float32 [?,2]']],
  ['shopper_lr_zipmap', visitor, ['label int64 [?]', 'output_probability null []']],
  [
    'eshop_fm_base',
    [...ids('country last_category item category colour location photo page'), 'dense float32 [batch,4]'],
    ['ctr float32 [batch,1]'],
  ],
  ['eshop_deepfm', [...deep, 'dense float32 [batch,6]'], ['ctr float32 [batch,1]']],
  ['eshop_rank_base', [...ids('item'), 'dense float32 [batch,1]'], ['score float32 [batch,1]']],
  ['eshop_rank_cand', [...deep, 'dense float32 [batch,6]'], ['score float32 [batch,1]']],
  ['eshop_next_base', ['features float32 [batch,11]'], ['probabilities float32 [batch,5]']],
  ['eshop_next_cand', ['features float32 [batch,11]'], ['probabilities float32 [batch,5]']],
];

const FEATURES = `Administrative, Administrative_Duration, Informational, Informational_Duration, ProductRelated,
  ProductRelated_Duration, BounceRates, ExitRates, PageValues, SpecialDay, month_idx, OperatingSystems, Browser,
  Region, TrafficType, visitor_idx, weekend_idx`;

describe.skipIf(!hasRealworld)('real models', () => {
  it.each(SIGNATURES)('%s opens with its signature', async (name, inputs, outputs) => {
    const { signature } = await open(at('models', `${name}.onnx`));
    const [given, fetched] = [signature.inputs, signature.outputs].map((infos) =>
      infos.map((info) => `${info.name} ${info.type} [${info.shape.map((size) => size ?? '?')}]`),
    );
    expect(given).toEqual(inputs);
    expect(fetched).toEqual(outputs);
  });

  it('score 100 rows as the library that trained them did', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const rows = async (columns: string, file: string) =>
      (await connection.runAndReadAll(`SELECT ${columns} FROM '${at(file)}' LIMIT 100`))
        .getRows()
        .map((row) => row.map(Number));
    const features = await rows(FEATURES, 'holdout/shoppers.parquet');
    const expected = await rows('shopper_mlp_base', 'scores/shoppers.parquet');
    connection.closeSync();

    const session = await open(at('models/shopper_mlp_base.onnx'));
    const feed = values('float32', Float32Array.from(features.flat()), [100, 17]);
    const scores = (await session.run(new Map([['features', feed]]), ['probability'])).get('probability')!;
    expect(scores.shape).toEqual([100, 1]);
    const differences = Array.from(scores.data as Float32Array, (score, i) =>
      Math.abs(score - expected[i]![0]!),
    );
    expect(Math.max(...differences)).toBeLessThan(1e-6);
    expect(new Set(scores.data as Float32Array).size).toBeGreaterThan(90);
  });
});
