import { z } from 'zod';
import { digest, foreign, tool } from './common.ts';
import { ruleResult, verdict } from './verdict.ts';

/** Rules of one model that a line of the history keeps: those about all rows. */
export const MOST_KEPT_RULES = 200;
export const MOST_KEPT_MODELS = 200;

const digestOrNull = digest.nullable();

/** One verdict as a line of a history: what a trend is drawn from. */
export const historyEntry = z.strictObject({
  schema: z.literal('onnx-gate/history/v1'),
  tool,
  created: z.iso.datetime(),
  /** The commit that was judged, where the host told. */
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .nullable(),
  verdict: verdict.shape.verdict,
  mode: verdict.shape.mode,
  policy: digestOrNull,
  models: z
    .array(
      z.strictObject({
        name: foreign,
        candidate: digestOrNull,
        baseline: digestOrNull,
        holdout: digestOrNull,
        /** Rules about all rows, in the verdict's order. */
        rules: z
          .array(
            ruleResult.pick({
              metric: true,
              unit: true,
              result: true,
              level: true,
              value: true,
              baseline: true,
              delta: true,
            }),
          )
          .max(MOST_KEPT_RULES),
        /** Rules about slices, by result. */
        slices: z.strictObject({
          pass: z.int().nonnegative(),
          fail: z.int().nonnegative(),
          inconclusive: z.int().nonnegative(),
          skipped: z.int().nonnegative(),
        }),
      }),
    )
    .max(MOST_KEPT_MODELS),
});
export type HistoryEntry = z.infer<typeof historyEntry>;
