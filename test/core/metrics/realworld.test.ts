import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import type { Scores } from '../../../src/core/metrics/scores.ts';
import { evaluateMetric } from '../../../src/core/metrics/table.ts';
import { expectClose } from '../stats/relative.ts';
import { codesOf } from './sample.ts';

/** Numbers of scikit-learn 1.2.1 and of a matrix-form DeLong on scores of real models. */
interface Task {
  rows: number;
  models: Record<string, { roc_auc: number; log_loss?: number; accuracy: number }>;
  pairs: Record<
    string,
    {
      delta: number;
      se: number;
      z: number;
      p_two_sided: number;
      ci: [number, number];
      [clustered: `clustered_${string}`]: { clusters: number; se_delta: number };
    }
  >;
}

const root = resolve(import.meta.dirname, '../../../../shared/realworld');
const present = existsSync(root);
const TASKS = [
  { task: 'shoppers', file: 'shoppers', label: 'label', logits: ['shopper_mlp_wide_logits'] },
  { task: 'eshop_ctr', file: 'eshop_impressions', label: 'clicked', logits: [] as string[] },
  { task: 'eshop_ctr_small', file: 'eshop_small', label: 'clicked', logits: [] as string[] },
];

describe.skipIf(!present)('agreement with scikit-learn on real scores', () => {
  describe.each(TASKS)('$task', ({ task, file, label, logits }) => {
    const reference: Task = present
      ? JSON.parse(readFileSync(resolve(root, 'reference.json'), 'utf8')).tasks[task]
      : { rows: 0, models: {}, pairs: {} };
    const loaded = (async () => (present ? readColumns(file) : new Map<string, unknown[]>()))();
    const numbers = async (name: string) => Float64Array.from((await loaded).get(name) as number[], Number);

    const scores = async (candidate: string, baseline: string | null, group?: string): Promise<Scores> => ({
      label: await numbers(label),
      candidate: await numbers(candidate),
      baseline: baseline === null ? null : await numbers(baseline),
      weight: null,
      group: group === undefined ? null : codesOf((await loaded).get(group)!),
    });

    it.each(Object.entries(reference.models))('%s alone', async (model, expected) => {
      const alone = await scores(model, null);
      const auc = evaluateMetric('auc', alone, 0.95);
      expect(auc.n).toBe(reference.rows);
      expectClose(auc.candidate, expected.roc_auc, 1e-12);
      if (logits.includes(model)) {
        expect(() => evaluateMetric('logloss', alone, 0.95)).toThrow('needs probabilities');
        return;
      }
      expectClose(evaluateMetric('logloss', alone, 0.95).candidate, expected.log_loss!, 1e-12);
      expectClose(evaluateMetric('accuracy', alone, 0.95).candidate, expected.accuracy, 1e-12);
    });

    it.each(Object.entries(reference.pairs))('%s', async (pair, expected) => {
      const [candidate, baseline] = pair.split(' vs ') as [string, string];
      const result = evaluateMetric('auc', await scores(candidate, baseline), 0.95);
      expectClose(result.delta, expected.delta, 1e-12);
      expectClose(result.standardError, expected.se, 1e-12);
      expectClose(result.delta! / result.standardError!, expected.z, 1e-12);
      expectClose(result.interval?.lower, expected.ci[0], 1e-12);
      expectClose(result.interval?.upper, expected.ci[1], 1e-12);
      // A relative error of 1e-14 in z is z² times as large in p.
      expectClose(result.p, expected.p_two_sided, Math.max(1e-12, 1e-14 * expected.z ** 2));
      for (const group of ['session_id', 'query_id'] as const) {
        const clustered = expected[`clustered_${group}`];
        if (clustered === undefined) continue;
        const result = evaluateMetric('auc', await scores(candidate, baseline, group), 0.95);
        expectClose(result.standardError, clustered.se_delta, 1e-12);
        expect(result.interval?.method).toBe('DeLong, clustered (Obuchowski)');
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
