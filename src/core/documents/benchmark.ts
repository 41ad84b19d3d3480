import { z } from 'zod';
import { header, interval, subject } from './common.ts';

const ratio = z.strictObject({ ratio: z.number().positive(), interval: interval.nullable() });

/** One percentile at one batch size. Times are seconds per call. */
export const arm = z.strictObject({
  batch: z.int().positive(),
  threads: z.int().positive(),
  metric: z.enum(['p50', 'p95', 'p99']),
  candidate: z.number().positive(),
  baseline: z.number().positive().nullable(),
  /** candidate / baseline: geometric mean over launches, with a t-interval on its logarithm. */
  ratio: z.number().positive().nullable(),
  interval: interval.nullable(),
  /** The baseline against a second session of itself: what the machine's noise alone does. */
  control: ratio.nullable(),
  /** Calls timed per model, all launches together. */
  samples: z.int().positive(),
  launches: z.int().positive(),
});
export type Arm = z.infer<typeof arm>;

/** Answer to "is it as fast?", written by `onnx-gate benchmark`. */
export const benchmark = z.strictObject({
  schema: z.literal('onnx-gate/benchmark/v1'),
  ...header,
  candidate: subject,
  baseline: subject.nullable(),
  arms: z.array(arm).max(1000),
  environment: z.strictObject({
    runtime: z.string().max(80),
    node: z.string().max(40),
    platform: z.string().max(80),
    cpu: z.string().max(200),
    cores: z.int().positive(),
    /** 1-minute load average when the benchmark began; null where the system has none. */
    load: z.number().nonnegative().nullable(),
  }),
});
export type Benchmark = z.infer<typeof benchmark>;
