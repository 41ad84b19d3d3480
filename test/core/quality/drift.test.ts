import { expect, test } from 'vitest';
import { type ColumnDrift, driftFindings } from '../../../src/core/quality/drift.ts';

const column = (name: string, share: number, rows = 10_000): ColumnDrift => ({
  name,
  bins: { baseline: [rows / 2, rows / 2], candidate: [rows * share, rows * (1 - share)] },
  distance: { value: Math.abs(share - 0.5), baseline: rows, candidate: rows },
});
const told = (columns: readonly ColumnDrift[]) =>
  driftFindings(columns).map(({ check, level, column }) => [check, level, column]);

test('each column that has moved, the farthest first, by both measures', () => {
  expect(told([column('still', 0.51), column('some', 0.66), column('far', 0.8)])).toEqual([
    ['drift-psi', 'warning', 'far'],
    ['drift-psi', 'info', 'some'],
    ['drift-ks', 'warning', 'far'],
    ['drift-ks', 'info', 'some'],
  ]);
});

test('what has not moved is one line each', () => {
  const found = driftFindings([column('a', 0.5), column('price', 0.52)]);
  expect(found.map(({ level, message }) => [level, message])).toEqual([
    [
      'info',
      "Of 2 columns none has drifted against the baseline's holdout: the greatest PSI of `price` is 0.002.",
    ],
    [
      'info',
      "Of 2 columns none has drifted against the baseline's holdout: the greatest Kolmogorov–Smirnov distance of `price` is 0.020.",
    ],
  ]);
});

test('a few rows are moved as far by chance', () => {
  expect(told([column('tiny', 0.7, 20)])).toEqual([
    ['drift-psi', 'info', undefined],
    ['drift-ks', 'info', undefined],
  ]);
});

test('text has no distance, and a new column no drift', () => {
  const found = driftFindings([
    { ...column('text', 0.9), distance: null },
    { name: 'new', bins: null, distance: null },
  ]);
  expect(found.map(({ check, message }) => [check, message])).toEqual([
    ['drift-psi', expect.stringMatching(/^The PSI of `text` is \d\.\d{3} .*have moved far\.$/)],
    ['drift-unknown', "The baseline's holdout has no `new`: no drift can be told there."],
  ]);
});

test('hundreds of columns stay within the document', () => {
  const many = Array.from({ length: 300 }, (_, i) => column(`c${i}`, 0.9));
  expect(driftFindings(many)).toHaveLength(100);
});
