/** Numbers of scikit-learn 1.2.1, of trec_eval 10.0 and of LightGBM's definitions. */
import { describe, expect, it } from 'vitest';
import { groupCoverage } from '../../../../src/core/metrics/ranking/group-coverage.ts';
import { tieRate } from '../../../../src/core/metrics/ranking/tie-rate.ts';
import { expectClose } from '../../stats/relative.ts';
import { codesOf, itemsOf, scoresOf } from '../sample.ts';
import { groupsOf, metric } from './prepare.ts';

const query = (label: number[], candidate: number[]) =>
  scoresOf({ label, candidate, group: label.map(() => 'q') });

describe('one query with tied scores', () => {
  const label = [0, 3, 2, 0, 1, 0];
  const score = [0.9, 0.5, 0.9, 0.1, 0.5, 0.5];
  const inOrder = query(label, score);
  const named = { ...inOrder, item: itemsOf(['d1', 'd2', 'd3', 'd4', 'd5', 'd6']) };
  // trec_eval breaks ties by descending document number: the reverse of the input here.
  const reversed = query(label.toReversed(), score.toReversed());

  it.each([
    [1, 1 / 3, 2 / 3, 0.214286, 0.6667, 0, 0, 0, 1 / 3],
    [3, 0.4825, 0.420004, 0.402407, 0.42, 0.574141, 0.579996, 0.388889, 1 / 3],
    [5, 0.71141, 0.754167, 0.634509, 0.7542, 0.619993, 0.670439, 0.638889, 0.7],
  ])('at %d', (k, expected, ignoring, exp2, trec, lightgbm, stableLinear, lightgbmMap, trecMap) => {
    expect(metric(`ndcg@${k}`, inOrder)).toBeCloseTo(expected, 6);
    expect(metric(`ndcg@${k}`, reversed)).toBeCloseTo(expected, 6);
    expect(metric(`ndcg@${k}[ties=input]`, reversed)).toBeCloseTo(ignoring, 6);
    expect(metric(`ndcg@${k}[ties=input]`, reversed)).toBeCloseTo(trec, 4);
    expect(metric(`ndcg@${k}[ties=id_desc]`, named)).toBeCloseTo(trec, 4);
    expect(metric(`map@${k}[ties=id_desc]`, named)).toBeCloseTo(trecMap, 4);
    expect(metric(`ndcg@${k}[gain=exp2]`, inOrder)).toBeCloseTo(exp2, 6);
    expect(metric(`ndcg@${k}[gain=exp2,ties=input]`, inOrder)).toBeCloseTo(lightgbm, 6);
    expect(metric(`ndcg@${k}[ties=input]`, inOrder)).toBeCloseTo(stableLinear, 6);
    expect(metric(`map@${k}[D=minRk,ties=input]`, inOrder)).toBeCloseTo(lightgbmMap, 6);
    expect(metric(`map@${k}[ties=input]`, reversed)).toBeCloseTo(trecMap, 4);
  });

  it('the rest of trec_eval', () => {
    const ways = [
      (id: string) => metric(`${id}[ties=input]`, reversed),
      (id: string) => metric(`${id}[ties=id_desc]`, named),
    ];
    for (const trec of ways) {
      expect(trec('mrr')).toBe(1);
      expect(trec('precision@3')).toBeCloseTo(1 / 3, 12);
      expect(trec('precision@5')).toBeCloseTo(0.6, 12);
      expect(trec('recall@3')).toBeCloseTo(1 / 3, 12);
      expect(trec('map')).toBeCloseTo(0.7, 12);
    }
  });

  it.each([
    ['as text, not as numbers', '10', '9'],
    ['the longer one of two that start alike', 'doc', 'doc1'],
    ['bytes of UTF-8, not units of UTF-16', '\uff5e', '😀'],
    ['capitals behind', 'B', 'a'],
  ])('ids in descending order: %s', (_, later, first) => {
    const ids = [first, later];
    for (const order of [ids, ids.toReversed()]) {
      const rows = query(
        order.map((id) => (id === first ? 1 : 0)),
        [0.5, 0.5],
      );
      expect(metric('mrr[ties=id_desc]', { ...rows, item: itemsOf(order) })).toBe(1);
    }
  });

  it('worst and best enclose the expectation', () => {
    // Best first: 2 0 | 3 1 0 | 0; worst first: 0 2 | 0 1 3 | 0.
    expect(metric('dcg@3[ties=best]', inOrder)).toBeCloseTo(2 + 3 / 2, 12);
    expect(metric('dcg@3[ties=worst]', inOrder)).toBeCloseTo(2 / Math.log2(3), 12);
    expect(metric('dcg@3', inOrder)).toBeCloseTo(1 + 1 / Math.log2(3) + 4 / 3 / 2, 12);
  });

  it('counts tied neighbours', () => {
    expect(tieRate({ ...inOrder, group: inOrder.group! }, 'candidate')).toBe(3 / 5);
  });
});

