import type { MetricDefinition } from '../prepared.ts';
import { mae, mape, r2, rmse } from './errors.ts';
import { xauc } from './xauc.ts';

export const REGRESSION_METRICS: readonly MetricDefinition[] = [rmse, mae, mape, r2, xauc];
