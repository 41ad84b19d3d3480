/** Conventions of other tools under their names. */
import type { MetricDefinition, Task } from './prepared.ts';

export interface PresetRow {
  readonly preset: string;
  readonly task: Task;
  readonly metrics: readonly string[];
  /** Only keys and values that each of these metrics has; empty where the tool does as the defaults say. */
  readonly sets: Readonly<Record<string, string>>;
}

const rows = (preset: string, task: Task, sets: PresetRow['sets'], metrics: string): PresetRow => ({
  preset,
  task,
  metrics: metrics.split(' '),
  sets,
});

/**
 * What a tool's numbers are made by. A metric that a tool does not have, or makes otherwise than any of ours (XGBoost's
 * interpolated `aucpr`, LightGBM's `mape`), has no row, and so the preset is refused there.
 *
 * From the sources of scikit-learn 1.2, trec_eval 10, ranx, LightGBM and XGBoost; `din` is the GAUC of Zhou et al. 2018,
 * `mind` the numbers of the MIND news challenge. How ranx and XGBoost order equal scores is nobody's promise: there `ties`
 * stays ours.
 */
export const PRESETS: readonly PresetRow[] = [
  rows('sklearn', 'binary', {}, 'auc pauc brier'),
  rows('sklearn', 'binary', { op: 'gt' }, 'accuracy balanced_accuracy'),
  rows('sklearn', 'binary', { op: 'gt', zero_division: '0' }, 'precision recall f1 mcc'),
  rows('sklearn', 'binary', { empty: 'zero' }, 'ap'),
  rows('sklearn', 'binary', { eps: '2.2e-16' }, 'logloss'),
  rows('sklearn', 'multiclass', {}, 'accuracy balanced_accuracy auc'),
  rows('sklearn', 'multiclass', { ties: 'last' }, 'top'),
  rows('sklearn', 'multiclass', { zero_division: '0' }, 'precision recall f1 mcc'),
  rows('sklearn', 'multiclass', { zero_division: 'undefined' }, 'kappa'),
  rows('sklearn', 'multiclass', { eps: '2.2e-16' }, 'logloss'),
  rows('sklearn', 'regression', {}, 'rmse mae r2'),
  rows('sklearn', 'regression', { zero: 'eps' }, 'mape'),
  rows('sklearn', 'ranking', { gain: 'linear', ties: 'expected', empty: 'zero' }, 'ndcg dcg'),
  rows('trec_eval', 'ranking', { gain: 'linear', ties: 'id_desc', empty: 'zero' }, 'ndcg'),
  rows('trec_eval', 'ranking', { D: 'R', ties: 'id_desc', empty: 'zero' }, 'map'),
  rows(
    'trec_eval',
    'ranking',
    { ties: 'id_desc', empty: 'zero' },
    'mrr precision recall hit r_prec bpref rbp',
  ),
  rows('ranx', 'ranking', { gain: 'linear', empty: 'zero' }, 'ndcg'),
  rows('ranx', 'ranking', { D: 'R', empty: 'zero' }, 'map'),
  rows('ranx', 'ranking', { empty: 'zero' }, 'mrr precision recall hit r_prec bpref rbp'),
  rows('lightgbm', 'binary', { one_class: 'one' }, 'auc'),
  rows('lightgbm', 'binary', { empty: 'one' }, 'ap'),
  rows('lightgbm', 'binary', { eps: '1e-15' }, 'logloss'),
  rows('lightgbm', 'multiclass', { eps: '1e-15' }, 'logloss'),
  rows('lightgbm', 'regression', {}, 'rmse mae'),
  rows('lightgbm', 'ranking', { gain: 'exp2', ties: 'input', empty: 'one' }, 'ndcg'),
  rows('lightgbm', 'ranking', { D: 'minRk', ties: 'input', empty: 'one' }, 'map'),
  rows('xgboost', 'binary', { one_class: 'undefined' }, 'auc'),
  rows('xgboost', 'regression', {}, 'rmse mae'),
  rows('xgboost', 'ranking', { gain: 'exp2', empty: 'one' }, 'ndcg'),
  rows('xgboost', 'ranking', { D: 'minRk', empty: 'one' }, 'map'),
  rows('din', 'ranking', { weight: 'impressions' }, 'gauc'),
  rows('mind', 'ranking', { weight: 'uniform' }, 'gauc'),
  rows('mind', 'ranking', {}, 'mind_mrr'),
  rows('mind', 'ranking', { gain: 'exp2' }, 'ndcg'),
];

type Named = Pick<MetricDefinition, 'name' | 'tasks'>;

const covers = ({ name, tasks }: Named) => {
  return ({ task, metrics }: PresetRow) => tasks.includes(task) && metrics.includes(name);
};

/** The presets that a metric takes. */
export function presetNames(metric: Named): string[] {
  return PRESETS.filter(covers(metric)).map(({ preset }) => preset);
}

/** What `preset` sets in a metric. */
export function presetOf(preset: string, metric: Named): PresetRow['sets'] {
  return PRESETS.filter(covers(metric)).find((row) => row.preset === preset)?.sets ?? {};
}
