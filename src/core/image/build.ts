/** What an image is made of, and what came of it. */
import type { Digest } from '../documents/common.ts';
import type { Dockerfile } from './dockerfile.ts';
import type { ImageName } from './image-name.ts';
import type { LayerModel } from './layer-files.ts';

/** `serving`: a base with the model on top. `model`: the model alone, as an image. `modelpack`: as an artifact. */
export const IMAGE_KINDS = ['serving', 'model', 'modelpack'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

/** The digest of the model's file, and its name: what ties an image to the verdict on its model. */
export const MODEL_DIGEST = 'io.onnx-gate.model.digest';
export const MODEL_NAME = 'io.onnx-gate.model.name';

/** How images are built; the others need a Dockerfile. */
export const ENGINES = ['append', 'buildx', 'docker', 'buildah'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface BuildImage {
  readonly kind: ImageKind;
  /** Null: the model is put on a base, or stands alone. */
  readonly dockerfile: Dockerfile | null;
  /** The one that was asked for; null for the best that is here. */
  readonly engine: EngineName | null;
  readonly target: Pick<ImageName, 'registry' | 'repository'>;
  /** Of `serving` without a Dockerfile. */
  readonly base: ImageName | null;
  readonly model: LayerModel & { readonly digest: Digest; readonly parameters: number | null };
  /** Such as `linux/arm64`. None: those of the base, and of an image without one DEFAULT_PLATFORM. */
  readonly platforms: readonly string[];
  /** The platform of this machine: a base that is for others alone is told. */
  readonly machine: string;
  /** Seconds since 1970: the time of every file, and the image's own. */
  readonly epoch: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface BuiltImage {
  readonly digest: Digest;
  /** Digest of the configuration; null for an index. */
  readonly imageId: Digest | null;
  readonly form: 'image' | 'index' | 'artifact';
  readonly platforms: readonly string[];
  readonly layers: readonly {
    readonly digest: Digest;
    readonly bytes: number;
    readonly kind: 'base' | 'build' | 'model';
  }[];
  readonly base: { readonly reference: string; readonly digest: Digest } | null;
  /** What built it, and why that. */
  readonly engine: { readonly name: EngineName; readonly why: string };
  readonly uploadedBytes: number;
  readonly reusedBytes: number;
  readonly notes: readonly string[];
}

/** ISO 8601, to the second. */
export const timeOf = (epoch: number) => `${new Date(epoch * 1000).toISOString().slice(0, 19)}Z`;
