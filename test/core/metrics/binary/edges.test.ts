/** What each metric does with ties, certainty, one class and 0/0. */
import { describe, expect, it } from 'vitest';
import type { Scores } from '../../../../src/core/metrics/scores.ts';
import { evaluateMetric } from '../../../../src/core/metrics/table.ts';
import { expectClose } from '../../stats/relative.ts';
import { measure, prepared } from '../measure.ts';
import { GOLDEN, scoresOf } from '../sample.ts';

const rows = (label: number[], candidate: number[], weight?: number[]): Scores =>
  scoresOf({ label, candidate, ...(weight && { weight }) });
const reason = (id: string, scores: Scores) => {
  const of = prepared(id, scores);
  return of.kind === 'undefined' ? of.reason : null;
};
const POSITIVES = rows([1, 1, 1], [0.2, 0.9, 0.4]);
const NEGATIVES = rows([0, 0, 0], [0.2, 0.9, 0.4]);
const EMPTY = rows([], []);

describe('auc', () => {
  it('is 0.5 for a constant model, 1 and 0 for a perfect and a reversed one', () => {
    const label = [0, 1, 0, 1];
    expect(measure('auc', rows(label, [0.3, 0.3, 0.3, 0.3]))).toBe(0.5);
    expect(measure('auc', rows(label, [-1, 7, 0, 9]))).toBe(1);
    expect(measure('auc', rows(label, [7, -1, 9, 0]))).toBe(0);
  });

  it('is undefined with one class or no rows, or 1 as LightGBM has it', () => {
    expect(reason('auc', NEGATIVES)).toBe('Every row has label 0; AUC needs both classes.');
    expect(reason('auc', POSITIVES)).toBe('Every row has label 1; AUC needs both classes.');
    expect(reason('auc', EMPTY)).toBe('There are no rows.');
    expect(measure('auc[preset=lightgbm]', POSITIVES)).toBe(1);
    expect(reason('auc[preset=lightgbm]', EMPTY)).toBe('There are no rows.');
  });

  it('compares by DeLong', () => {
    const scores = scoresOf({ label: GOLDEN.label, candidate: GOLDEN.b, baseline: GOLDEN.a });
    const result = evaluateMetric('auc', scores, 0.95);
    expectClose(result.candidate, 0.875);
    expectClose(result.baseline, 0.8541666666666666);
    expectClose(result.delta, 0.02083333333333348);
    expectClose(result.standardError, 0.13110110602126893);
    expectClose(result.p, 0.8737394419527429);
    expect(result).toMatchObject({
      convention: 'ties=half,one_class=undefined,interval=delong',
      direction: 'higher',
      n: 10,
      reason: null,
    });
    expect(result.interval).toMatchObject({ confidence: 0.95, method: 'DeLong' });
  });

  it('keeps both values where only the interval cannot be had', () => {
    const parts = { label: [0, 0, 1], candidate: [1, 2, 3], baseline: [1, 3, 2] };
    const one = evaluateMetric('auc', scoresOf(parts), 0.95);
    expect(one).toMatchObject({ candidate: 1, baseline: 0.5, delta: 0.5, interval: null, p: null });
    expect(one.reason).toMatch(/two rows of each class/);
  });
});

it('needs both classes for gini, ks, pauc, ne, rig, balanced_accuracy and the calibration line', () => {
  for (const one of [POSITIVES, NEGATIVES])
    for (const id of [
      'gini',
      'ks',
      'pauc@0.1',
      'ne',
      'rig',
      'balanced_accuracy',
      'cal_slope',
      'cal_intercept',
    ])
      expect(reason(id, one), id).toMatch(/both classes|two classes/);
});

it('gives pauc of 1 to a perfect model and 0.5 to a constant one, and at 1 is auc', () => {
  expectClose(measure('pauc@0.3', rows([0, 1, 0, 1], [0.1, 0.7, 0.2, 0.9])), 1);
  expectClose(measure('pauc@0.3', rows([0, 1, 0, 1], [0.5, 0.5, 0.5, 0.5])), 0.5);
  const a = scoresOf({ label: GOLDEN.label, candidate: GOLDEN.a });
  expectClose(measure('pauc@1', a), measure('auc', a));
});

