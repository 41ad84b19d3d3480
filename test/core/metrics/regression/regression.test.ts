import { describe, expect, it } from 'vitest';
import { expectClose } from '../../stats/relative.ts';
import { REGRESSION } from '../golden.ts';
import { measure, prepared } from '../measure.ts';
import { GOLDEN, scoresOf } from '../sample.ts';

describe.each([
  ['plain', REGRESSION.plain, {}],
  ['weighted', REGRESSION.weighted, { weight: REGRESSION.weight }],
] as const)('%s, as scikit-learn', (_, expected, more) => {
  const scores = scoresOf({ label: REGRESSION.label, candidate: REGRESSION.score, ...more });
  it.each(Object.entries(expected))('%s', (id, value) => {
    expectClose(measure(id, scores, 'regression'), value, 1e-12);
  });
});

it('equals the worked example of xauc', () => {
  const scores = scoresOf({ label: [1, 2, 3], candidate: [5, 9, 7] });
  expectClose(measure('xauc', scores, 'regression'), 2 / 3);
});

it('has an xauc of AUC for labels 0 and 1', () => {
  const scores = scoresOf({ label: GOLDEN.label, candidate: GOLDEN.a, weight: GOLDEN.weight });
  expectClose(measure('xauc', scores, 'regression'), measure('auc', scores));
});

it('has no xauc or r2 where labels do not differ', () => {
  const same = scoresOf({ label: [0.1, 0.1, 0.1], candidate: [1, 2, 3] });
  for (const id of ['xauc', 'r2'])
    expect(prepared(id, same, 'regression')).toMatchObject({
      kind: 'undefined',
      reason: expect.stringContaining('Every row has label 0.1'),
    });
});

it('has no mape where a label is 0, unless asked to', () => {
  const zeros = scoresOf({ label: [0, 2, 0], candidate: [1, 1, 1] });
  expect(prepared('mape', zeros, 'regression')).toEqual({
    kind: 'undefined',
    reason: '2 of 3 rows have label 0; an error relative to 0 has no size.',
  });
  expectClose(measure('mape[zero=eps]', zeros, 'regression'), (2 / Number.EPSILON + 0.5) / 3);
});

it('says so when numbers leave the range of numbers', () => {
  const huge = scoresOf({ label: [1e308, 1], candidate: [-1e308, 1] });
  for (const id of ['rmse', 'mae', 'mape'])
    expect(prepared(id, huge, 'regression'), id).toMatchObject({
      kind: 'undefined',
      reason: expect.stringContaining('too large'),
    });
});
