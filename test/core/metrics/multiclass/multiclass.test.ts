import { describe, expect, it } from 'vitest';
import type { Scores } from '../../../../src/core/metrics/scores.ts';
import { checkMetrics } from '../../../../src/core/metrics/table.ts';
import { expectClose } from '../../stats/relative.ts';
import { MULTICLASS } from '../golden.ts';
import { measure, prepared } from '../measure.ts';
import { scoresOf } from '../sample.ts';

const classes = (
  label: readonly number[],
  candidate: readonly number[],
  weight?: readonly number[],
): Scores => ({
  ...scoresOf({ label, candidate, ...(weight && { weight }) }),
  classes: candidate.length / label.length,
});

describe.each([
  ['plain', MULTICLASS.plain, undefined],
  ['weighted', MULTICLASS.weighted, MULTICLASS.weight],
] as const)('%s, as scikit-learn', (_, expected, weight) => {
  const scores = classes(MULTICLASS.label, MULTICLASS.scores, weight);
  it.each(Object.entries(expected))('%s', (id, value) => {
    expectClose(measure(id, scores, 'multiclass'), value, 1e-12);
  });
});

it('predicts the first of equal scores, which is top@1', () => {
  const scores = classes([0, 1, 2], [4, 4, 1, 4, 4, 1, 0, 0, 0]);
  expectClose(measure('accuracy', scores, 'multiclass'), 1 / 3);
  expectClose(measure('top@1', scores, 'multiclass'), 1 / 3);
  expectClose(measure('top@2', scores, 'multiclass'), 2 / 3);
  expectClose(measure('top@1[preset=sklearn]', scores, 'multiclass'), 2 / 3);
  expect(measure('top@9', scores, 'multiclass')).toBe(1);
});

it('counts a class that nobody has or predicts in no average', () => {
  const scores = classes([0, 1, 0, 1], [5, 1, 0, 1, 5, 0, 1, 5, 0, 1, 5, 0]);
  expectClose(measure('recall', scores, 'multiclass'), 0.75);
});

it('has no AUC when a class has no rows', () => {
  const scores = classes([0, 1, 0], [0.5, 0.3, 0.2, 0.1, 0.8, 0.1, 0.4, 0.4, 0.2]);
  for (const id of ['auc', 'auc[multi=ovo]'])
    expect(prepared(id, scores, 'multiclass')).toEqual({
      kind: 'undefined',
      reason: 'No row has label 2; AUC needs all 3 classes.',
    });
});

it('is the binary AUC when there are two classes', () => {
  const p = [0.1, 0.4, 0.35, 0.8];
  const scores = classes(
    [0, 0, 1, 1],
    p.flatMap((one) => [1 - one, one]),
  );
  for (const id of ['auc', 'auc[multi=ovo]', 'auc[average=weighted]'])
    expectClose(measure(id, scores, 'multiclass'), 0.75);
});

it('counts rows whose true class was clipped', () => {
  const scores = classes([0, 1, 1], [0, 1, 0.5, 0.5, 1, 0]);
  expect(prepared('logloss', scores, 'multiclass')).toMatchObject({ clipped: 2 });
});

it('refuses scores that are no probabilities, for log loss alone', () => {
  const uneven = classes([0, 1], [0.5, 0.2, 0.5, 0.5]);
  expect(checkMetrics(['logloss'], uneven, 'multiclass')).toMatchObject([
    {
      code: 'score-invalid',
      message:
        "The candidate's scores in row 1 add up to 0.7, but logloss needs probabilities, which add up to 1.",
    },
  ]);
  const logits = classes([0, 1], [0.5, 0.5, -3, 2]);
  expect(checkMetrics(['logloss', 'auc'], logits, 'multiclass')).toMatchObject([
    {
      message: "The candidate's score in row 2, class 0, is -3, but logloss needs probabilities from 0 to 1.",
    },
  ]);
  expect(checkMetrics(['accuracy', 'auc', 'f1'], logits, 'multiclass')).toEqual([]);
});

it('takes a class that is predicted and never true as an error of the others', () => {
  const scores = classes([0, 1, 0, 1], [5, 1, 0, 1, 5, 0, 1, 0, 5, 0, 1, 5]);
  expectClose(measure('balanced_accuracy', scores, 'multiclass'), 0.5);
  expectClose(measure('recall', scores, 'multiclass'), 1 / 3);
});

it('has an mcc of two classes that is the binary one', () => {
  const p = [0.1, 0.6, 0.35, 0.8, 0.7, 0.2];
  const label = [0, 0, 1, 1, 1, 0];
  const both = classes(
    label,
    p.flatMap((one) => [1 - one, one]),
  );
  expectClose(measure('mcc', both, 'multiclass'), measure('mcc', scoresOf({ label, candidate: p })), 1e-13);
});

it('has no agreement beyond chance to measure when all is one class', () => {
  const same = classes([1, 1], [0, 1, 0, 1]);
  for (const id of ['mcc', 'kappa']) {
    expect(measure(id, same, 'multiclass')).toBe(0);
    expect(prepared(`${id}[zero_division=undefined]`, same, 'multiclass')).toMatchObject({
      reason: expect.stringContaining('0/0'),
    });
  }
});
