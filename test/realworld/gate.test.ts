/**
 * The built CLI on real models and holdouts, against reference numbers that scikit-learn, PyTorch and XGBoost made.
 * The data is not part of the repository: where it is absent, these tests skip.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Evaluation, MetricResult } from '../../src/core/documents/evaluation.ts';
import { DIST, ROOT, run } from '../e2e/run.ts';
import { temporaryFolder } from '../temporary.ts';

const DATA = resolve(ROOT, '../shared/realworld');

const SHOPPER_FEATURES = [
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
  'month_idx',
  'OperatingSystems',
  'Browser',
  'Region',
  'TrafficType',
  'visitor_idx',
  'weekend_idx',
];
const DEEPFM_DENSE = ['log_step', 'price', 'price_ratio', 'log_pop', 'co_last', 'co_prev'];

/** The older model knows nothing of what was bought together. */
const FM_DENSE = DEEPFM_DENSE.slice(0, 4);

interface Case {
  readonly task: 'shoppers' | 'eshop_ctr';
  readonly candidate: string;
  readonly baseline?: string;
  readonly holdout: string;
  readonly label: string;
  readonly inputs: object;
  readonly output?: object;
  /** Further keys of the model. */
  readonly more?: object;
}

const shoppers = (candidate: string, baseline: string, more: object = {}): Case => ({
  task: 'shoppers',
  candidate,
  baseline,
  holdout: 'shoppers.csv',
  label: 'label',
  inputs: { features: SHOPPER_FEATURES },
  ...more,
});

const CASES: readonly Case[] = [
  shoppers('shopper_mlp_wide', 'shopper_mlp_base'),
  shoppers('shopper_mlp_degraded', 'shopper_mlp_base', { holdout: 'shoppers.parquet' }),
  shoppers('shopper_gbdt', 'shopper_mlp_base'),
  shoppers('shopper_lr', 'shopper_mlp_base'),
  {
    task: 'eshop_ctr',
    candidate: 'eshop_deepfm',
    holdout: 'eshop_impressions.parquet',
    label: 'clicked',
    inputs: { dense: DEEPFM_DENSE },
  },
  {
    task: 'eshop_ctr',
    candidate: 'eshop_deepfm',
    baseline: 'eshop_fm_base',
    holdout: 'eshop_impressions.parquet',
    label: 'clicked',
    inputs: { dense: DEEPFM_DENSE },
    more: { 'baseline-inputs': { dense: FM_DENSE } },
  },
];

interface Reference {
  readonly roc_auc: number;
  readonly log_loss: number;
  readonly accuracy: number;
}

describe.skipIf(!existsSync(DATA))('onnx-gate on real models', () => {
  type Task = {
    readonly rows: number;
    readonly positives: number;
    readonly models: Record<string, Reference>;
    readonly pairs: Record<
      string,
      { readonly delta: number; readonly se: number; readonly ci: [number, number] }
    >;
  };
  let tasks: Record<string, Task>;
  beforeAll(() => {
    tasks = JSON.parse(readFileSync(join(DATA, 'reference.json'), 'utf8')).tasks;
  });

  it.each(CASES)(
    '$candidate against $baseline',
    async ({ task, candidate, baseline, holdout, label, inputs, output, more }) => {
      const cwd = temporaryFolder();
      const path = (name: string) => join(DATA, 'models', `${name}.onnx`);
      const policy = {
        version: 1,
        models: {
          real: {
            candidate: path(candidate),
            ...(baseline && { baseline: path(baseline) }),
            holdout: { source: join(DATA, 'holdout', holdout), label },
            inputs,
            ...(output && { output }),
            ...more,
            metrics: { auc: { min: 0.5 }, logloss: {}, accuracy: {} },
          },
        },
      };
      writeFileSync(join(cwd, 'onnx-gate.yml'), stringify(policy));
      const { code, stderr } = await run(join(DIST, 'cli.js'), ['evaluate'], { cwd });
      expect({ code, stderr }).toMatchObject({ code: 0 });

      const document: Evaluation = JSON.parse(
        readFileSync(join(cwd, '.onnx-gate/real/evaluation.json'), 'utf8'),
      );
      const { rows, positives, models, pairs } = tasks[task]!;
      expect(document.holdout).toMatchObject({ rows, positives });
      const result = (id: string): MetricResult => document.metrics.find(({ metric }) => metric === id)!;
      for (const [model, arm] of [
        [candidate, 'candidate'],
        [baseline, 'baseline'],
      ] as const) {
        if (model === undefined) continue;
        const reference = models[model]!;
        // ONNX Runtime breaks near-ties in float32 otherwise than the libraries do: 1e-5, as the data's README says.
        expect(Math.abs(result('auc')[arm]! - reference.roc_auc)).toBeLessThan(1e-5);
        expect(Math.abs(result('logloss')[arm]! - reference.log_loss)).toBeLessThan(1e-5);
        expect(Math.abs(result('accuracy')[arm]! - reference.accuracy)).toBeLessThan(1.5 / rows);
      }
      if (baseline === undefined) return;
      const { delta, se, ci } = pairs[`${candidate} vs ${baseline}`]!;
      const auc = result('auc');
      expect(Math.abs(auc.delta! - delta)).toBeLessThan(1e-5);
      expect(Math.abs(auc.standardError! - se)).toBeLessThan(1e-5);
      expect(Math.abs(auc.interval!.lower - ci[0])).toBeLessThan(2e-5);
      expect(Math.abs(auc.interval!.upper - ci[1])).toBeLessThan(2e-5);
    },
  );

  it('reads logits through a sigmoid', async () => {
    const cwd = temporaryFolder();
    const model = (name: string) => join(DATA, 'models', `${name}.onnx`);
    const policy = {
      version: 1,
      models: {
        real: {
          candidate: model('shopper_mlp_wide_logits'),
          holdout: { source: join(DATA, 'holdout/shoppers.csv'), label: 'label' },
          inputs: { features: SHOPPER_FEATURES },
          output: { activation: 'sigmoid' },
          metrics: { logloss: { max: 1 } },
        },
      },
    };
    writeFileSync(join(cwd, 'onnx-gate.yml'), stringify(policy));
    await run(join(DIST, 'cli.js'), ['evaluate'], { cwd });
    const document: Evaluation = JSON.parse(
      readFileSync(join(cwd, '.onnx-gate/real/evaluation.json'), 'utf8'),
    );
    // The same network as shopper_mlp_wide without its last node.
    expect(
      Math.abs(document.metrics[0]!.candidate! - tasks.shoppers!.models.shopper_mlp_wide!.log_loss),
    ).toBeLessThan(1e-5);
  });
});
