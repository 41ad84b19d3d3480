import type { Compute } from '../../src/adapters/resampler/serve.ts';
import { bootstrapAuc } from '../../src/core/stats/auc-bootstrap.ts';

export const resample: Compute = ({ label, candidate, baseline, weight, group }, range) =>
  bootstrapAuc(label, candidate, baseline, weight, group, range);
