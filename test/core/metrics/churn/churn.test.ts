import { describe, expect, it } from 'vitest';
import { groupResults } from '../../../../src/core/metrics/churn/group-results.ts';
import { churnOf, winTieLoss } from '../../../../src/core/metrics/churn/index.ts';
import { overlapAt } from '../../../../src/core/metrics/churn/overlap.ts';
import { pairedRanks } from '../../../../src/core/metrics/churn/paired-ranks.ts';
import { rankBiasedOverlap } from '../../../../src/core/metrics/churn/rbo.ts';
import { seededRandom } from '../../../../src/core/stats/random.ts';
import { expectClose } from '../../stats/relative.ts';
import { codesOf } from '../sample.ts';

const OPTIONS = { threshold: 0.5, k: 2 };

function armsOf(
  candidate: readonly number[],
  baseline: readonly number[],
  group: readonly string[] | null = null,
  weight: readonly number[] | null = null,
) {
  return {
    label: new Float64Array(candidate.length),
    candidate: Float64Array.from(candidate),
    baseline: Float64Array.from(baseline),
    weight: weight && Float64Array.from(weight),
    group: group && codesOf(group),
  };
}

const groupedArms = (
  candidate: readonly number[],
  baseline: readonly number[],
  group: readonly string[],
) => ({
  ...armsOf(candidate, baseline),
  group: codesOf(group),
});

describe('churn', () => {
  it('of two lists', () => {
    // By rank a b c and a c b; and d e against e d.
    const scores = armsOf([0.9, 0.6, 0.1, 0.4, 0.2], [0.8, 0.3, 0.4, 0.1, 0.7], [...'qqqrr']);
    expect(churnOf(scores, OPTIONS)).toEqual({
      rows: 5,
      groups: 2,
      flipRate: 2 / 5,
      meanShift: expect.closeTo((0.1 + 0.3 + 0.3 + 0.3 + 0.5) / 5, 12),
      maxShift: expect.closeTo(0.5, 12),
      spearman: expect.closeTo(0.2, 12),
      kendallTauB: expect.closeTo(0.2, 12),
      overlap: 0.75,
      rbo: expect.closeTo((0.729 + 0.1 * (1 + 0.9 / 2 + 0.81) + 0.9) / 2, 12),
      firstChanged: 0.5,
    });
  });

  it('of a model with itself is none, whatever ties', () => {
    const values = [0.5, 0.5, 0.5, 0.2, 0.9];
    expect(churnOf(armsOf(values, values, [...'aabbb']), OPTIONS)).toEqual({
      rows: 5,
      groups: 2,
      flipRate: 0,
      meanShift: 0,
      maxShift: 0,
      spearman: 1,
      kendallTauB: 1,
      overlap: 1,
      rbo: expect.closeTo(1, 12),
      firstChanged: 0,
    });
  });

  it('weights rows, and lists by the mean of their rows', () => {
    const scores = armsOf([0.9, 0.1, 0.9, 0.1], [0.1, 0.9, 0.8, 0.1], [...'aabb'], [1, 1, 3, 3]);
    expect(churnOf(scores, OPTIONS)).toMatchObject({
      flipRate: 2 / 8,
      meanShift: expect.closeTo((0.8 + 0.8 + 0.3) / 8, 12),
      firstChanged: 1 / 4,
    });
  });

  it('leaves out what there is no ground for', () => {
    expect(churnOf(armsOf([3, 4], [4, 3]), { threshold: null, k: 5 })).toMatchObject({
      flipRate: null,
      spearman: -1,
      groups: 0,
      overlap: null,
      rbo: null,
      firstChanged: null,
    });
    expect(churnOf(armsOf([1, 1], [1, 2], [...'ab']), OPTIONS)).toMatchObject({
      spearman: null,
      kendallTauB: null,
      overlap: 1,
    });
    expect(churnOf(armsOf([], [], []), OPTIONS)).toEqual({
      rows: 0,
      groups: 0,
      flipRate: null,
      meanShift: null,
      maxShift: null,
      spearman: null,
      kendallTauB: null,
      overlap: null,
      rbo: null,
      firstChanged: null,
    });
  });

  it('passes over groups without rows', () => {
    const scores = {
      ...armsOf([1, 2, 1, 2], [1, 2, 2, 1]),
      group: { code: Int32Array.of(0, 0, 2, 2), count: 4 },
    };
    expect(churnOf(scores, { threshold: null, k: 1 })).toMatchObject({
      groups: 2,
      overlap: 0.5,
      firstChanged: 0.5,
    });
  });

  it('a score at the threshold is a no', () => {
    expect(churnOf(armsOf([0.5, 0.6], [0.4, 0.5]), OPTIONS).flipRate).toBe(0.5);
  });
});

