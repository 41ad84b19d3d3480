import { describe, expect, test } from 'vitest';
import type { Scores } from '../../../src/core/metrics/scores.ts';
import { countDistinct } from '../../../src/core/quality/distinct.ts';
import { scoreFindings } from '../../../src/core/quality/scores.ts';

const f = (...values: number[]) => Float64Array.from(values);
function scores(label: number[], candidate: number[], more: Partial<Scores> = {}): Scores {
  return {
    label: Float64Array.from(label),
    candidate: Float64Array.from(candidate),
    baseline: null,
    weight: null,
    group: null,
    ...more,
  };
}
const spread = (n: number, step = 0.618) => Array.from({ length: n }, (_, i) => (i * step) % 1);
const brief = (rows: Scores, task: Parameters<typeof scoreFindings>[1] = 'binary') =>
  scoreFindings(rows, task).map(({ check, level, value, column }) => [check, level, column, value]);

describe('distinct rows', () => {
  test.each<[string, (Float64Array | Int32Array)[], number, number]>([
    ['none', [f()], 0, 0],
    ['one column', [f(1, 2, 1, 3)], 4, 3],
    ['two columns', [f(1, 1, 1, 2), Int32Array.of(7, 8, 7, 7)], 4, 3],
    ['both zeros are one', [f(0, -0)], 2, 1],
    ['two numbers a row', [f(1, 2, 2, 1, 1, 2)], 3, 2],
  ])('%s', (_, columns, rows, distinct) => {
    expect(countDistinct(columns, rows)).toBe(distinct);
  });

  test('as a Set counts them', () => {
    const values = Float64Array.from({ length: 50_000 }, (_, i) => ((i * i) % 7919) / 7919);
    expect(countDistinct([values], values.length)).toBe(new Set(values).size);
  });
});

test.each(['binary', 'ranking'] as const)('groups without anything relevant are counted: %s', (task) => {
  const group = { code: Int32Array.from({ length: 400 }, (_, i) => i % 4), count: 4 };
  const label = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 && i < 200 ? 1 : 0));
  const found = scoreFindings(scores(label, spread(400), { group }), task);
  expect(found).toContainEqual({
    check: 'empty-groups',
    level: 'info',
    message: '3 of 4 groups (75.00%) have no row with a label above 0.',
    value: 0.75,
  });
  const all = scoreFindings(
    scores(
      label.map((_, i) => (i % 3) % 2),
      spread(400),
      { group },
    ),
    task,
  );
  expect(all.map(({ check }) => check)).not.toContain('empty-groups');
});

describe('label balance', () => {
  test('of enough rows is information', () => {
    const label = Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0));
    expect(brief(scores(label, spread(400)))).toEqual([['label-balance', 'info', undefined, 0.25]]);
  });

  test.each([
    [3, 997],
    [998, 2],
  ])('%i positive and %i negative rows', (positives, negatives) => {
    const label = [...Array(positives).fill(1), ...Array(negatives).fill(0)];
    const [first] = scoreFindings(scores(label, spread(1000)), 'binary');
    expect(first).toMatchObject({ check: 'label-balance', level: 'warning', value: positives / 1000 });
  });

  test('names the rarest class', () => {
    const label = [...Array(300).fill(0), ...Array(200).fill(1), ...Array(5).fill(2)];
    const rows = { ...scores(label, spread(1515)), classes: 3 };
    const [first] = scoreFindings(rows, 'multiclass');
    expect(first).toMatchObject({ level: 'warning', value: 5 / 505 });
    expect(first!.message).toContain('The rarest of 3 classes is 2, with 5 rows of 505');
  });

  test('one label for a regression', () => {
    expect(brief(scores([4, 4, 4], [1, 2, 3]), 'regression')).toEqual([
      ['label-balance', 'warning', undefined, 1],
    ]);
    expect(brief(scores([4, 4, 5], [1, 2, 3]), 'regression')).toEqual([]);
  });
});

describe('scores', () => {
  const label = Array.from({ length: 400 }, (_, i) => i % 2);
  const named = (rows: Scores, check: string) =>
    scoreFindings(rows, 'binary').filter((one) => one.check === check);

  test('that are all the same', () => {
    const rows = scores(label, spread(400), { baseline: new Float64Array(400).fill(0.5) });
    expect(named(rows, 'constant-scores')).toMatchObject([{ level: 'warning', column: 'baseline' }]);
  });

  test('repeated rows are a warning only where group and both models agree', () => {
    const half = Array.from({ length: 400 }, (_, i) => i % 200).map((i) => (i * 0.618) % 1);
    const alone = scores(label, half);
    expect(named(alone, 'repeated-rows')).toMatchObject([{ level: 'info', value: 0.5 }]);
    const group = { code: Int32Array.from(label.keys(), (i) => i % 100), count: 100 };
    const all = { ...alone, baseline: Float64Array.from(half), group };
    expect(named(all, 'repeated-rows')).toMatchObject([{ level: 'warning', value: 0.5 }]);
    const other = { ...all, group: { code: Int32Array.from(label.keys()), count: 400 } };
    expect(named(other, 'repeated-rows')).toEqual([]);
  });

  test('ties matter in ranked lists', () => {
    const coarse = spread(400).map((score) => Math.round(score * 10) / 10);
    const tied = named(scores(label, coarse), 'score-ties');
    expect(tied).toMatchObject([{ level: 'info', column: 'candidate' }]);
    expect(tied[0]!.value).toBeCloseTo((400 - new Set(coarse).size) / 399, 12);
    const group = { code: Int32Array.of(0, 0, 0), count: 1 };
    const lists = named(scores([0, 1, 1], [0.5, 0.5, 0.1], { group }), 'score-ties');
    expect(lists).toMatchObject([{ level: 'warning', value: 0.5 }]);
  });
});
