import { expect, it } from 'vitest';
import { externalScores } from '../../src/entry/gate.ts';

it('names every flag that scores made elsewhere lack, at once', () => {
  const scores = { 'candidate-score': undefined, 'baseline-score': undefined, key: undefined };
  expect(() =>
    externalScores({ ...scores, scores: ['a.parquet'], 'baseline-scores': ['b.parquet'] }),
  ).toThrow(
    '`--scores` was given without `--candidate-score`.\n`--baseline-scores` was given without `--key` and `--baseline-score`.',
  );
});

it('takes the baseline from a table of its own by the key', () => {
  const columns = { 'candidate-score': 'new', 'baseline-score': 'old', key: 'row' };
  expect(externalScores({ ...columns, scores: ['a.parquet'], 'baseline-scores': ['b.parquet'] })).toEqual({
    files: ['a.parquet'],
    candidate: 'new',
    baseline: 'old',
    apart: { files: ['b.parquet'], key: 'row' },
  });
});
