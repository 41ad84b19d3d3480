/** Each preset by name, on what its tool answers (scikit-learn 1.2.1, trec_eval 10.0-rc3, LightGBM's definitions). */
import { describe, expect, it, test } from 'vitest';
import { FaultError } from '../../../src/core/errors.ts';
import type { Task } from '../../../src/core/metrics/prepared.ts';
import { PRESETS, presetNames, presetOf } from '../../../src/core/metrics/presets.ts';
import type { Scores } from '../../../src/core/metrics/scores.ts';
import { evaluateMetric, METRICS, parseMetricId } from '../../../src/core/metrics/table.ts';
import { expectClose } from '../stats/relative.ts';
import { codesOf, scoresOf } from './sample.ts';

/** One query with tied scores, documents d1 to d6. */
const TIED = scoresOf({
  label: [0, 3, 2, 0, 1, 0],
  candidate: [0.9, 0.5, 0.9, 0.1, 0.5, 0.5],
  group: ['q', 'q', 'q', 'q', 'q', 'q'],
  item: ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'],
});
/** A query that is right, and one with nothing relevant. */
const EMPTY = scoresOf({
  label: [1, 0, 1, 0, 0, 0],
  candidate: [3, 1, 2, 3, 2, 1],
  group: ['a', 'a', 'a', 'b', 'b', 'b'],
  item: ['d1', 'd2', 'd3', 'd1', 'd2', 'd3'],
});
const GROUPED: Scores = {
  ...scoresOf({
    label: [1, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 0, 0],
    candidate: [0.9, 0.8, 0.3, 0.4, 0.2, 0.2, 0.1, 0.5, 0.6, 0.3, 0.2, 0.1, 0.7, 0.6, 0.65, 0.1, 0.05, 0.6],
  }),
  group: codesOf([...'111122233444555555']),
};
const WRONG = scoresOf({ label: [1, 0], candidate: [0, 0.5] });
const NO_POSITIVE = scoresOf({ label: [0, 0], candidate: [0.1, 0.2] });

const measured = (id: string, scores: Scores, task: Task = 'ranking') => {
  const { candidate, reason } = evaluateMetric(id, scores, 0.95, { task });
  return candidate ?? reason;
};

it.each([
  ['ndcg@1[preset=sklearn]', TIED, 1 / 3],
  ['ndcg@3[preset=sklearn]', TIED, 0.4825],
  ['ndcg@5[preset=sklearn]', TIED, 0.71141],
  ['ndcg@10[preset=sklearn]', EMPTY, 0.5],
  ['ndcg@1[preset=trec_eval]', TIED, 0.6667],
  ['ndcg@3[preset=trec_eval]', TIED, 0.42],
  ['ndcg@5[preset=trec_eval]', TIED, 0.7542],
  ['map@1[preset=trec_eval]', TIED, 0.3333],
  ['map@5[preset=trec_eval]', TIED, 0.7],
  ['mrr[preset=trec_eval]', TIED, 1],
  ['precision@5[preset=trec_eval]', TIED, 0.6],
  ['recall@3[preset=trec_eval]', TIED, 0.3333],
  ['ndcg@10[preset=trec_eval]', EMPTY, 0.5],
  ['map[preset=ranx]', EMPTY, 0.5],
  ['ndcg@10[preset=ranx]', EMPTY, 0.5],
  ['ndcg@1[preset=lightgbm]', TIED, 0],
  ['ndcg@3[preset=lightgbm]', TIED, 0.574141],
  ['ndcg@5[preset=lightgbm]', TIED, 0.619993],
  ['map@3[preset=lightgbm]', TIED, 0.388889],
  ['map@5[preset=lightgbm]', TIED, 0.638889],
  ['ndcg@10[preset=lightgbm]', EMPTY, 1],
  ['ndcg@3[preset=xgboost]', TIED, 0.402407],
  ['map@10[preset=xgboost]', EMPTY, 1],
  ['gauc[preset=din]', GROUPED, 0.6346153846153846],
  ['gauc[preset=mind]', GROUPED, 0.6666666666666666],
  ['mind_mrr[preset=mind]', EMPTY, (1 + 1 / 2) / 2],
  ['ndcg@5[preset=mind]', TIED, 0.634509],
])('%s', (id, scores, expected) => {
  expect(measured(id, scores)).toBeCloseTo(expected, 4);
});

it.each([
  ['logloss[preset=sklearn]', WRONG, 18.36840028483855],
  ['logloss[preset=lightgbm]', WRONG, (-Math.log(1e-15) + Math.LN2) / 2],
  ['ap[preset=sklearn]', NO_POSITIVE, 0],
  ['ap[preset=lightgbm]', NO_POSITIVE, 1],
  ['f1[preset=sklearn]', NO_POSITIVE, 0],
  ['auc[preset=lightgbm]', NO_POSITIVE, 1],
  ['auc[preset=xgboost]', NO_POSITIVE, 'Every row has label 0; AUC needs both classes.'],
  ['auc[preset=sklearn]', NO_POSITIVE, 'Every row has label 0; AUC needs both classes.'],
])('%s of a binary task', (id, scores, expected) => {
  const value = measured(id, scores, 'binary');
  if (typeof expected === 'string') expect(value).toBe(expected);
  else expectClose(value as number, expected, 1e-12);
});

test('relative errors to a label of 0 are those of scikit-learn', () => {
  const scores = scoresOf({ label: [0, 2], candidate: [1, 1] });
  expectClose(measured('mape[preset=sklearn]', scores, 'regression') as number, (2 ** 52 + 0.5) / 2, 1e-12);
});

test('ties by id are refused where the ids are not known', () => {
  const { item: _, ...nameless } = TIED;
  let told: unknown;
  try {
    measured('ndcg@3[preset=trec_eval]', nameless);
  } catch (error) {
    told = error instanceof FaultError ? error.faults : error;
  }
  expect(told).toEqual([
    {
      code: 'column-missing',
      message: 'ndcg@3[preset=trec_eval] needs the id of the item in each row, and there is no item column.',
      fix: 'Name it: `holdout: { item: item_id }`, or `--item item_id`.',
    },
  ]);
});

describe.each([...new Set(PRESETS.map(({ preset }) => preset))])('the preset %s', (preset) => {
  it('sets nothing that a metric does not know, and is refused by all that it does not name', () => {
    for (const metric of METRICS) {
      const task = metric.tasks.at(-1)!;
      const number = metric.at === 'count' ? '@3' : '';
      const parsed = parseMetricId(`${metric.name}${number}[preset=${preset}]`, task);
      expect(parsed.ok, `${preset} and ${metric.name}`).toBe(presetNames(metric).includes(preset));
      if (!parsed.ok) continue;
      const sets = presetOf(preset, metric);
      for (const [key, value] of Object.entries(sets)) expect(metric.conventions[key]).toContain(value);
      expect(parsed.metric.options.convention).toMatchObject(sets);
    }
  });

  it('names metrics that there are, once each', () => {
    const named = PRESETS.filter((row) => row.preset === preset).flatMap(({ task, metrics }) =>
      metrics.map((name) => `${task} ${name}`),
    );
    expect(new Set(named).size).toBe(named.length);
    const known = METRICS.flatMap(({ name, tasks }) => tasks.map((task) => `${task} ${name}`));
    expect(known).toEqual(expect.arrayContaining(named));
  });
});
