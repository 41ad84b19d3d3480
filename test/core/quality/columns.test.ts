import { expect, test } from 'vitest';
import { columnFindings, sharedFinding } from '../../../src/core/quality/columns.ts';

const column = (name: string, more: object = {}) => ({
  name,
  missing: 0,
  min: '1',
  constant: false,
  ...more,
});

test('says what is missing and what never changes', () => {
  const columns = [
    column('fine'),
    column('some', { missing: 5 }),
    column('most', { missing: 60 }),
    column('none', { missing: 100, min: null }),
    column('same', { constant: true, min: '3' }),
  ];
  const found = columnFindings({ rows: 100, columns });
  expect(found.map(({ check, level, column, value }) => [check, level, column, value])).toEqual([
    ['missing-values', 'info', 'some', 0.05],
    ['missing-values', 'warning', 'most', 0.6],
    ['missing-values', 'warning', 'none', 1],
    ['constant-column', 'warning', 'same', undefined],
  ]);
  expect(found[3]!.message).toBe('`same` is `3` in every row: the holdout does not show what it does.');
});

test('rows that were trained on', () => {
  expect(sharedFinding(0, 1000, 3)).toMatchObject({ level: 'info', value: 0 });
  expect(sharedFinding(9, 1000, 3)).toMatchObject({ level: 'info', value: 0.009 });
  expect(sharedFinding(10, 1000, 3)).toMatchObject({ level: 'warning', value: 0.01 });
});
