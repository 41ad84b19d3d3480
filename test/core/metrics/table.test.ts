import { describe, expect, it } from 'vitest';
import { metricResult } from '../../../src/core/documents/evaluation.ts';
import { FaultError } from '../../../src/core/errors.ts';
import {
  checkMetrics,
  evaluateMetric,
  findMetric,
  METRIC_IDS,
  METRICS,
} from '../../../src/core/metrics/table.ts';
import { expectClose } from '../stats/relative.ts';
import { GOLDEN, scoresOf } from './sample.ts';

const golden = scoresOf({ label: GOLDEN.label, candidate: GOLDEN.b, baseline: GOLDEN.a });
const EMPTY = { baseline: null, delta: null, standardError: null, interval: null, p: null, mde: null };

describe('the table', () => {
  it('has ids that are unique and found', () => {
    expect(new Set(METRIC_IDS).size).toBe(METRICS.length);
    for (const id of METRIC_IDS) expect(findMetric(id)?.id).toBe(id);
    expect(findMetric('constructor')).toBeUndefined();
  });

  it.each(METRIC_IDS)('%s gives a result that the document takes, whatever the rows', (id) => {
    const { label, a, b } = GOLDEN;
    const group = ['u', 'u', 'v', 'v', 'w', 'w', 'w', 'x', 'x', 'x'];
    const cases = [
      { label, candidate: b, baseline: a },
      { label, candidate: b },
      { label, candidate: b, baseline: a, group, weight: GOLDEN.weight },
      { label, candidate: a, baseline: a },
      { label: [1], candidate: [0.5], baseline: [0.4] },
      { label: [0, 1], candidate: [0, 1], baseline: [1, 0] },
      { label: [], candidate: [], baseline: [] },
    ];
    for (const parts of cases) {
      const result = evaluateMetric(id, scoresOf(parts), 0.95);
      expect(metricResult.parse(result)).toEqual(result);
      if (result.candidate === null) expect(result.reason).not.toBeNull();
    }
  });

  it.each(METRIC_IDS)('%s says nothing about a difference without a baseline', (id) => {
    const alone = evaluateMetric(id, scoresOf({ label: GOLDEN.label, candidate: GOLDEN.b }), 0.95);
    expect(alone).toMatchObject({ ...EMPTY, reason: null, n: 10 });
    expect(alone.candidate).toBe(evaluateMetric(id, golden, 0.95).candidate);
  });

  it.each(METRIC_IDS)('%s finds no difference between a model and itself', (id) => {
    const { label, a, weight } = GOLDEN;
    for (const more of [{}, { weight }, { group: [...'abcabcabca'] }]) {
      const same = evaluateMetric(id, scoresOf({ label, candidate: a, baseline: a, ...more }), 0.95);
      expect(same).toMatchObject({ delta: 0, standardError: 0, p: 1, mde: 0, reason: null });
      expect(same.interval).toMatchObject({ lower: 0, upper: 0 });
    }
  });

  it.each(METRIC_IDS)('%s takes a weight of 2 as it takes no other', (id) => {
    const { label, a, b } = GOLDEN;
    const twos = scoresOf({ label, candidate: b, baseline: a, weight: label.map(() => 2) });
    const [plain, weighted] = [evaluateMetric(id, golden, 0.95), evaluateMetric(id, twos, 0.95)];
    expectClose(weighted.candidate, plain.candidate!);
    expectClose(weighted.standardError, plain.standardError!, 1e-13);
  });
});

describe('rows of zero weight', () => {
  it('drop out, with their groups, and are counted', () => {
    const kept = { label: [0, 1, 0, 1], candidate: [0.1, 0.9, 0.6, 0.7], baseline: [0.2, 0.6, 0.7, 0.4] };
    const padded = scoresOf({
      label: [1, ...kept.label, 0],
      candidate: [0.1, ...kept.candidate, 0.9],
      baseline: [0.5, ...kept.baseline, 0.1],
      weight: [0, 1, 1, 1, 1, 0],
      group: ['only', 'a', 'a', 'b', 'b', 'a'],
    });
    const plain = scoresOf({ ...kept, group: ['a', 'a', 'b', 'b'] });
    for (const id of METRIC_IDS) {
      expect(evaluateMetric(id, padded, 0.95)).toEqual({
        ...evaluateMetric(id, plain, 0.95),
        dropped: { rows: 2, groups: 1 },
      });
    }
  });
});

describe('checkMetrics', () => {
  it('suggests the metric that was meant, or lists them', () => {
    expect(checkMetrics(['acuracy', 'zzzzzzzzzzzz'], golden)).toEqual([
      {
        code: 'metric-unknown',
        message: 'There is no metric "acuracy".',
        fix: 'Did you mean `accuracy`?',
      },
      {
        code: 'metric-unknown',
        message: 'There is no metric "zzzzzzzzzzzz".',
        fix: 'Metrics are auc, logloss, accuracy.',
      },
    ]);
  });

  it('refuses logits where probabilities are needed, for both models at once', () => {
    const logits = scoresOf({ label: [0, 1, 1], candidate: [0.2, 3.5, 1.2], baseline: [-2, 0.5, 0.5] });
    expect(checkMetrics(['auc', 'logloss', 'accuracy'], logits)).toMatchObject([
      {
        code: 'score-invalid',
        message:
          "The candidate's score in row 2 (and 1 more of 3) is 3.5, but logloss and accuracy need probabilities from 0 to 1.",
        fix: expect.stringContaining('output: { activation: sigmoid }'),
      },
      { message: expect.stringContaining("baseline's score in row 1 is -2") },
    ]);
    expect(checkMetrics(['auc'], logits)).toEqual([]);
    expect(evaluateMetric('auc', logits, 0.95).candidate).toBe(1);
    expect(() => evaluateMetric('logloss', logits, 0.95)).toThrow(FaultError);
  });

  it('stops an unknown metric before anything is computed', () => {
    expect(() => evaluateMetric('ndcg', golden, 0.95)).toThrow('There is no metric "ndcg".');
  });
});
