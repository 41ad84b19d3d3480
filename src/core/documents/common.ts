import { z } from 'zod';
import { MOST_FOREIGN } from './foreign.ts';

/** SHA-256 of a byte string, as it is written in every document. */
export const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
export type Digest = `sha256:${string}`;

/** Text that a model, a dataset or a path supplied. Untrusted: renderers escape it, and it is bounded. */
export const foreign = z.string().max(MOST_FOREIGN);

export const tool = z.strictObject({ name: z.literal('onnx-gate'), version: z.string().max(64) });

/**
 * The files beside a model that it takes weights from. `digest` is the SHA-256 of a line for each, `<sha256>  <location>`,
 * sorted by location: `sha256sum LOCATION… | LC_ALL=C sort -k 2 | sha256sum`.
 */
export const externalData = z.strictObject({
  files: z.int().positive(),
  bytes: z.int().nonnegative(),
  digest,
});
export type ExternalData = z.infer<typeof externalData>;

/** A file that was judged, by content. `reference` is what the user wrote, such as `git:origin/main:model.onnx`. */
export const subject = z.strictObject({
  reference: foreign,
  /** What the reference stood for when it was fetched, such as `commit …`, a tag or a run. Absent for a path. */
  resolved: foreign.optional(),
  /** When that was made, by the place it came from. */
  created: z.iso.datetime().optional(),
  digest,
  bytes: z.int().nonnegative(),
  /** Absent for a model that stands alone. Files that are unsafe to read are not in it. */
  external: externalData.optional(),
});
export type Subject = z.infer<typeof subject>;

/** Equal for equal models: a model of the same bytes with other weights beside it is another one. */
export const identityOf = ({
  digest,
  external,
}: {
  readonly digest: string;
  readonly external?: { readonly digest: string } | undefined;
}): string => (external ? `${digest} with ${external.digest}` : digest);

/** A confidence interval. `method` names how it was made, such as `DeLong` or `paired t over groups`. */
export const interval = z.strictObject({
  lower: z.number(),
  upper: z.number(),
  confidence: z.number().gt(0).lt(1),
  method: z.string().max(80),
});
export type Interval = z.infer<typeof interval>;

/** What every document starts with. `model` is the name in the policy. */
export const header = {
  tool,
  created: z.iso.datetime(),
  model: foreign,
};
