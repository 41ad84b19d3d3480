import { expect, it } from 'vitest';
import { groupedAuc, standardError } from './auc.ts';

// scikit-learn's roc_auc_score on these ten rows: 0.8541666666666666.
const label = [0, 0, 1, 1, 0, 1, 0, 1, 0, 0];
const score = [0.1, 0.4, 0.35, 0.8, 0.4, 0.6, 0.2, 0.4, 0.05, 0.35];
const rows = label.map((_, i) => i);

it('counts ties as a half', () => {
  expect(groupedAuc(score, label, rows, 10).auc).toBeCloseTo(0.8541666666666666, 14);
});

it('gains nothing from a copy of each row in the same group', () => {
  const once = groupedAuc(score, label, rows, 10);
  const twice = groupedAuc([...score, ...score], [...label, ...label], [...rows, ...rows], 10);
  expect(twice.auc).toBeCloseTo(once.auc, 14);
  expect(standardError(twice.influence)).toBeCloseTo(standardError(once.influence), 14);
  const asIfNew = groupedAuc(
    [...score, ...score],
    [...label, ...label],
    [...rows, ...rows.map((i) => i + 10)],
    20,
  );
  expect(standardError(asIfNew.influence)).toBeLessThan(0.75 * standardError(once.influence));
});