describe('ap', () => {
  it('takes tied scores as one threshold, whatever the order of rows', () => {
    const tied = [0.5, 0.5, 0.5, 0.5];
    for (const label of [
      [1, 0, 0, 0],
      [0, 0, 0, 1],
    ])
      expect(measure('ap', rows(label, tied))).toBe(0.25);
  });

  it('is 1 when all are positive; with none undefined, or a 0 without a sign, or 1', () => {
    expect(measure('ap', POSITIVES)).toBe(1);
    expect(reason('ap', NEGATIVES)).toBe('No row has label 1; average precision needs one.');
    expect(measure('ap[preset=sklearn]', NEGATIVES)).toBe(0);
    expect(measure('ap[empty=one]', NEGATIVES)).toBe(1);
  });
});

describe('logloss', () => {
  it('clips by its convention, and counts', () => {
    const scores = rows([1, 0], [0, 0.5]);
    expectClose(measure('logloss', scores), 18.36840028483855);
    expectClose(measure('logloss[eps=1.2e-7]', scores), 8.317766166719343);
    expectClose(measure('logloss[preset=lightgbm]', rows([1], [0])), -Math.log(1e-15));
    expect(prepared('logloss', rows([1, 0, 0], [0, 1, 0.5]))).toMatchObject({ clipped: 2 });
    expect(prepared('ne', rows([1, 0, 0], [0, 0.2, 1e-12]))).toMatchObject({ clipped: 1 });
  });

  it('costs certainty the same on both sides', () => {
    expectClose(measure('logloss', rows([1], [0])), 36.04365338911715);
    expectClose(measure('logloss', rows([0], [1])), 36.04365338911715);
    expect(measure('logloss', rows([0, 1], [0, 1]))).toBeCloseTo(0, 15);
  });

  it('compares by paired t, over groups where there are any', () => {
    // Losses in units of ln 2: candidate 1 2 1 3, baseline 1 1 2 1. Differences 0 1 −1 2.
    const parts = {
      label: [1, 1, 1, 1],
      candidate: [0.5, 0.25, 0.5, 0.125],
      baseline: [0.5, 0.5, 0.25, 0.5],
    };
    const one = evaluateMetric('logloss', scoresOf(parts), 0.95);
    expectClose(one.delta, Math.LN2 / 2);
    expectClose(one.standardError, Math.LN2 * Math.sqrt(5 / 12));
    expect(one).toMatchObject({ direction: 'lower', convention: 'eps=2.2e-16', reason: null });
    const groups = evaluateMetric('logloss', scoresOf({ ...parts, group: ['a', 'b', 'a', 'b'] }), 0.95);
    expectClose(groups.standardError, Math.LN2);
  });
});

describe('copc', () => {
  it('is clicks over promised clicks', () => {
    expectClose(measure('copc', rows([0, 1], [0.2, 0.6])), 1.25);
    expectClose(measure('copc', rows([0, 1], [0.2, 0.6], [3, 1])), 1 / 1.2);
    expect(reason('copc', rows([0, 1], [0, 0]))).toMatch(/Every score is 0/);
  });
});

describe('ece and mce', () => {
  it('equal the worked example in bins of either kind', () => {
    const scores = rows([0, 1, 0, 1], [0.1, 0.3, 0.6, 0.8]);
    for (const bins of ['mass', 'width']) {
      expectClose(measure(`ece@2[bins=${bins}]`, scores), 0.25, 1e-12);
      expectClose(measure(`mce@2[bins=${bins}]`, scores), 0.3, 1e-12);
    }
  });

  it('keeps equal scores in one bin, whatever the order of rows', () => {
    const label = [1, 1, 0, 0, 0, 1];
    const tied = [0.5, 0.5, 0.5, 0.5, 0.5, 0.5];
    expect(measure('ece@3', rows(label, tied))).toBe(0);
    expect(measure('ece@3', rows(label.toReversed(), tied))).toBe(0);
  });

  it('puts 1 into the last bin, and takes one bin as the whole', () => {
    expectClose(measure('mce@10[bins=width]', rows([0, 1], [1, 0.95])), 0.475, 1e-12);
    const a = scoresOf({ label: GOLDEN.label, candidate: GOLDEN.a });
    expectClose(measure('ece@1', a), Math.abs(0.4 - 0.365), 1e-12);
  });

  it('has bins of 20 where none are named', () => {
    const a = scoresOf({ label: GOLDEN.label, candidate: GOLDEN.a });
    expect(measure('ece', a)).toBe(measure('ece@20', a));
  });
});

