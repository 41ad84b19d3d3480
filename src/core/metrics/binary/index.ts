import type { MetricDefinition } from '../prepared.ts';
import { auc } from './auc.ts';
import { brier } from './brier.ts';
import { ece, mce } from './calibration-error.ts';
import { calibrationIntercept, calibrationSlope } from './calibration-line.ts';
import { copc } from './copc.ts';
import { averagePrecision, gini, ks, partialAuc } from './curves.ts';
import { logloss, ne, rig } from './logloss.ts';
import { accuracy, balancedAccuracy, f1, mcc, precision, recall } from './threshold.ts';

export const BINARY_METRICS: readonly MetricDefinition[] = [
  auc,
  partialAuc,
  averagePrecision,
  logloss,
  ne,
  rig,
  brier,
  copc,
  ece,
  mce,
  calibrationSlope,
  calibrationIntercept,
  accuracy,
  balancedAccuracy,
  precision,
  recall,
  f1,
  mcc,
  gini,
  ks,
];
