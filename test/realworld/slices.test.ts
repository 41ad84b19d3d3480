/** Slices, classes and rankings of real models, from the holdout to the verdict, against scikit-learn's numbers. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { files } from '../../src/adapters/files.ts';
import { createModelRunner } from '../../src/adapters/onnxruntime/runner.ts';
import { runEvaluate } from '../../src/commands/evaluate.ts';
import { runScore } from '../../src/commands/score.ts';
import { evaluation as evaluationSchema } from '../../src/core/documents/evaluation.ts';
import { judge } from '../../src/core/gate/judge.ts';
import { type Policy, policySchema } from '../../src/core/policy/schema.ts';
import { renderMarkdown } from '../../src/core/report/markdown.ts';
import { root, tables } from '../adapters/duckdb/helpers.ts';
import { temporaryFolder } from '../temporary.ts';

const DATA = resolve(root, '../shared/realworld');
const runner = createModelRunner({
  child: join(root, 'src/adapters/onnxruntime/child.ts'),
  natives: async () => root,
});
const clock = { now: () => new Date('2027-01-31T12:00:00Z') };
const progress = { report: () => {} };
const digest = `sha256:${'0'.repeat(64)}` as const;
const FEATURES =
  'Administrative,Administrative_Duration,Informational,Informational_Duration,ProductRelated,ProductRelated_Duration,BounceRates,ExitRates,PageValues,SpecialDay,month_idx,OperatingSystems,Browser,Region,TrafficType,visitor_idx,weekend_idx'.split(
    ',',
  );

/** Scores, evaluates and judges one model as the policy says. */
async function gate(model: object) {
  const policy = policySchema.parse({ version: 1, models: { real: model } });
  const real = policy.models.real!;
  const path = (name: string) => join(DATA, 'models', `${name}.onnx`);
  const out = join(temporaryFolder(), 'scores.parquet');
  const source = { files: [join(DATA, 'holdout', real.holdout!.source as string)] };
  const baseline = real.baseline as string;
  const perClass = real.task === 'multiclass';
  const { slices, inputs, output, task, metrics } = real;
  const holdout = { ...real.holdout!, source };
  const limits = { seconds: 60, memory: 2 ** 30 };
  const models = { candidate: path(real.candidate), baseline: path(baseline) };
  await runScore(
    { ...models, holdout, slices, perClass, inputs, output, batchRows: 4096, limits, out },
    { runner, tables, progress, clock: { now: () => new Date() } },
  );
  const subject = (reference: string) => ({ path: reference, subject: { reference, digest, bytes: 1 } });
  const evaluation = await runEvaluate(
    {
      model: 'real',
      toolVersion: '0.1.0',
      models: { candidate: subject(real.candidate), baseline: subject(baseline) },
      scores: { files: [out] },
      columns: {
        label: 'label',
        candidate: 'candidate',
        baseline: 'baseline',
        weight: null,
        group: holdout.group === undefined ? null : 'group',
        perClass,
      },
      holdout: { source: 'holdout', digest, label: holdout.label },
      metrics,
      task,
      slices,
      confidence: 0.95,
    },
    { tables, clock, files },
  );
  return { policy, evaluation: evaluationSchema.parse(evaluation), verdict: verdictOf(policy, evaluation) };
}

function verdictOf(policy: Policy, evaluation: Awaited<ReturnType<typeof runEvaluate>>) {
  return judge({
    documents: [evaluation],
    policy,
    scope: ['evaluation'],
    models: ['real'],
    faults: [],
    tool: { name: 'onnx-gate', version: '0.1.0' },
    created: '2027-01-31T12:00:00Z',
    policySubject: null,
  });
}

const shoppers = (candidate: string, more: object) => ({
  candidate,
  baseline: 'shopper_mlp_base',
  holdout: { source: 'shoppers.csv', label: 'label' },
  inputs: { features: FEATURES },
  ...more,
});

