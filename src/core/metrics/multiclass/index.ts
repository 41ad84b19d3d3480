import type { MetricDefinition } from '../prepared.ts';
import { accuracy, top } from './accuracy.ts';
import { balancedAccuracy, kappa, mcc } from './agreement.ts';
import { auc } from './auc.ts';
import { f1, precision, recall } from './averaged.ts';
import { logloss } from './logloss.ts';

export const MULTICLASS_METRICS: readonly MetricDefinition[] = [
  accuracy,
  top,
  precision,
  recall,
  f1,
  balancedAccuracy,
  mcc,
  kappa,
  logloss,
  auc,
];
