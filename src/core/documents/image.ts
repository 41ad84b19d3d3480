import { z } from 'zod';
import { digest, foreign, header, subject } from './common.ts';

const bytes = z.int().nonnegative();
const count = z.int().nonnegative();
const seconds = z.number().nonnegative();
const gap = z.number().nonnegative();
const platform = z.string().max(80);

/** What serves the image answered, in one encoding at one batch size, against the model outside of it. */
const parityCase = z.strictObject({
  encoding: z.enum(['json', 'binary']),
  batch: z.int().positive(),
  rows: count,
  maxScaled: gap,
});

/** Gaps between a served value s and the offline value y, over every output of every row. */
const parity = z.strictObject({
  rows: count,
  /** |s − y|; a value that is finite on one side alone makes `unequal`, not a gap. */
  maxAbs: gap,
  /** |s − y| / |y|, of y that are not 0. */
  maxRel: gap,
  /** |s − y| / (1 + 10·|y|): what the policy's `tolerance` bounds, so that 1e-5 means 1e-5 + 1e-4·|y|. */
  maxScaled: gap,
  /** Values that no gap describes: other text, other integers, or NaN and infinities on one side alone. */
  unequal: count,
  /** Pairs of neighbouring rows, in the order of the offline scores, that the served scores turn around by more than a tie. */
  reordered: count,
  /** Over the rows that were asked; null without a label or with one class alone. */
  auc: z.strictObject({ served: z.number(), offline: z.number() }).nullable(),
  cases: z.array(parityCase).max(100),
  /** Where `maxScaled` was met. */
  worst: z
    .strictObject({
      output: foreign,
      row: count,
      encoding: z.enum(['json', 'binary']),
      batch: z.int().positive(),
      served: z.number(),
      offline: z.number(),
    })
    .nullable(),
});
export type Parity = z.infer<typeof parity>;

/** One request that must be refused. */
const hostile = z.strictObject({
  request: z.string().max(80),
  /** HTTP status; null when the connection was closed without an answer. */
  status: z.int().nullable(),
  /** Still ready when it was asked right after. */
  ready: z.boolean(),
});

/** What came of running this very digest under production limits (after TFX's InfraValidator). */
export const probe = z.strictObject({
  /** What ran it, and why that. */
  runner: z.enum(['docker', 'podman', 'chroot']),
  why: foreign,
  limits: z.strictObject({ cpus: z.number().positive().nullable(), memory: bytes.nullable() }),
  ready: z.boolean(),
  /** From the start of the process to its first `ready`; null when it never was. */
  readySeconds: seconds.nullable(),
  /** Differences between the signature that is served and that of the file, in sentences; null when it was not asked. */
  signature: z.array(foreign).max(100).nullable(),
  /** Null when nothing was replayed: it was never ready. */
  parity: parity.nullable(),
  hostile: z.array(hostile).max(100),
  /** Most memory in bytes that it held; null where the system does not tell. */
  peakMemory: bytes.nullable(),
  /** Files that were made or changed outside of `/tmp`. */
  writes: z.array(foreign).max(100),
  /** Peers of connections that it opened by itself. */
  connections: z.array(foreign).max(100),
  /** SIGTERM in the midst of requests; null when it was never ready. */
  stop: z
    .strictObject({
      requests: count,
      failed: count,
      /** Null when it was killed. */
      exitCode: z.int().nullable(),
      seconds,
    })
    .nullable(),
  /** Last words of the server, oldest first. */
  stderr: z.array(foreign).max(100),
});
export type Probe = z.infer<typeof probe>;

/** An image, or artifact, of a model. Written by `onnx-gate image`; `onnx-gate image probe` adds `probe`. */
export const image = z.strictObject({
  schema: z.literal('onnx-gate/image/v1'),
  ...header,
  candidate: subject,
  /** Where the server finds it: `/models/<name>/<version>/`. */
  served: z.strictObject({ name: z.string().max(100), version: z.string().max(20) }),
  kind: z.enum(['serving', 'model', 'modelpack']),
  /** `registry/repository@sha256:…`. */
  reference: foreign,
  digest,
  /** Of the configuration, which Docker calls the image's ID; null for an index. */
  imageId: digest.nullable(),
  form: z.enum(['image', 'index', 'artifact']),
  /** `linux/amd64`; none for an artifact. */
  platforms: z.array(platform).max(100),
  layers: z.array(z.strictObject({ digest, bytes, kind: z.enum(['base', 'build', 'model']) })).max(10_000),
  /** What built it, and why that. */
  engine: z.strictObject({ name: z.enum(['append', 'buildx', 'docker', 'buildah']), why: foreign }),
  /** As it was written, and what that stood for; null where the image has no base or a Dockerfile names it. */
  base: z.strictObject({ reference: foreign, digest }).nullable(),
  uploadedBytes: bytes,
  /** Bytes that the registry had. */
  reusedBytes: bytes,
  tags: z.array(z.string().max(128)).max(1000),
  /** Why there is no tag, though some were asked for; null otherwise. */
  untagged: foreign.nullable(),
  /** What a reader must know, in sentences. */
  notes: z.array(foreign).max(100),
  probe: probe.optional(),
});
export type Image = z.infer<typeof image>;
