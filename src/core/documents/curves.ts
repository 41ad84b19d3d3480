import { z } from 'zod';

/** Points of one line of a curve. */
export const MOST_POINTS = 200;
/** Bins of a reliability diagram. */
export const MOST_BINS = 20;
/** Bars of a histogram. */
export const MOST_BARS = 60;

const share = z.number().min(0).max(1);
const line = z.array(z.tuple([share, share])).max(MOST_POINTS);
const count = z.int().nonnegative();

/** One model's scores as pictures. Null where labels are not 0 and 1, or of one class only. */
export const modelCurves = z.strictObject({
  /** False-positive rate, true-positive rate, from 0, 0 to 1, 1. */
  roc: line.nullable(),
  /** Recall, precision; recall ascends. */
  precisionRecall: line.nullable(),
  /** Bins of equal mass by score, ascending; null too where scores are no probabilities. */
  reliability: z
    .array(
      z.strictObject({
        rows: z.int().positive(),
        /** Means of the bin: of the score, and of the label with Wilson's interval. */
        score: share,
        rate: share,
        lower: share,
        upper: share,
      }),
    )
    .max(MOST_BINS)
    .nullable(),
  /** Rows by score, in bars of equal width; `edges` is one longer. Both models have the same edges. */
  scoreHistogram: z.strictObject({
    edges: z
      .array(z.number())
      .min(2)
      .max(MOST_BARS + 1),
    counts: z.array(count).max(MOST_BARS),
    /** Of these, rows with label 1; null where labels are not 0 and 1. */
    positives: z.array(count).max(MOST_BARS).nullable(),
  }),
});
export type ModelCurves = z.infer<typeof modelCurves>;

/** What a report draws of the scores. Nothing is judged by it. */
export const curves = z.strictObject({
  candidate: modelCurves,
  baseline: modelCurves.nullable(),
  /** Confidence of the intervals. */
  confidence: z.number().gt(0).lt(1),
});
export type Curves = z.infer<typeof curves>;
