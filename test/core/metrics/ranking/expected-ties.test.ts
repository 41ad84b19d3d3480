/** Expectations over tied rows, against textbook definitions applied to every order that the ties allow. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src/core/stats/random.ts';
import { expectClose } from '../../stats/relative.ts';
import { scoresOf } from '../sample.ts';
import { permutations } from './permutations.ts';
import { metric } from './prepare.ts';

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const hits = (grades: number[], k: number) => grades.slice(0, k).filter((g) => g > 0).length;
const dcg = (grades: number[], k: number, gain = (g: number) => g) =>
  sum(grades.slice(0, k).map((g, i) => gain(g) / Math.log2(i + 2)));
const exp2 = (g: number) => 2 ** g - 1;
const descending = (grades: number[]) => grades.toSorted((a, b) => b - a);
const ap = (grades: number[], k: number, most: number) =>
  sum(grades.slice(0, k).map((g, i) => (g > 0 ? hits(grades, i + 1) / (i + 1) : 0))) /
  Math.min(hits(grades, 99), most);
const rr = (grades: number[], k: number) => {
  const first = grades.slice(0, k).findIndex((g) => g > 0);
  return first < 0 ? 0 : 1 / (first + 1);
};
const err = (grades: number[], k: number) => {
  let [arrives, total] = [1, 0];
  grades.slice(0, k).forEach((g, i) => {
    const stop = exp2(g) / 4;
    total += (arrives * stop) / (i + 1);
    arrives *= 1 - stop;
  });
  return total;
};

/** By id, the definition on grades by rank. */
const TEXTBOOK: Record<string, (grades: number[]) => number> = {
  'dcg@3': (g) => dcg(g, 3),
  'dcg[gain=exp2]': (g) => dcg(g, 99, exp2),
  'ndcg@2': (g) => dcg(g, 2) / dcg(descending(g), 2),
  'ndcg[gain=exp2]': (g) => dcg(g, 99, exp2) / dcg(descending(g), 99, exp2),
  'map@3': (g) => ap(g, 3, 99),
  'map@2[D=minRk]': (g) => ap(g, 2, 2),
  map: (g) => ap(g, 99, 99),
  'mrr@2': (g) => rr(g, 2),
  mrr: (g) => rr(g, 99),
  mind_mrr: (g) => sum(g.map((grade, i) => (grade > 0 ? 1 / (i + 1) : 0))) / hits(g, 99),
  'precision@2': (g) => hits(g, 2) / 2,
  'precision@9': (g) => hits(g, 9) / 9,
  'recall@3': (g) => hits(g, 3) / hits(g, 99),
  'hit@2': (g) => Math.min(1, hits(g, 2)),
  r_prec: (g) => hits(g, hits(g, 99)) / hits(g, 99),
  bpref: (g) => {
    const relevant = hits(g, 99);
    const most = Math.min(relevant, g.length - relevant);
    const misses = (i: number) => Math.min(i - hits(g, i), most);
    return sum(g.map((grade, i) => (grade > 0 ? 1 - (most && misses(i) / most) : 0))) / relevant;
  },
  'rbp@0.8': (g) => sum(g.map((grade, i) => (grade > 0 ? 0.2 * 0.8 ** i : 0))),
  'err@3[gmax=2]': (g) => err(g, 3),
  'err@9[gmax=2]': (g) => err(g, 99),
};

const random = seededRandom(7);
const below = (n: number) => random.uint32() % n;
const CASES = [
  { label: [1, 0, 2, 0], candidate: [5, 5, 5, 5] },
  { label: [0, 0, 1], candidate: [-0, 0, 0] },
  { label: [2], candidate: [1] },
  ...Array.from({ length: 8 }, () => {
    const n = 2 + below(5);
    const label = Array.from({ length: n }, () => below(3));
    label[below(n)] = 1 + below(2);
    return { label, candidate: Array.from({ length: n }, () => below(3)) };
  }),
];

describe.each(CASES)('grades $label, scores $candidate', ({ label, candidate }) => {
  const rows = label.map((grade, row) => ({ grade, score: candidate[row]! }));
  // A stable sort of every order of the rows: each order of the tied ones comes equally often.
  const rankings = permutations(rows).map((order) =>
    order.toSorted((a, b) => b.score - a.score).map(({ grade }) => grade),
  );
  const scores = scoresOf({ label, candidate, group: label.map(() => 'q') });

  it.each(Object.entries(TEXTBOOK))('%s', (id, definition) => {
    const values = rankings.map(definition);
    expectClose(metric(id, scores), sum(values) / values.length, 1e-13);
    const strict = (ties: string) =>
      id.replace(/\[|$/, id.includes('[') ? `[ties=${ties},` : `[ties=${ties}]`);
    const [worst, input, best] = ['worst', 'input', 'best'].map((ties) => metric(strict(ties), scores));
    expectClose(worst, Math.min(...values), 1e-13);
    expectClose(best, Math.max(...values), 1e-13);
    expectClose(
      input,
      definition(rows.toSorted((a, b) => b.score - a.score).map(({ grade }) => grade)),
      1e-13,
    );
  });

  it('pairwise_acc', () => {
    const pairs = rows.flatMap((a) => rows.filter((b) => a.grade > b.grade).map((b) => [a, b] as const));
    if (pairs.length === 0) {
      expect(() => metric('pairwise_acc', scores)).toThrow(/two rows of different grades/);
      return;
    }
    const right = sum(pairs.map(([a, b]) => (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0)));
    expectClose(metric('pairwise_acc', scores), right / pairs.length, 1e-13);
  });
});
