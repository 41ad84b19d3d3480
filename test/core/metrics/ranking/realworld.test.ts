import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { groupCoverage } from '../../../../src/core/metrics/ranking/group-coverage.ts';
import { tieRate } from '../../../../src/core/metrics/ranking/tie-rate.ts';
import type { Scores } from '../../../../src/core/metrics/scores.ts';
import { expectClose } from '../../stats/relative.ts';
import { codesOf } from '../sample.ts';
import { groupsOf, metric } from './prepare.ts';

const root = resolve(import.meta.dirname, '../../../../../shared/realworld');
const present = existsSync(root);

/** Numbers of scikit-learn 1.2.1 and of definitions in numpy, on scores of real models. */
interface Task {
  models: Record<
    string,
    { groups?: number; groups_skipped?: number; groups_with_tied_scores?: number } & {
      gauc?: Record<
        string,
        { gauc_weighted: number; gauc_mean: number; groups_used: number; groups_skipped: number }
      >;
    }
  >;
}
const TASKS: Record<string, Task> = present
  ? JSON.parse(readFileSync(resolve(root, 'reference.json'), 'utf8')).tasks
  : {};

/** What the reference calls each metric. */
const IDS: readonly (readonly [RegExp, string])[] = [
  [/^ndcg_linear(@\d+)?$/, 'ndcg$1'],
  [/^ndcg_exp(@\d+)?$/, 'ndcg$1[gain=exp2]'],
  [/^((?:hit|recall|precision)@\d+|mrr|map)$/, '$1'],
];

const known = new Map<string, Promise<Map<string, unknown[]>>>();

async function scoresOf(
  file: string,
  label: string,
  model: string,
  group: string,
): Promise<Scores & { group: object }> {
  const loading = known.get(file) ?? readColumns(file);
  known.set(file, loading);
  const columns = await loading;
  return {
    label: Float64Array.from(columns.get(label)!, Number),
    candidate: Float64Array.from(columns.get(model)!, Number),
    baseline: null,
    weight: null,
    group: codesOf(columns.get(group)!),
  };
}

describe.skipIf(!present)('agreement with scikit-learn on real scores', () => {
  describe.each([
    ['eshop_rank', 'eshop_impressions'],
    ['eshop_rank_small', 'eshop_small'],
  ])('%s', (task, file) => {
    it.each(Object.entries(TASKS[task]?.models ?? {}))('%s', async (model, expected) => {
      const scores = await scoresOf(file, 'grade', model, 'query_id');
      let compared = 0;
      for (const [name, value] of Object.entries<unknown>(expected)) {
        const found = IDS.find(([pattern]) => pattern.test(name));
        if (found === undefined) continue;
        expectClose(metric(name.replace(...found), scores), value as number, 1e-12);
        compared++;
      }
      expect(compared).toBe(14);
      const { droppedGroups, groups } = groupCoverage(scores, groupsOf('ndcg', scores).values);
      expect(groups - droppedGroups).toBe(expected.groups);
      expect(droppedGroups).toBe(expected.groups_skipped);
      expect(tieRate(scores, 'candidate') === 0).toBe(expected.groups_with_tied_scores === 0);
    });
  });

  describe.each([
    ['shoppers', 'shoppers', 'label'],
    ['eshop_ctr', 'eshop_impressions', 'clicked'],
    ['eshop_ctr_small', 'eshop_small', 'clicked'],
  ])('%s: grouped AUC', (task, file, label) => {
    it.each(Object.entries(TASKS[task]?.models ?? {}))('%s', async (model, { gauc }) => {
      expect(Object.keys(gauc!)).not.toEqual([]);
      for (const [group, expected] of Object.entries(gauc!)) {
        const scores = await scoresOf(file, label, model, group);
        expectClose(metric('gauc', scores), expected.gauc_weighted, 1e-12);
        expectClose(metric('gauc[weight=uniform]', scores), expected.gauc_mean, 1e-12);
        const { droppedGroups, groups } = groupCoverage(scores, groupsOf('gauc', scores).values);
        expect(groups - droppedGroups).toBe(expected.groups_used);
        expect(droppedGroups).toBe(expected.groups_skipped);
      }
    });
  });
});

/** Columns of a holdout and of its scores, which stand in the same row order. */
async function readColumns(file: string): Promise<Map<string, unknown[]>> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    const columns = new Map<string, unknown[]>();
    for (const folder of ['holdout', 'scores']) {
      const path = resolve(root, folder, `${file}.parquet`).replaceAll("'", "''");
      const reader = await connection.runAndReadAll(`FROM read_parquet('${path}')`);
      for (const [name, values] of Object.entries(reader.getColumnsObjectJS())) columns.set(name, values);
    }
    return columns;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