describe('the calibration line', () => {
  it('is exact where each class of rows has two scores', () => {
    // At p = .2 a quarter are positive, at p = .8 three quarters: the fit goes through both.
    const label = [0, 0, 0, 1, 1, 1, 1, 0];
    const scores = rows(label, [0.2, 0.2, 0.2, 0.2, 0.8, 0.8, 0.8, 0.8]);
    expectClose(measure('cal_slope', scores), Math.log(3) / Math.log(4), 1e-12);
    expect(measure('cal_intercept', scores)).toBeCloseTo(0, 12);
  });

  it('finds its way from scores that are far too sure', () => {
    const label = [0, 0, 0, 1, 1, 1, 1, 0];
    const scores = rows(label, [1e-15, 1e-15, 1e-15, 1e-15, 1, 1, 1, 1]);
    expect(measure('cal_slope', scores)).toBeGreaterThan(0);
    expect(measure('cal_slope', scores)).toBeLessThan(0.1);
  });

  it('is undefined when the classes do not overlap or all scores are equal', () => {
    for (const scores of [
      rows([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4]),
      rows([0, 0, 1, 1], [0.4, 0.3, 0.3, 0.2]),
      rows([0, 1, 0, 1], [0.3, 0.3, 0.3, 0.3]),
    ])
      expect(reason('cal_slope', scores)).toMatch(/do not overlap/);
  });
});

describe('metrics at a threshold', () => {
  it('decide a score equal to it by `op`', () => {
    const half = rows([0, 1], [0.5, 0.6]);
    expect(measure('accuracy', half)).toBe(1);
    expect(measure('accuracy[op=ge]', half)).toBe(0.5);
    expect(measure('recall@0.6', half)).toBe(0);
    expect(measure('recall@0.6[op=ge]', half)).toBe(1);
    expect(measure('precision@0[op=ge]', half)).toBe(0.5);
  });

  it.each([
    ['precision', rows([0, 1], [0.1, 0.2])],
    ['recall', rows([0, 0], [0.1, 0.9])],
    ['f1', rows([0, 0], [0.1, 0.2])],
    ['mcc', rows([0, 1], [0.1, 0.2])],
  ])('%s of 0/0 is 0, 1 or undefined', (id, scores) => {
    expect(measure(id, scores)).toBe(0);
    expect(measure(`${id}[zero_division=1]`, scores)).toBe(1);
    expect(reason(`${id}[zero_division=undefined]`, scores)).toMatch(/0\/0/);
  });

  it('count rows whose class is predicted', () => {
    const result = evaluateMetric(
      'accuracy',
      scoresOf({ label: GOLDEN.label, candidate: GOLDEN.b, baseline: GOLDEN.a }),
      0.95,
    );
    // a misses two positives; b those two as well (one at exactly 0.5) and one negative.
    expect(result).toMatchObject({ candidate: 0.7, baseline: 0.8, direction: 'higher' });
    expect(result.convention).toBe('@0.5,op=gt');
    expectClose(result.standardError, 0.1, 1e-14);
  });
});

it.each([
  ['gini', [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], 0.5],
  ['ks', [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], 0.5],
  ['ap', [0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], 0.8333333333333333],
  ['ne', [0, 1], [0.25, 0.75], 0.4150374992788438],
])('equals the worked example of %s', (id, label, candidate, expected) => {
  expectClose(measure(id, rows(label, candidate)), expected);
});
