import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import type { Scores } from '../../../src/core/metrics/scores.ts';
import { checkMetrics, evaluateMetric } from '../../../src/core/metrics/table.ts';
import { expectClose } from '../stats/relative.ts';
import { measure } from './measure.ts';
import { codesOf } from './sample.ts';

/** Numbers of scikit-learn 1.2.1 and of a matrix-form DeLong on scores of real models. */
type Numbers = Readonly<Record<string, number>>;
interface Task {
  rows: number;
  models: Record<string, Numbers>;
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

/** Our ids of the reference's names. */
const IDS: Readonly<Record<string, string>> = {
  roc_auc: 'auc',
  average_precision: 'ap',
  ks: 'ks',
  log_loss: 'logloss',
  normalized_entropy: 'ne',
  brier: 'brier',
  accuracy: 'accuracy',
  precision: 'precision',
  recall: 'recall',
  f1: 'f1',
  balanced_accuracy: 'balanced_accuracy',
  mcc: 'mcc',
  ece_width10: 'ece@10[bins=width]',
  mce_width10: 'mce@10[bins=width]',
  ece_mass10: 'ece@10',
};

const MULTICLASS_IDS: Readonly<Record<string, string>> = {
  accuracy: 'accuracy',
  macro_f1: 'f1',
  weighted_f1: 'f1[average=weighted]',
  micro_f1: 'f1[average=micro]',
  macro_precision: 'precision',
  macro_recall: 'recall',
  balanced_accuracy: 'balanced_accuracy',
  mcc: 'mcc',
  cohen_kappa: 'kappa',
  log_loss: 'logloss',
  top2_accuracy: 'top@2',
};

/**
 * scikit-learn 1.2.1 on the stored scores. The reference file's were made from rows divided by their sums, which breaks
 * some ties and moves AUC by up to 3e-7.
 */
const MULTICLASS_AUC: Readonly<Record<string, Numbers>> = {
  eshop_next_base: {
    auc: 0.799529265429312,
    'auc[average=weighted]': 0.8177567936689937,
    'auc[multi=ovo]': 0.7899434320250031,
    'auc[multi=ovo,average=weighted]': 0.8017007766493248,
  },
  eshop_next_cand: {
    auc: 0.8445828283108117,
    'auc[average=weighted]': 0.8607643251744163,
    'auc[multi=ovo]': 0.8395237298786038,
    'auc[multi=ovo,average=weighted]': 0.8479418334609504,
  },
};

/** A tie group on the edge of two bins: the reference divides it by the order of rows, we keep it together. */
const TIED_MASS = new Set(['eshop_fm_base']);

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
    const numbers = memoised(async (name: string) =>
      Float64Array.from((await loaded).get(name) as number[], Number),
    );

    const scores = async (candidate: string, baseline: string | null, group?: string): Promise<Scores> => ({
      label: await numbers(label),
      candidate: await numbers(candidate),
      baseline: baseline === null ? null : await numbers(baseline),
      weight: null,
      group: group === undefined ? null : codesOf((await loaded).get(group)!),
    });

    describe.each(Object.entries(reference.models))('%s alone', (model, expected) => {
      const known = Object.entries(IDS).filter(([name]) => name in expected);

      // Logits are no probabilities.
      if (logits.includes(model)) {
        it('takes logits where only the ranking counts', async () => {
          const alone = await scores(model, null);
          for (const name of ['roc_auc', 'average_precision', 'ks'])
            expectClose(measure(IDS[name]!, alone), expected[name]!, 1e-12);
          expect(() => evaluateMetric('logloss', alone, 0.95)).toThrow('needs probabilities');
        });
        return;
      }

      it.each(known)('%s', async (name, id) => {
        const tolerance = name === 'ece_mass10' && TIED_MASS.has(model) ? 0.01 : 1e-12;
        expectClose(measure(id, await scores(model, null)), expected[name]!, tolerance);
      });

      it('copc, gini and rig', async () => {
        const alone = await scores(model, null);
        expectClose(measure('copc', alone), 1 / expected.calibration_ratio!, 1e-12);
        expectClose(measure('gini', alone), 2 * expected.roc_auc! - 1, 1e-12);
        expectClose(measure('rig', alone), 1 - expected.normalized_entropy!, 1e-11);
      });
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

describe.skipIf(!present)('agreement with scikit-learn on five classes', () => {
  const models: Record<string, Numbers> = present
    ? JSON.parse(readFileSync(resolve(root, 'reference.json'), 'utf8')).tasks.eshop_next.models
    : {};
  const loaded = (async () => (present ? readColumns('eshop_next') : new Map<string, unknown[]>()))();
  const classes = 5;

  describe.each(Object.entries(models))('%s', (model, expected) => {
    const scores = (async () => {
      const columns = await loaded;
      const label = Float64Array.from((columns.get('next_category') ?? []) as number[], Number);
      const ofClass = Array.from({ length: classes }, (_, c) => columns.get(`${model}_p${c}`) as number[]);
      const candidate = new Float64Array(label.length * classes);
      for (let i = 0; i < candidate.length; i++)
        candidate[i] = Number(ofClass[i % classes]![Math.floor(i / classes)]);
      return { label, candidate, classes, baseline: null, weight: null, group: null };
    })();

    it.each(Object.entries(MULTICLASS_IDS))('%s', async (name, id) => {
      const rows = await scores;
      expect(checkMetrics([id], rows, 'multiclass')).toEqual([]);
      expectClose(measure(id, rows, 'multiclass'), expected[name]!, 1e-12);
    });

    it.each(Object.entries(MULTICLASS_AUC[model]!))('%s', async (id, value) => {
      expectClose(measure(id, await scores, 'multiclass'), value, 1e-12);
    });
  });
});

function memoised<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}

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
