import { z } from 'zod';
import { digest, foreign, header, interval, subject } from './common.ts';
import { curves } from './curves.ts';

/**
 * One metric on one slice, for both models. Without a baseline, everything that compares is null. Any other null has
 * its `reason`: the metric is undefined, or its interval is.
 */
export const metricResult = z.strictObject({
  /** The metric's id, such as `auc` or `ndcg@10`. */
  metric: z.string().max(200),
  /** How ties, clipping and empty groups were treated, such as `eps=2.2e-16`. Empty where there is no choice. */
  convention: z.string().max(200),
  /** Which way is better. */
  direction: z.enum(['higher', 'lower']),
  slice: foreign.nullable(),
  /** Rows of positive weight. */
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
  /** The test behind `p`, where it is not that of the interval. */
  test: z.string().max(80).optional(),
  /** Of `candidate`, where it is a proportion of independent rows or queries; else absent. */
  candidateInterval: interval.optional(),
  /** Smallest |delta| that this holdout finds with 80 % power at the interval's confidence. */
  mde: z.number().nonnegative().nullable(),
  /** Rows and groups that do not count: without weight, or in a group that the metric does not define. */
  dropped: z.strictObject({ rows: z.int().nonnegative(), groups: z.int().nonnegative() }),
  /** Of a metric with a value per group: the share of the `n` rows whose group has one; else absent. */
  coverage: z.number().min(0).max(1).optional(),
  /** Probabilities so near to 0 or 1 that the metric clips them; absent where there are none. */
  clipped: z
    .strictObject({ candidate: z.int().nonnegative(), baseline: z.int().nonnegative().nullable() })
    .optional(),
  /** Why numbers are missing, or null. */
  reason: z.string().max(400).nullable(),
});
export type MetricResult = z.infer<typeof metricResult>;

/** Room for rounding at the ends. */
const ROUNDED_ONE = 1 + 1e-6;
const share = z.number().min(0).max(ROUNDED_ONE).nullable();
const count = z.int().nonnegative();
const correlation = z.number().min(-ROUNDED_ONE).max(ROUNDED_ONE).nullable();

/** How much the candidate's answers differ from the baseline's. Null where it is not defined. */
export const churn = z.strictObject({
  rows: z.int().nonnegative(),
  /** Groups with rows; 0 where rows are not grouped. */
  groups: z.int().nonnegative(),
  /** Null where scores are no probabilities. */
  threshold: z.number().nullable(),
  /** Share of rows on the other side of `threshold`. */
  flipRate: share,
  /** Mean and greatest |candidate − baseline|. */
  meanShift: z.number().nonnegative().nullable(),
  maxShift: z.number().nonnegative().nullable(),
  spearman: correlation,
  kendallTauB: correlation,
  /** Cut-off of `overlap`. */
  k: z.int().positive(),
  /** Means over groups: share of the first `k` that both have, rank-biased overlap, share whose first row changed. */
  overlap: share,
  rbo: share,
  firstChanged: share,
  /** Groups on which the candidate's value of a metric is better, equal and worse; this alone looks at labels. */
  winTieLoss: z
    .array(z.strictObject({ metric: z.string().max(200), wins: count, ties: count, losses: count }))
    .max(1000),
});
export type Churn = z.infer<typeof churn>;

/** What became of one entry of the policy's `slices`. */
export const sliceGroup = z.strictObject({
  /** As `sliceName` gives it: the columns, or the condition's name. */
  name: foreign,
  /** Slices that were measured, by the text that stands in `metrics[].slice`. */
  measured: z.array(foreign).max(1000),
  /** Slices that were too small. */
  suppressed: z
    .array(
      z.strictObject({
        slice: foreign,
        rows: z.int().nonnegative(),
        /** Rows with label 1; null where labels are not 0 and 1. */
        positives: z.int().nonnegative().nullable(),
        reason: z.string().max(400),
      }),
    )
    .max(1000),
  /** Why there is no slice at all, or null. */
  reason: foreign.nullable(),
});
export type SliceGroup = z.infer<typeof sliceGroup>;

/** What is odd about the holdout. It never decides; warnings stand in the report. */
export const dataFinding = z.strictObject({
  /** Such as `label-balance`; docs/holdout.md lists them. */
  check: z.string().max(80),
  level: z.enum(['warning', 'info']),
  /** One sentence for a person. */
  message: foreign,
  /** The column that it is about. */
  column: foreign.optional(),
  /** The number that was judged: a count, or a share as a fraction. */
  value: z.number().optional(),
});
export type DataFinding = z.infer<typeof dataFinding>;

/** Most entries of each list of `where`. */
export const MOST_WORST = 5;
const worst = <T extends z.ZodType>(entry: T) => z.array(entry).max(MOST_WORST);

/** Where a metric is worse than the baseline's. Every `loss` is in the metric's units, positive for worse; largest first. */
export const whereWorse = z.strictObject({
  metric: z.string().max(200),
  /** Of all rows. */
  loss: z.number().positive(),
  /** Whether the loss of a part is its term of a sum, or what goes away when the part is left out. */
  method: z.enum(['sum', 'leave-out']),
  slices: worst(z.strictObject({ slice: foreign, rows: z.int().positive(), loss: z.number().positive() })),
  groups: worst(z.strictObject({ group: foreign, rows: z.int().positive(), loss: z.number().positive() })),
  /** `row` counts from 1. Scores of several classes are those of the label's class. */
  rows: worst(
    z.strictObject({
      row: z.int().positive(),
      label: z.number(),
      candidate: z.number(),
      baseline: z.number(),
      loss: z.number().positive(),
    }),
  ),
});
export type WhereWorse = z.infer<typeof whereWorse>;

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
    /** Of sources that were fetched: what each stood for. */
    fetched: z
      .array(
        z.strictObject({
          reference: foreign,
          resolved: foreign.optional(),
          created: z.iso.datetime().optional(),
        }),
      )
      .max(1000)
      .optional(),
    digest,
    rows: z.int().nonnegative(),
    /** Rows with label 1; null where labels are not 0 and 1. */
    positives: z.int().nonnegative().nullable(),
    /** Distinct groups, or null when rows are taken as independent. */
    groups: z.int().nonnegative().nullable(),
  }),
  /** How the models were run; absent where the scores were made elsewhere. `batch`: rows a call, which int8 scores depend on. */
  scoring: z.strictObject({ batch: z.int().positive() }).optional(),
  metrics: z.array(metricResult).max(100_000),
  /** Null without a baseline, and where every class has a score of its own. */
  churn: churn.nullable(),
  /** In the policy's order. */
  slices: z.array(sliceGroup).max(100),
  /** Absent in documents of versions that did not look. */
  data: z.array(dataFinding).max(1000).optional(),
  /** Metrics of all rows by which the candidate is worse; those that cannot be divided are absent. */
  where: z.array(whereWorse).max(1000).optional(),
  /** For drawing; absent where every class has a score of its own. */
  curves: curves.optional(),
});
export type Evaluation = z.infer<typeof evaluation>;
