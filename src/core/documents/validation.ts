import { z } from 'zod';
import { foreign, header, subject } from './common.ts';

/** A graph input or output. `shape` holds sizes, names of dynamic dimensions, or null for unnamed ones. */
export const tensorInfo = z.strictObject({
  name: foreign,
  /** ONNX Runtime's element type, such as `float32`; null when it is not a tensor (a sequence or a map). */
  type: z.string().max(40).nullable(),
  shape: z.array(z.union([z.int(), foreign, z.null()])).max(64),
});
export type TensorInfo = z.infer<typeof tensorInfo>;

export const finding = z.strictObject({
  check: z.string().max(80),
  severity: z.enum(['error', 'warning', 'info']),
  message: foreign,
  /** Where in the model: a node, tensor or input name. */
  at: foreign.nullable(),
});
export type Finding = z.infer<typeof finding>;

/** Answer to "is it sound?", written by `onnx-gate validate`. */
export const validation = z.strictObject({
  schema: z.literal('onnx-gate/validation/v1'),
  ...header,
  candidate: subject,
  baseline: subject.nullable(),
  /** Null when the model did not load. */
  summary: z
    .strictObject({
      inputs: z.array(tensorInfo).max(10_000),
      outputs: z.array(tensorInfo).max(10_000),
    })
    .nullable(),
  /** What the model was loaded with. */
  runtime: z.strictObject({ name: z.string().max(80), version: z.string().max(40) }),
  findings: z.array(finding).max(10_000),
  status: z.enum(['pass', 'fail']),
});
export type Validation = z.infer<typeof validation>;
