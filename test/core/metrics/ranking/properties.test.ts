import { describe, expect, it } from 'vitest';
import { RANKING_METRICS } from '../../../../src/core/metrics/ranking/index.ts';
import type { Scores } from '../../../../src/core/metrics/scores.ts';
import { seededRandom } from '../../../../src/core/stats/random.ts';
import { expectClose } from '../../stats/relative.ts';
import { codesOf } from '../sample.ts';
import { groupsOf, metric } from './prepare.ts';

const IDS = RANKING_METRICS.map(({ name, at, defaultAt }) =>
  at === 'count' && defaultAt === null ? `${name}@4` : name,
);
const PER_GROUP = [...IDS.filter((id) => !/coverage|exposure|novelty/.test(id)), 'ndcg@3', 'map@3', 'mrr@3'];

interface Row {
  readonly label: number;
  readonly candidate: number;
  readonly weight: number;
  readonly group: string;
  readonly item: number;
}

/** Groups of 1 to 60 rows, which is past what is sorted by insertion; a third of the scores tie. */
function rowsOf(seed: number): Row[] {
  const random = seededRandom(seed);
  const groups = Array.from({ length: 12 }, () => 1 + (random.uint32() % 60));
  return groups.flatMap((size, group) =>
    Array.from({ length: size }, () => ({
      label: Math.max(0, (random.uint32() % 6) - 3),
      candidate: (random.uint32() % 100) / (random.uint32() % 3 === 0 ? 1 : 1e6),
      weight: 0.5 + random.uniform(),
      group: `g${group}`,
      item: random.uint32() % 30,
    })),
  );
}

function scoresOf(rows: readonly Row[], more: Partial<Scores> = {}): Scores {
  return {
    label: Float64Array.from(rows, ({ label }) => label),
    candidate: Float64Array.from(rows, ({ candidate }) => candidate),
    baseline: null,
    weight: Float64Array.from(rows, ({ weight }) => weight),
    group: codesOf(rows.map(({ group }) => group)),
    item: {
      code: Int32Array.from(rows, ({ item }) => item),
      count: 30,
      ids: Array.from({ length: 30 }, (_, item) => `item ${item}`),
    },
    ...more,
  };
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, key: random.uint32() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

describe.each([1, 2, 3])('random groups, seed %d', (seed) => {
  const rows = rowsOf(seed);

  it.each(PER_GROUP.filter((id) => id !== 'dcg'))('%s is from 0 to 1', (id) => {
    for (const value of groupsOf(id, scoresOf(rows)).values) {
      if (!Number.isNaN(value)) expect(Math.abs(value - 0.5)).toBeLessThanOrEqual(0.5 + 1e-12);
    }
  });

  it.each(IDS)('%s does not depend on the order of the rows', (id) => {
    expectClose(metric(id, scoresOf(shuffled(rows, seed))), metric(id, scoresOf(rows)), 1e-11);
  });

  it.each(IDS)('%s does not depend on the names of the groups', (id) => {
    const scores = scoresOf(rows);
    const last = scores.group!.count - 1;
    const group = { code: scores.group!.code.map((code) => last - code), count: last + 1 };
    expectClose(metric(id, { ...scores, group }), metric(id, scores), 1e-11);
  });

  it.each(['gauc', 'ndcg', 'ndcg@3', 'map', 'r_prec', 'pairwise_acc', 'map@3[D=minRk]'])(
    '%s of the perfect ranking is 1',
    (id) => {
      const scores = scoresOf(rows);
      for (const value of groupsOf(id, { ...scores, candidate: scores.label.slice() }).values) {
        if (!Number.isNaN(value)) expectClose(value, 1, 1e-12);
      }
    },
  );

  it.each(['gauc', 'pairwise_acc'])('%s of a constant model is one half', (id) => {
    const scores = scoresOf(rows);
    expectClose(metric(id, { ...scores, candidate: new Float64Array(rows.length) }), 0.5, 1e-12);
  });

  it('gauc with the labels turned is one minus itself', () => {
    const scores = scoresOf(rows, { weight: null });
    const turned = scores.label.map((label) => (label > 0 ? 0 : 1));
    expectClose(metric('gauc', { ...scores, label: turned }), 1 - metric('gauc', scores), 1e-12);
  });

  it('pairwise accuracy of two grades is the unweighted AUC of the query', () => {
    const scores = scoresOf(rows, { weight: null });
    const binary = { ...scores, label: scores.label.map((label) => (label > 0 ? 1 : 0)) };
    const auc = groupsOf('gauc[weight=uniform]', binary).values;
    groupsOf('pairwise_acc', binary).values.forEach((value, group) => {
      if (Number.isNaN(value)) expect(auc[group]).toBeNaN();
      else expectClose(value, auc[group]!, 1e-12);
    });
  });
});
