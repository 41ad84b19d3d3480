import { describe, expect, it } from 'vitest';
import { metricResult } from '../../../src/core/documents/evaluation.ts';
import { FaultError } from '../../../src/core/errors.ts';
import type { MetricDefinition, Task } from '../../../src/core/metrics/prepared.ts';
import type { Scores } from '../../../src/core/metrics/scores.ts';
import { checkMetrics, evaluateMetric, METRICS } from '../../../src/core/metrics/table.ts';
import { expectClose } from '../stats/relative.ts';
import { MULTICLASS } from './golden.ts';
import { GOLDEN, scoresOf } from './sample.ts';

const golden = scoresOf({ label: GOLDEN.label, candidate: GOLDEN.b, baseline: GOLDEN.a });
const EMPTY = { baseline: null, delta: null, standardError: null, interval: null, p: null, mde: null };
const GROUP = ['u', 'u', 'v', 'v', 'w', 'w', 'w', 'x', 'x', 'x'];

/** Resamples are few here: what they say is tested where they are made. */
const evaluate = (id: string, task: Task, scores: Scores) =>
  evaluateMetric(id, scores, 0.95, { task, resamples: 100 });

const idOf = ({ name, at, defaultAt }: MetricDefinition) =>
  at === 'count' && defaultAt === null ? `${name}@2` : name;
const CASES = METRICS.flatMap((definition) =>
  definition.tasks.map((task) => [task, idOf(definition), definition] as const),
);

/** Rows of the golden sample, in the form of the task. */
function rowsOf(task: Task, parts: Parameters<typeof scoresOf>[0]): Scores {
  const scores = scoresOf({ ...parts, item: parts.label.map((_, i) => `item ${i % 3}`) });
  if (task !== 'multiclass') return scores;
  const both = (values: Float64Array) => Float64Array.from([...values].flatMap((p) => [1 - p, p]));
  return {
    ...scores,
    classes: 2,
    candidate: both(scores.candidate),
    baseline: scores.baseline && both(scores.baseline),
  };
}

describe.each(CASES)('%s %s', (task, id, definition) => {
  it('gives a result that the document takes, whatever the rows', () => {
    const { label, a, b, weight } = GOLDEN;
    const cases = [
      { label, candidate: b, baseline: a, group: GROUP },
      { label, candidate: b, group: GROUP },
      { label, candidate: b, baseline: a, group: GROUP, weight },
      { label, candidate: a, baseline: a, group: GROUP },
      { label: [1], candidate: [0.5], baseline: [0.4], group: ['u'] },
      { label: [0, 1], candidate: [0, 1], baseline: [1, 0], group: ['u', 'v'] },
      { label: [0, 0], candidate: [0, 0], baseline: [0, 0], group: ['u', 'v'] },
      { label: [1, 1], candidate: [1, 1], baseline: [0, 0], group: ['u', 'v'] },
      { label: [], candidate: [], baseline: [], group: [] },
    ];
    for (const parts of cases) {
      const result = evaluate(id, task, rowsOf(task, parts));
      expect(metricResult.parse(result)).toEqual(result);
      if (result.candidate === null) expect(result.reason).toMatch(/\.$/);
    }
  });

  it('says nothing about a difference without a baseline', () => {
    const { label, a, b } = GOLDEN;
    const alone = evaluate(id, task, rowsOf(task, { label, candidate: b, group: GROUP }));
    const both = evaluate(id, task, rowsOf(task, { label, candidate: b, baseline: a, group: GROUP }));
    expect(alone).toMatchObject({ ...EMPTY, n: 10 });
    expect(alone.candidate).toBe(both.candidate);
  });

  it('finds no difference between a model and itself', () => {
    const { label, a, weight } = GOLDEN;
    for (const more of [{ group: GROUP }, { group: GROUP, weight }]) {
      const same = evaluate(id, task, rowsOf(task, { label, candidate: a, baseline: a, ...more }));
      if (same.candidate === null) continue;
      expect(same.delta).toBe(0);
      if (same.interval !== null)
        expect(same).toMatchObject({ standardError: 0, p: 1, interval: { lower: 0, upper: 0 } });
    }
  });

  // With groups, row weights also weigh the groups.
  if (!definition.grouped)
    it('takes a weight of 2 as it takes no other', () => {
      const { label, a, b } = GOLDEN;
      const twos = rowsOf(task, { label, candidate: b, baseline: a, weight: label.map(() => 2) });
      const [plain, weighted] = [rowsOf(task, { label, candidate: b, baseline: a }), twos].map((rows) =>
        evaluate(id, task, rows),
      );
      if (plain!.candidate === null) expect(weighted!.candidate).toBeNull();
      else expectClose(weighted!.candidate, plain!.candidate, 1e-13);
    });

  it('drops rows of zero weight, with their groups, and counts them', () => {
    const kept = {
      label: [0, 1, 0, 1],
      candidate: [0.1, 0.9, 0.6, 0.7],
      baseline: [0.2, 0.6, 0.7, 0.4],
      weight: [1, 1, 1, 1],
    };
    const padded = rowsOf(task, {
      label: [...kept.label, 1, 0],
      candidate: [...kept.candidate, 0.1, 0.9],
      baseline: [...kept.baseline, 0.5, 0.1],
      weight: [...kept.weight, 0, 0],
      group: ['a', 'a', 'b', 'b', 'only', 'b'],
    });
    const plain = rowsOf(task, { ...kept, group: ['a', 'a', 'b', 'b'] });
    expect(evaluate(id, task, padded)).toEqual({
      ...evaluate(id, task, plain),
      dropped: { rows: 2, groups: 1 },
    });
  });
});