describe('one query without ties', () => {
  const scores = query([3, 0, 2, 0, 1, 0], [0.5, 0.4, 0.9, 0.1, 0.3, 0.8]);

  it.each([
    ['ndcg@1', 0.6666666666666666],
    ['ndcg@3', 0.7350069851388744],
    ['ndcg@5', 0.8162468467211518],
    ['ndcg@1[gain=exp2]', 0.42857142857142855],
    ['ndcg@3[gain=exp2]', 0.692020210352898],
    ['ndcg@5[gain=exp2]', 0.7332063582049066],
    ['dcg@1', 2],
    ['dcg@3', 3.5],
    ['dcg@5', 3.8868528072345425],
    ['map@1', 1 / 3],
    ['map@1[D=minRk]', 1],
    ['map@3', 0.5555555555555555],
    ['map@3[D=minRk]', 0.5555555555555555],
    ['map@5', 0.7555555555555555],
    ['map@5[D=minRk]', 0.7555555555555555],
  ])('%s', (id, expected) => {
    expectClose(metric(id, scores), expected, 1e-15);
    for (const ties of ['input', 'worst', 'best']) {
      const strict = id.includes('[') ? id.replace(']', `,ties=${ties}]`) : `${id}[ties=${ties}]`;
      expectClose(metric(strict, scores), expected, 1e-15);
    }
  });

  it('the worked examples of the others', () => {
    const ranked = (...grades: number[]) =>
      query(
        grades,
        grades.map((_, rank) => -rank),
      );
    expectClose(metric('mrr', ranked(0, 0, 1, 1)), 1 / 3, 1e-15);
    expect(metric('mrr@2', ranked(0, 0, 1, 1))).toBe(0);
    expectClose(metric('mind_mrr', ranked(0, 0, 1, 1)), (1 / 3 + 1 / 4) / 2, 1e-15);
    expect(metric('precision@2', ranked(1, 0, 1))).toBe(0.5);
    expect(metric('precision@5', ranked(1, 0, 1))).toBe(0.4);
    expect(metric('recall@2', ranked(1, 0, 1))).toBe(0.5);
    expect(metric('hit@1', ranked(0, 1))).toBe(0);
    expect(metric('hit@2', ranked(0, 1))).toBe(1);
    expect(metric('r_prec', ranked(1, 0, 1))).toBe(0.5);
    expect(metric('bpref', ranked(0, 1, 0, 0, 1))).toBe(0.25);
    expect(metric('bpref', ranked(0, 0, 0, 1))).toBe(0);
    expect(metric('bpref', ranked(1, 1))).toBe(1);
    expectClose(metric('rbp', ranked(1, 0, 1)), 0.181, 1e-14);
    expectClose(metric('rbp@0.5', ranked(1, 0, 1)), 0.5 * 1.25, 1e-15);
    expectClose(metric('err@3[gmax=2]', ranked(2, 0, 1)), 0.75 + 0.0625 / 3, 1e-15);
    expectClose(metric('err@1', ranked(4)), 15 / 16, 1e-15);
    expect(metric('pairwise_acc', query([2, 1, 0], [0.5, 0.9, 0.5]))).toBe(0.5);
    expectClose(metric('map', ranked(1, 0, 1)), 5 / 6, 1e-15);
  });
});

describe('grouped AUC', () => {
  const group = [...'111122233444555555'];
  const label = [1, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 0, 0];
  const candidate = [
    0.9, 0.8, 0.3, 0.4, 0.2, 0.2, 0.1, 0.5, 0.6, 0.3, 0.2, 0.1, 0.7, 0.6, 0.65, 0.1, 0.05, 0.6,
  ];
  const scores = { ...scoresOf({ label, candidate }), group: codesOf(group) };

  it.each([
    ['gauc', 0.6346153846153846],
    ['gauc[weight=positives]', 0.6875],
    ['gauc[weight=uniform]', 0.6666666666666666],
  ])('%s', (id, expected) => {
    expectClose(metric(id, scores), expected, 1e-15);
  });

  it('by group, with what is dropped', () => {
    const { values } = groupsOf('gauc', scores);
    expect([...values]).toEqual([0.75, 0.75, Number.NaN, Number.NaN, expect.closeTo(0.5, 12)]);
    expect(groupCoverage(scores, values)).toEqual({
      groups: 5,
      droppedGroups: 2,
      rows: 18,
      droppedRows: 5,
      coverage: 13 / 18,
    });
  });

  it('row weights weigh pairs and groups', () => {
    // Pairs of the first group: .9 over .1 weighs 2, .9 under .95 weighs 4; the second group ties.
    const weighted = scoresOf({
      label: [1, 0, 0, 1, 0],
      candidate: [0.9, 0.1, 0.95, 0.5, 0.5],
      weight: [2, 1, 2, 1, 4],
      group: ['a', 'a', 'a', 'b', 'b'],
    });
    const { values, weights } = groupsOf('gauc', weighted);
    expect([...values]).toEqual([1 / 3, 0.5]);
    expect([...weights]).toEqual([5, 5]);
    expect([...groupsOf('gauc[weight=positives]', weighted).weights]).toEqual([2, 1]);
    expect([...groupsOf('gauc[weight=uniform]', weighted).weights]).toEqual([1, 1]);
  });
});

describe('queries with nothing relevant', () => {
  const scores = scoresOf({
    label: [1, 0, 1, 0, 0, 0],
    candidate: [1, 0, 1, 0, 0, 0],
    group: ['a', 'a', 'a', 'b', 'b', 'b'],
  });

  it.each([
    ['ndcg', 1],
    ['ndcg[empty=zero]', 0.5],
    ['ndcg[empty=one]', 1],
    ['map[empty=zero]', 0.5],
    ['mrr', 1],
  ])('%s', (id, expected) => {
    expectClose(metric(id, scores), expected, 1e-15);
  });

  it('counts a query without rows never, and one without relevant rows as trec_eval does', () => {
    const scores = scoresOf({ label: [1, 0, 0], candidate: [2, 1, 1], group: ['q1', 'q1', 'q2'] });
    const three = { ...scores, group: { code: scores.group!.code, count: 3 } };
    expect([...groupsOf('ndcg[empty=zero]', three).values]).toEqual([1, 0, Number.NaN]);
    expect([...groupsOf('map[empty=zero]', three).values]).toEqual([1, 0, Number.NaN]);
    expect([...groupsOf('map[empty=zero]', three).weights]).toEqual([1, 1, 0]);
  });
});
