import { z } from 'zod';
import { digest, foreign, header, interval, subject } from './common.ts';

/**
 * One metric on one slice, for both models. Without a baseline, everything that compares is null. Any other null has
 * its `reason`: the metric is undefined, or its interval is.
 */
export const metricResult = z.strictObject({
  /** The metric's id, such as `auc` or `ndcg@10`. */
  metric: z.string().max(80),
  /** How ties, clipping and empty groups were treated, such as `eps=2.2e-16`. Empty where there is no choice. */
  convention: z.string().max(200),
  /** Which way is better. */
  direction: z.enum(['higher', 'lower']),
  slice: foreign.nullable(),
  /** Rows that entered. */
  n: z.int().nonnegative(),
  candidate: z.number().nullable(),
  baseline: z.number().nullable(),
  /** candidate − baseline, not signed by direction. */
  delta: z.number().nullable(),
  standardError: z.number().nonnegative().nullable(),
  /** Of `delta`, paired. */
  interval: interval.nullable(),
  /** Two-sided p-value of `delta` = 0. */
  p: z.number().min(0).max(1).nullable(),
  /** Smallest |delta| that this holdout finds with 80 % power at the interval's confidence. */
  mde: z.number().nonnegative().nullable(),
  dropped: z.strictObject({ rows: z.int().nonnegative(), groups: z.int().nonnegative() }),
  /** Why numbers are missing, or null. */
  reason: z.string().max(400).nullable(),
});
export type MetricResult = z.infer<typeof metricResult>;

/** Answer to "is it as good?", written by `onnx-gate evaluate`. */
export const evaluation = z.strictObject({
  schema: z.literal('onnx-gate/evaluation/v1'),
  ...header,
  /** Null when the scores were made elsewhere. */
  candidate: subject.nullable(),
  baseline: subject.nullable(),
  /** Whether there was a baseline score to compare with, wherever it came from. */
  compared: z.boolean(),
  holdout: z.strictObject({
    source: foreign,
    digest,
    rows: z.int().nonnegative(),
    positives: z.int().nonnegative(),
    /** Distinct groups, or null when rows are taken as independent. */
    groups: z.int().nonnegative().nullable(),
  }),
  metrics: z.array(metricResult).max(100_000),
});
export type Evaluation = z.infer<typeof evaluation>;
