/** What an image is made of, and what came of it. */
import type { Digest } from '../documents/common.ts';
import type { ImageName } from './image-name.ts';
import type { LayerModel } from './layer-files.ts';
import type { Platform } from './oci.ts';

/** `serving`: a base with the model on top. `model`: the model alone, as an image. `modelpack`: as an artifact. */
export const IMAGE_KINDS = ['serving', 'model', 'modelpack'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

/** The digest of the model's file, and its name: what ties an image to the verdict on its model. */
export const MODEL_DIGEST = 'io.onnx-gate.model.digest';
export const MODEL_NAME = 'io.onnx-gate.model.name';

export interface BuildImage {
  readonly kind: ImageKind;
  readonly target: Pick<ImageName, 'registry' | 'repository'>;
  /** Of `serving`. */
  readonly base: ImageName | null;
  readonly model: LayerModel & { readonly digest: Digest; readonly parameters: number | null };
  /** Of the image without a base: a model is the same on every platform. */
  readonly platform: Platform;
  /** Seconds since 1970: the time of every file, and the image's own. */
  readonly epoch: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface BuiltImage {
  readonly digest: Digest;
  readonly form: 'image' | 'index' | 'artifact';
  readonly layers: readonly {
    readonly digest: Digest;
    readonly bytes: number;
    readonly kind: 'base' | 'model';
  }[];
  readonly base: { readonly reference: string; readonly digest: Digest } | null;
  readonly uploadedBytes: number;
  readonly reusedBytes: number;
  readonly notes: readonly string[];
}

/** ISO 8601, to the second. */
export const timeOf = (epoch: number) => `${new Date(epoch * 1000).toISOString().slice(0, 19)}Z`;
