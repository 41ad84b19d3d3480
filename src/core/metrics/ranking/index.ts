/** Metrics over groups of rows: the impressions of a user, the results of a query. To add one: a file, and a row here. */
import type { MetricDefinition } from '../prepared.ts';
import { map } from './average-precision.ts';
import { bpref } from './bpref.ts';
import { catalogueCoverage } from './catalogue-coverage.ts';
import { dcg, ndcg } from './dcg.ts';
import { err } from './err.ts';
import { exposureEntropy } from './exposure-entropy.ts';
import { exposureGini } from './exposure-gini.ts';
import { gauc } from './gauc.ts';
import { hit, precisionAt, recallAt, rPrecision } from './hits.ts';
import { novelty } from './novelty.ts';
import { pairwiseAccuracy } from './pairwise-accuracy.ts';
import { rbp } from './rbp.ts';
import { mindMrr, mrr } from './reciprocal-rank.ts';

export const RANKING_METRICS: readonly MetricDefinition[] = [
  gauc,
  ndcg,
  dcg,
  map,
  mrr,
  mindMrr,
  precisionAt,
  recallAt,
  hit,
  rPrecision,
  bpref,
  rbp,
  err,
  pairwiseAccuracy,
  catalogueCoverage,
  exposureGini,
  exposureEntropy,
  novelty,
];