describe('overlaps against their definitions', () => {
  const random = seededRandom(5);
  const sizes = [1, 2, 3, 10, 40];
  const group = sizes.flatMap((size) => Array.from({ length: size }, () => `g${size}`));
  const draw = () => group.map(() => random.uint32() % 25);
  const scores = groupedArms(draw(), draw(), group);
  const ranks = pairedRanks(scores);
  // Rows of each group by descending score, stable.
  const listsOf = (values: Float64Array) =>
    sizes.map((size) =>
      group
        .flatMap((name, row) => (name === `g${size}` ? [row] : []))
        .sort((a, b) => values[b]! - values[a]!),
    );
  const [candidate, baseline] = [listsOf(scores.candidate), listsOf(scores.baseline)];
  const shared = (index: number, depth: number) => {
    const other = new Set(baseline[index]!.slice(0, depth));
    return candidate[index]!.slice(0, depth).filter((row) => other.has(row)).length;
  };

  it.each([1, 2, 5, 100])('overlap@%d', (k) => {
    const expected = sizes.map((size, index) => shared(index, k) / Math.min(k, size));
    expect([...overlapAt(ranks, k)]).toEqual(expected);
  });

  it.each([0.5, 0.9, 0.98])('rbo, p %d', (p) => {
    const values = rankBiasedOverlap(ranks, p);
    sizes.forEach((size, index) => {
      let sum = 0;
      for (let d = 1; d <= size; d++) sum += (shared(index, d) / d) * p ** d;
      expectClose(values[index], (shared(index, size) / size) * p ** size + ((1 - p) / p) * sum, 1e-12);
    });
  });

  it('rbo of a b against b a', () => {
    expectClose(rankBiasedOverlap(pairedRanks(groupedArms([2, 1], [1, 2], ['q', 'q'])), 0.9)[0], 0.9, 1e-14);
  });
});

describe('wins, ties and losses', () => {
  const candidate = Float64Array.of(0.5, 0.7, Number.NaN, 1, Number.NaN);
  const baseline = Float64Array.of(0.5, 0.9, 1, 0, Number.NaN);

  it('by direction, without undefined groups', () => {
    expect(winTieLoss(candidate, baseline, 'higher')).toEqual({ wins: 1, ties: 1, losses: 1 });
    const oneMore = Float64Array.of(0.1, ...candidate.subarray(1));
    expect(winTieLoss(oneMore, baseline, 'higher')).toEqual({ wins: 1, ties: 0, losses: 2 });
    expect(winTieLoss(oneMore, baseline, 'lower')).toEqual({ wins: 2, ties: 0, losses: 1 });
  });

  it('of each metric that has a value per group, or a mean over its rows', () => {
    // Group a: both rows nearer to the label; b: both farther; c: the same. The last row weighs nothing.
    const scores = {
      ...armsOf(
        [0.9, 0.1, 0.3, 0.6, 0.5, 0.5, 1],
        [0.8, 0.2, 0.6, 0.3, 0.5, 0.5, 0],
        [...'aabbccd'],
        [1, 1, 1, 1, 1, 1, 0],
      ),
      label: Float64Array.of(1, 0, 1, 0, 1, 0, 1),
    };
    const each = { wins: 1, ties: 1, losses: 1 };
    expect(groupResults(scores, ['auc', 'logloss', 'gauc', 'copc', 'ndcg@1'], 'binary')).toEqual([
      { metric: 'logloss', ...each },
      { metric: 'gauc', wins: 0, ties: 2, losses: 1 },
      { metric: 'ndcg@1', wins: 0, ties: 2, losses: 1 },
    ]);
    expect(groupResults({ ...scores, group: null }, ['logloss'], 'binary')).toEqual([]);
    expect(groupResults({ ...scores, baseline: null }, ['logloss'], 'binary')).toEqual([]);
  });
});