describe('checkMetrics', () => {
  it('tells every wrong id', () => {
    expect(checkMetrics(['acuracy', 'ece@0', 'auc'], golden)).toMatchObject([
      { code: 'metric-unknown', message: 'There is no metric "acuracy".', fix: 'Did you mean `accuracy`?' },
      { code: 'metric-unknown', message: expect.stringContaining('whole number from 1') },
    ]);
  });

  it('refuses logits where probabilities are needed, for both models at once', () => {
    const logits = scoresOf({ label: [0, 1, 1], candidate: [0.2, 3.5, 1.2], baseline: [-2, 0.5, 0.5] });
    expect(checkMetrics(['auc', 'logloss', 'accuracy@0.3'], logits)).toMatchObject([
      {
        code: 'score-invalid',
        message:
          "The candidate's score in row 2 (and 1 more of 3) is 3.5, but logloss and accuracy@0.3 need probabilities from 0 to 1.",
        fix: expect.stringContaining('output: { activation: sigmoid }'),
      },
      { message: expect.stringContaining("baseline's score in row 1 is -2") },
    ]);
    expect(checkMetrics(['auc', 'ap', 'ks'], logits)).toEqual([]);
    expect(evaluateMetric('auc', logits, 0.95).candidate).toBe(1);
    expect(() => evaluateMetric('logloss', logits, 0.95)).toThrow(FaultError);
  });

  it('asks for groups where a metric needs them', () => {
    expect(checkMetrics(['auc', 'gauc', 'ndcg@10'], golden)).toEqual([
      {
        code: 'group-invalid',
        message: 'gauc and ndcg@10 need rows in groups, and there is no group column.',
        fix: expect.stringContaining('group: query_id'),
      },
    ]);
  });

  it('stops an unknown metric before anything is computed', () => {
    expect(() => evaluateMetric('zzz', golden, 0.95)).toThrow('There is no metric "zzz".');
  });
});

it('keeps the classes of a row together when rows drop out', () => {
  const { label, scores, weight } = MULTICLASS;
  const parts = { label, candidate: scores, weight: weight.map((w, row) => (row % 3 === 0 ? 0 : w)) };
  const kept = (values: readonly number[], columns: number) =>
    values.filter((_, i) => Math.floor(i / columns) % 3 !== 0);
  const less = { label: kept(label, 1), candidate: kept(scores, 4), weight: kept(weight, 1) };
  for (const id of ['logloss', 'f1', 'top@2'])
    expect(evaluate(id, 'multiclass', { ...scoresOf(parts), classes: 4 }).candidate).toBe(
      evaluate(id, 'multiclass', { ...scoresOf(less), classes: 4 }).candidate,
    );
});

describe('what does not count', () => {
  const rows = {
    label: [1, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 0, 0],
    candidate: [0.9, 0.8, 0.3, 0.4, 0.2, 0.2, 0.1, 0.5, 0.6, 0.3, 0.2, 0.1, 0.7, 0.6, 0.65, 0.1, 0.05, 0.6],
    group: [...'111122233444555555'],
  };

  it('is counted for gauc, with its coverage', () => {
    const gauc = evaluate('gauc', 'binary', scoresOf(rows));
    expect(gauc).toMatchObject({ n: 18, dropped: { rows: 5, groups: 2 }, coverage: 13 / 18 });
    // The whole third group and the first row of the first weigh nothing.
    const weight = [...rows.group].map((group, i) => (group === '3' || i === 0 ? 0 : 1));
    const weighted = evaluate('gauc', 'binary', scoresOf({ ...rows, weight }));
    expect(weighted).toMatchObject({ n: 15, dropped: { rows: 6, groups: 2 }, coverage: 12 / 15 });
    expect(evaluate('auc', 'binary', scoresOf(rows))).not.toHaveProperty('coverage');
    expect(evaluate('ndcg@3[empty=zero]', 'binary', scoresOf(rows))).toMatchObject({ coverage: 1 });
  });

  it('is counted where probabilities are clipped', () => {
    const scores = { label: [0, 1, 1, 0], candidate: [0, 0.5, 1, 0.5], baseline: [0.1, 0.5, 0.9, 0] };
    expect(evaluate('logloss', 'binary', scoresOf(scores)).clipped).toEqual({ candidate: 2, baseline: 1 });
    const { baseline: _, ...alone } = scores;
    expect(evaluate('logloss', 'binary', scoresOf(alone)).clipped).toEqual({ candidate: 2, baseline: null });
    expect(evaluate('auc', 'binary', scoresOf(scores))).not.toHaveProperty('clipped');
  });
});