describe.skipIf(!existsSync(DATA))('parts of real holdouts', () => {
  type Part = { readonly n: number; readonly positives: number; readonly roc_auc: Record<string, number> };
  let slices: Record<string, Record<string, Part>>;
  let next: { models: Record<string, Record<string, number>> };
  beforeAll(() => {
    const { tasks } = JSON.parse(readFileSync(join(DATA, 'reference.json'), 'utf8'));
    slices = tasks.shoppers.slices;
    next = tasks.eshop_next;
  });

  it.each(['shoppers.csv', 'shoppers.parquet'])('AUC of every slice of %s', async (source) => {
    const columns = ['VisitorType', 'Month', 'Region'];
    const { evaluation } = await gate(
      shoppers('shopper_mlp_wide', {
        holdout: { source, label: 'label' },
        metrics: { auc: {} },
        slices: columns.map((by) => ({ by, 'min-rows': 1, 'min-positives': 1 })),
      }),
    );
    const measured = new Map(evaluation.metrics.map((one) => [one.slice, one]));
    for (const column of columns)
      for (const [value, { n, roc_auc }] of Object.entries(slices[column]!)) {
        const one = measured.get(`${column}=${value}`)!;
        expect(one.n).toBe(n);
        // ONNX Runtime breaks near-ties otherwise; one pair of rows is 1 / (positives × negatives) of a small slice.
        expect(one.candidate).toBeCloseTo(roc_auc.shopper_mlp_wide!, 3);
        expect(one.baseline).toBeCloseTo(roc_auc.shopper_mlp_base!, 3);
        measured.delete(`${column}=${value}`);
      }
    expect([...measured.keys()]).toEqual([null]);
  });

  it('a degraded model: which slices are worse, which are too small, and what a reader sees', async () => {
    const { verdict, evaluation } = await gate(
      shoppers('shopper_mlp_degraded', {
        metrics: { auc: { margin: 0.002 }, logloss: {} },
        slices: [
          { by: 'Month' },
          { by: ['VisitorType', 'Weekend'], level: 'warn' },
          { where: 'PageValues > 10', name: 'valuable pages' },
          { by: 'Regoin' },
        ],
      }),
    );
    expect(verdict.verdict).toBe('fail');
    const result = (slice: string) => verdict.rules.find((rule) => rule.slice === slice)?.result;
    expect([result('Month=Nov'), result('Month=Feb'), result('Regoin')]).toEqual(['fail', undefined, 'fail']);
    const feb = slices.Month!.Feb!;
    expect(evaluation.slices[0]!.suppressed).toContainEqual({
      slice: 'Month=Feb',
      rows: feb.n,
      positives: feb.positives,
      reason: `${feb.n} rows; 200 are needed`,
    });
    expect(evaluation.churn).toMatchObject({ rows: 4932, groups: 0, threshold: 0.5, overlap: null });
    expect(evaluation.churn!.spearman).toBeGreaterThan(0.3);
    expect(evaluation.slices[2]!.measured).toEqual(['valuable pages']);
    const text = renderMarkdown(verdict, [evaluation]);
    expect(text).toContain('| `auc` on `Month=Nov` |');
    expect(text).toContain('The holdout has no column `Regoin`');
    expect(text).toContain('of rows on the other side of 0.5');
    expect(text).toMatch(/slices of `Month` too small to judge:/);
  });

  it('several classes', async () => {
    const { evaluation, verdict } = await gate({
      candidate: 'eshop_next_cand',
      baseline: 'eshop_next_base',
      holdout: { source: 'eshop_next.parquet', label: 'next_category', group: 'session_id' },
      task: 'multiclass',
      inputs: { features: nextFeatures() },
      metrics: { accuracy: { margin: 0.01 }, logloss: { margin: 1 } },
      slices: [{ by: 'region' }],
    });
    const [accuracy, loss] = evaluation.metrics;
    expect(evaluation.holdout).toMatchObject({ rows: 25_000, positives: null });
    for (const [arm, model] of [
      ['candidate', 'eshop_next_cand'],
      ['baseline', 'eshop_next_base'],
    ] as const) {
      expect(accuracy![arm]).toBeCloseTo(next.models[model]!.accuracy!, 4);
      expect(loss![arm]).toBeCloseTo(next.models[model]!.log_loss!, 5);
    }
    expect(verdict.rules.length).toBeGreaterThan(2);
  });
});

function nextFeatures(): string[] {
  return JSON.parse(readFileSync(join(DATA, 'eshop_meta.json'), 'utf8')).MF;
}
