import { describe, expect, it } from 'vitest';
import { RANKING_METRICS } from '../../../../src/core/metrics/ranking/index.ts';
import type { Scores } from '../../../../src/core/metrics/scores.ts';
import { expectClose } from '../../stats/relative.ts';
import { scoresOf } from '../sample.ts';
import { groupsOf, metric, prepare } from './prepare.ts';

const IDS = RANKING_METRICS.map(({ name, at, defaultAt }) =>
  at === 'count' && defaultAt === null ? `${name}@3` : name,
);
const GRADED = IDS.filter((id) => !/coverage|exposure|novelty/.test(id));

const reasonOf = (id: string, scores: Scores) => {
  const prepared = prepare(id, scores);
  return prepared.kind === 'undefined' ? prepared.reason : prepared.kind;
};

describe('what no ranking metric can be made of', () => {
  it.each(IDS)('%s without groups', (id) => {
    expect(reasonOf(id, scoresOf({ label: [1, 0], candidate: [1, 0] }))).toMatch(
      /^Rows are not grouped; name/,
    );
  });

  it.each(GRADED)('%s without rows', (id) => {
    expect(reasonOf(id, scoresOf({ label: [], candidate: [], group: [] }))).toBe('There are no groups.');
  });

  it.each(GRADED)('%s with a negative grade', (id) => {
    const scores = scoresOf({ label: [1, 0, -1, -2], candidate: [1, 2, 3, 4], group: ['a', 'a', 'b', 'b'] });
    expect(reasonOf(id, scores)).toMatch(
      /^The grade in row 3 \(and 1 more of 4\) is -1; here grades are (0 or more|from 0 to 4)\.$/,
    );
  });

  it.each(GRADED)('%s of groups that are all negative, or all of one row', (id) => {
    const negative = scoresOf({ label: [0, 0, 0], candidate: [1, 2, 3], group: ['a', 'a', 'b'] });
    expect(reasonOf(id, negative)).toMatch(
      /^None of the 2 groups has (a row with a grade above 0|rows of both classes|two rows of different grades)\.$/,
    );
  });

  it('grades that are too high for their gain', () => {
    const scores = scoresOf({ label: [5, 40], candidate: [1, 2], group: ['a', 'a'] });
    expect(reasonOf('err@3', scores)).toMatch(/^The grade in row 1 \(and 1 more of 2\) is 5; .* from 0 to 4/);
    expect(reasonOf('ndcg[gain=exp2]', scores)).toMatch(/^The grade in row 2 is 40; .* from 0 to 31/);
    expect(reasonOf('ndcg', scores)).toBe('groups');
  });

  it('a reader who never stops', () => {
    const scores = scoresOf({ label: [1, 0], candidate: [1, 2], group: ['a', 'a'] });
    expect(reasonOf('rbp@1', scores)).toMatch(/with a number below 1\.$/);
  });

  it.each(['coverage@3', 'exposure_gini@3', 'novelty@3'])('%s without items', (id) => {
    const scores = scoresOf({ label: [1, 0], candidate: [1, 0], group: ['a', 'a'] });
    expect(reasonOf(id, scores)).toMatch(/name the column of the item as `item`/);
    const empty = scoresOf({ label: [], candidate: [], group: [] });
    const item = { code: new Int32Array(), count: 3, ids: ['a', 'b', 'c'] };
    expect(reasonOf(id, { ...empty, item })).toBe('There are no rows.');
  });
});

describe('odd groups', () => {
  it('one row each', () => {
    const scores = scoresOf({ label: [1, 0, 1], candidate: [1, 2, 3], group: ['a', 'b', 'c'] });
    for (const id of ['ndcg', 'map', 'mrr', 'hit@3', 'recall@3', 'r_prec']) {
      expect([...groupsOf(id, scores).values], id).toEqual([1, Number.NaN, 1]);
    }
    expect([...groupsOf('precision@4', scores).values]).toEqual([0.25, Number.NaN, 0.25]);
    expect(reasonOf('gauc', scores)).toBe('None of the 3 groups has rows of both classes.');
  });

  it('k beyond every group', () => {
    const scores = scoresOf({ label: [0, 2, 1], candidate: [3, 2, 1], group: ['a', 'a', 'a'] });
    for (const name of ['ndcg', 'dcg', 'map', 'mrr']) {
      expect(metric(`${name}@1000000000`, scores)).toBe(metric(name, scores));
    }
    expect(metric('recall@1000000000', scores)).toBe(1);
    expect(metric('precision@1000000000', scores)).toBe(2e-9);
    expectClose(metric('err@1000000000', scores), metric('err@3', scores));
  });

  it('groups of which this slice has no rows', () => {
    const scores = scoresOf({ label: [1, 0, 1, 0], candidate: [1, 0, 0, 1], group: ['a', 'a', 'c', 'c'] });
    const sliced = { ...scores, group: { code: Int32Array.of(0, 0, 2, 2), count: 4 } };
    for (const id of GRADED) {
      const { values, weights } = groupsOf(id, sliced);
      expect([values[1], values[3]], id).toEqual([Number.NaN, Number.NaN]);
      expect([...weights].map((weight) => weight > 0)).toEqual([true, false, true, false]);
      expectClose(metric(id, sliced), metric(id, scores));
    }
  });

  it('one tied group of 200,000 rows', () => {
    const n = 200_000;
    const scores: Scores = {
      label: Float64Array.from({ length: n }, (_, row) => row % 2),
      candidate: new Float64Array(n),
      baseline: null,
      weight: null,
      group: { code: new Int32Array(n), count: 1 },
    };
    expectClose(metric('gauc', scores), 0.5);
    expectClose(metric('precision@10', scores), 0.5);
    expectClose(metric('hit@2', scores), 1 - (0.5 * (n / 2 - 1)) / (n - 1));
    // Ranks to infinity of a fair coin: Σ 2⁻ⁱ/i = ln 2, but for a finite n.
    expectClose(metric('mrr', scores), Math.LN2, 1e-4);
    expectClose(metric('pairwise_acc', scores), 0.5);
  });
});

describe('row weights', () => {
  it('weigh queries by their mean, and rows within a grouped AUC', () => {
    const scores = scoresOf({
      label: [1, 0, 0, 1],
      candidate: [2, 1, 2, 1],
      weight: [1, 3, 5, 1],
      group: ['a', 'a', 'b', 'b'],
    });
    const { values, weights } = groupsOf('mrr', scores);
    expect([...values]).toEqual([1, 0.5]);
    expect([...weights]).toEqual([2, 3]);
    expectClose(metric('mrr', scores), 0.7);
  });
});
