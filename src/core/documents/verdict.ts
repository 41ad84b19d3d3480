import { z } from 'zod';
import { digest, foreign, interval, subject, tool } from './common.ts';

/** What one rule of the policy says about the measurements. */
export const ruleResult = z.strictObject({
  /** `model/metric` or `model/metric/slice`; waivers name rules by it. */
  id: foreign,
  model: foreign,
  /** A metric id, `latency/batch=32/p99`, or `validate`. */
  metric: foreign,
  slice: foreign.nullable(),
  result: z.enum(['pass', 'fail', 'inconclusive', 'skipped']),
  /** `warn` rules are shown and never decide. */
  level: z.enum(['error', 'warn']),
  /** How to print the numbers below. */
  unit: z.enum(['score', 'seconds', 'bytes', 'none']),
  value: z.number().nullable(),
  baseline: z.number().nullable(),
  /** candidate − baseline; for seconds and bytes the ratio − 1. */
  delta: z.number().nullable(),
  interval: interval.nullable(),
  /** The most that may be lost, in the units of `delta`; of latency at least what counts as a difference. */
  margin: z.number().nonnegative().nullable(),
  /** What the candidate's own value must lie between, inclusive; null where the rule has no such bound. */
  bounds: z.strictObject({ min: z.number().nullable(), max: z.number().nullable() }).nullable(),
  /** One-sided p-value of a loss beyond the margin; small means proved worse. Of slices and latency only. */
  p: z.number().min(0).max(1).nullable(),
  /** `p` after all slices of the metric, or all comparisons of latency, were taken together: Holm, and Benjamini–Hochberg for slices that warn. */
  pAdjusted: z.number().min(0).max(1).nullable(),
  mde: z.number().nonnegative().nullable(),
  n: z.int().nonnegative().nullable(),
  /** Rows with which a model exactly as good as the baseline meets the margin in 80 % of holdouts; absent without a margin or a spread. */
  rowsNeeded: z.int().positive().optional(),
  /** What lets the rule be missed for a time, and made its level `warn`; null for most rules. */
  waiver: z
    .strictObject({
      ceiling: z.number().positive(),
      reason: foreign,
      owner: foreign,
      issue: foreign.nullable(),
      expires: z.iso.date(),
    })
    .nullable(),
  /** One sentence for a person: why the result is what it is. */
  reason: foreign,
  /** Position of the rule in the policy file, where it has one. */
  at: z.strictObject({ file: foreign, line: z.int().positive(), column: z.int().positive() }).nullable(),
});
export type RuleResult = z.infer<typeof ruleResult>;

export const verdictSubjects = z.strictObject({
  model: foreign,
  candidate: subject.nullable(),
  baseline: subject.nullable(),
  holdout: z.strictObject({ source: foreign, digest, rows: z.int().nonnegative() }).nullable(),
  /** That serves the candidate; absent where none was judged. */
  image: z.strictObject({ reference: foreign, digest }).optional(),
});

/** Answer to "may it ship?". */
export const verdict = z.strictObject({
  schema: z.literal('onnx-gate/verdict/v1'),
  tool,
  created: z.iso.datetime(),
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'error']),
  mode: z.enum(['guard', 'strict', 'point']),
  /** What the process that reached this verdict exits with (design, section 5). */
  exitCode: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  rules: z.array(ruleResult).max(100_000),
  subjects: z.array(verdictSubjects).max(1000),
  policy: z.strictObject({ path: foreign, digest }).nullable(),
  /** What a reader must know before the rules: `no baseline`, `no thresholds`, faults. */
  reasons: z
    .array(
      z.strictObject({
        model: foreign.nullable(),
        code: z.string().max(80),
        message: foreign,
        details: foreign.optional(),
      }),
    )
    .max(10_000),
});
export type Verdict = z.infer<typeof verdict>;
