import type { Task } from './prepared.ts';

/** What is measured when nobody chose: ranking quality, probability quality, and what people ask for first. */
export const USUAL_METRICS: Readonly<Record<Task, readonly string[]>> = {
  binary: ['auc', 'logloss', 'copc', 'ece@20', 'accuracy'],
  multiclass: ['accuracy', 'logloss', 'auc'],
  regression: ['rmse', 'mae', 'r2'],
  ranking: ['ndcg@10', 'mrr@10', 'map@10'],
};
