import { z } from 'zod';
import { digest, foreign, header, subject } from './common.ts';

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
  /** What to do about it. */
  fix: foreign.optional(),
  /** Raw words of an engine. */
  details: foreign.optional(),
});
export type Finding = z.infer<typeof finding>;

/** Findings that a document holds. */
export const MOST_FINDINGS = 10_000;
/** Entries that any list of names in the summary or the comparison holds. */
export const MOST_ENTRIES = 1000;
/** Nodes that a drawing of the graph holds. */
export const MOST_DRAWN = 60;

const count = z.int().nonnegative();
const words = z.string().max(400);
const listOf = <T extends z.ZodType>(entry: T) => z.array(entry).max(MOST_ENTRIES);
const bothOf = <T extends z.ZodType>(value: T) => z.strictObject({ candidate: value, baseline: value });

const opset = z.strictObject({ domain: foreign, version: z.int() });
const producer = z.strictObject({ name: foreign, version: foreign });
const quantization = z.strictObject({
  /** Weights of 8 bits or fewer, of all weights that are not int16 or wider; null without weights. */
  share: z.number().min(0).max(1).nullable(),
  /** How, such as `QDQ`, `int8 weights`. */
  kinds: z.array(z.string().max(80)).max(20),
});

/** The graph of a small model, for drawing: nodes in topological order, edges by index. */
export const drawing = z.strictObject({
  nodes: z
    .array(z.strictObject({ label: foreign, kind: z.enum(['input', 'operator', 'output']) }))
    .max(MOST_DRAWN),
  edges: z.array(z.strictObject({ from: count, to: count })).max(MOST_ENTRIES),
});
export type Drawing = z.infer<typeof drawing>;

export const summary = z.strictObject({
  irVersion: z.int(),
  /** A list, as the file has it: a domain may be there twice. */
  opsets: listOf(opset),
  producer,
  metadata: listOf(z.strictObject({ key: foreign, value: foreign })),
  inputs: z.array(tensorInfo).max(10_000),
  outputs: z.array(tensorInfo).max(10_000),
  /** Of the graph and its subgraphs; functions count once for each time they are written, not called. */
  nodes: count,
  /** The most frequent first; `domain::Name` outside ai.onnx. */
  operators: listOf(z.strictObject({ operator: foreign, count: count })),
  /** Elements of all weights. */
  parameters: count,
  /** Bytes of weights inside the file. */
  bytes: count,
  /** Bytes of weights in files beside it. */
  externalBytes: count,
  /** For one row. Null where a shape is not known; `notes` says which. */
  multiplyAdds: count.nullable(),
  /** Most bytes of intermediate tensors alive at once, for one row, without reuse in place. An estimate. */
  activationBytes: count.nullable(),
  quantization,
  notes: z.array(foreign).max(20),
  /** Null for a graph too large to be drawn. */
  drawing: drawing.nullable(),
});
export type Summary = z.infer<typeof summary>;

const COMPATIBILITIES = ['compatible', 'warning', 'breaking'] as const;
const weight = z.strictObject({
  name: foreign,
  /** Type and shape, such as `float32[64,32]`; both when they differ. */
  candidate: words.nullable(),
  baseline: words.nullable(),
});

const extreme = z.strictObject({
  value: z.number().positive(),
  /** From 0, among the rows that both models were given; null for an output without a line for each row. */
  row: count.nullable(),
  /** Of the number within its row; within the output where there is no row. From 0. */
  index: count,
  candidate: z.number(),
  baseline: z.number(),
});

/** One output of both models on the same rows. An extreme is null where nothing differs by that measure. */
export const outputDifference = z.strictObject({
  name: foreign,
  /** Rows in which anything differs, of all. */
  differing: z.number().min(0).max(1),
  /** |candidate − baseline|. */
  absolute: extreme.nullable(),
  /** The same over |baseline|; baselines of 0 are left out. */
  relative: extreme.nullable(),
  /** Numbers of the type that lie between the two; for floats of one type. */
  ulp: extreme.nullable(),
  /** Elements that differ and have no distance: text, not finite in one model, or too far apart for a double. */
  incomparable: count,
});
export type OutputDifference = z.infer<typeof outputDifference>;

/** What both models said to the same rows. */
export const outputs = z.strictObject({
  /** Where the rows came from. */
  on: z.enum(['holdout', 'made up']),
  rows: count,
  list: listOf(outputDifference),
  /** What could not be compared, and why. */
  notes: z.array(foreign).max(20),
});
export type OutputsComparison = z.infer<typeof outputs>;

/** What is different from the baseline. */
export const comparison = z.strictObject({
  /** What a caller of the baseline meets: the worst of `signature`. */
  compatibility: z.enum(COMPATIBILITIES),
  signature: listOf(z.strictObject({ level: z.enum(COMPATIBILITIES), message: foreign, at: foreign })),
  bytes: bothOf(count),
  parameters: bothOf(count),
  nodes: bothOf(count),
  multiplyAdds: bothOf(count.nullable()),
  irVersion: bothOf(z.int()),
  producer: bothOf(producer),
  quantization: bothOf(quantization),
  /** Only those that differ; null where there is none. */
  opsets: listOf(z.strictObject({ domain: foreign, ...bothOf(z.int().nullable()).shape })),
  operators: listOf(z.strictObject({ operator: foreign, ...bothOf(count).shape })),
  weights: z.strictObject({
    added: count,
    removed: count,
    changed: count,
    same: count,
    /** Equal in type and shape, but their bytes were not compared. */
    unread: count,
    /** Added, removed and changed ones by name. */
    list: listOf(weight),
  }),
  /** The baseline's graph; the candidate's stands in the summary. Null when there is too much of it. */
  baselineDrawing: drawing.nullable().optional(),
  /** Null when the models were not run. */
  outputs: outputs.nullable(),
  /** One sentence each, for a reader in a hurry; the most important first. */
  sentences: z.array(foreign).max(50),
});
export type Comparison = z.infer<typeof comparison>;

/** Answer to "is it sound?", written by `onnx-gate validate`. */
export const validation = z.strictObject({
  schema: z.literal('onnx-gate/validation/v1'),
  ...header,
  candidate: subject,
  baseline: subject.nullable(),
  /** Files beside the candidate that hold its weights; those that are unsafe to read are left out. */
  external: listOf(z.strictObject({ location: foreign, bytes: count, digest })).optional(),
  /** Null when the file could not be read as a model. */
  summary: summary.nullable(),
  /** Null without a baseline, or when either model could not be read. */
  comparison: comparison.nullable(),
  /** Oldest ONNX Runtime for the model's opsets and IR version; null when none is known or it could not be read. */
  minimumRuntime: z
    .strictObject({ name: z.string().max(80), version: z.string().max(40), reason: words })
    .nullable(),
  /** What the model was loaded with. */
  runtime: z.strictObject({ name: z.string().max(80), version: z.string().max(40) }),
  findings: z.array(finding).max(MOST_FINDINGS),
  status: z.enum(['pass', 'fail']),
});
export type Validation = z.infer<typeof validation>;
