import { describe, expect, it } from 'vitest';
import { checkScores } from '../../../src/core/metrics/check.ts';
import { scoresOf } from './sample.ts';

const check = (parts: Partial<Parameters<typeof scoresOf>[0]>) => {
  const label = parts.label ?? [0, 1, 1];
  return checkScores(scoresOf({ label, candidate: label.map(() => 0.5), ...parts }), 'bought');
};

describe('checkScores', () => {
  it('is content with good scores', () => {
    expect(check({ baseline: [-3, 0, 1e9], weight: [0, 1, 2.5], group: ['a', 'b', 'b'] })).toEqual([]);
  });

  it.each([
    [{ label: [] }, 'holdout-empty', 'The holdout has no rows.'],
    [
      { label: [0, 2, 1, 3, NaN] },
      'label-invalid',
      'The label "bought" is 2 in row 2 (and 2 more of 5); it must be 0 or 1.',
    ],
    [{ label: [0, NaN] }, 'label-invalid', 'The label "bought" is NaN in row 2; it must be 0 or 1.'],
    [
      { label: [0, 0, 0] },
      'label-invalid',
      'All 3 rows have 0 as the label "bought"; no model can be judged on one class.',
    ],
    [
      { label: [1] },
      'label-invalid',
      'The only row has 1 as the label "bought"; no model can be judged on one class.',
    ],
    [
      { candidate: [0.1, NaN, NaN] },
      'score-invalid',
      "The candidate's score in row 2 (and 1 more of 3) is NaN.",
    ],
    [{ baseline: [0.1, 1, -Infinity] }, 'score-invalid', "The baseline's score in row 3 is -Infinity."],
    [
      { weight: [1, -0.5, 1] },
      'weight-invalid',
      'The weight in row 2 is -0.5; weights are finite and not negative.',
    ],
    [
      { weight: [NaN, 1, Infinity] },
      'weight-invalid',
      'The weight in row 1 (and 1 more of 3) is NaN; weights are finite and not negative.',
    ],
    [{ weight: [0, 0, 0] }, 'weight-invalid', 'The weight is 0 in all 3 rows, so that no row counts.'],
    [
      { group: ['u', 'u', 'u'] },
      'group-invalid',
      'All rows are of one group, so that nothing can be said about other groups.',
    ],
  ])('refuses %o', (parts, code, message) => {
    expect(check(parts)).toEqual([{ code, message, fix: expect.stringMatching(/\.$/) }]);
  });

  it('tells everything at once', () => {
    const faults = check({
      label: [0, 5, 1],
      candidate: [NaN, 0, 0],
      baseline: [0, Infinity, 0],
      weight: [-1, 1, 1],
      group: ['a', 'a', 'a'],
    });
    expect(faults.map(({ code }) => code)).toEqual([
      'label-invalid',
      'score-invalid',
      'score-invalid',
      'weight-invalid',
      'group-invalid',
    ]);
  });

  it('takes the labels that the task has', () => {
    const wide = {
      ...scoresOf({ label: [0, 3, 1], candidate: [1, 2, 3, 4, 5, 6, 7, NaN, NaN] }),
      classes: 3,
    };
    expect(checkScores(wide, 'next', 'multiclass')).toMatchObject([
      {
        code: 'label-invalid',
        message:
          'The label "next" is 3 in row 2; it must be a class from 0 to 2, as the model has 3 scores a row.',
      },
      { code: 'score-invalid', message: "The candidate's score in row 3, class 1, is NaN." },
    ]);
    const numbers = scoresOf({ label: [0, -2.5, Infinity], candidate: [1, 2, 3] });
    expect(checkScores(numbers, 'time', 'regression')).toMatchObject([
      { message: 'The label "time" is Infinity in row 3; it must be a finite number.' },
    ]);
    expect(checkScores(numbers, 'grade', 'ranking')).toMatchObject([
      {
        message:
          'The label "grade" is -2.5 in row 2 (and 1 more of 3); it must be a grade of relevance, a finite number from 0.',
      },
    ]);
    const same = scoresOf({ label: [2, 2], candidate: [1, 2] });
    expect(checkScores(same, 'time', 'regression')).toEqual([]);
    expect(checkScores(same, 'grade', 'ranking')).toEqual([]);
    expect(checkScores({ ...same, classes: 5 }, 'next', 'multiclass')).toMatchObject([
      { message: 'All 2 rows have 2 as the label "next"; no model can be judged on one class.' },
    ]);
  });

  it('bounds and escapes the name of a column', () => {
    const [fault] = checkScores(scoresOf({ label: [7], candidate: [0] }), `a\n${'b'.repeat(5000)}`);
    expect(fault!.message).toContain('"a\\nbbb');
    expect(fault!.message.length).toBeLessThan(200);
  });
});
