/** A base image and one more layer. */
import type { Digest } from '../documents/common.ts';
import { type Descriptor, DOCKER, type ImageConfig, type Manifest, MEDIA } from './oci.ts';

export interface Appended {
  /** Last in the image, so that everything below it is reused. Not compressed: its digest is that of its content. */
  readonly layer: { readonly digest: Digest; readonly bytes: number };
  /** ISO 8601. Never the time of building: the same inputs give the same digest. */
  readonly created: string;
  /** Who made the layer, for `docker history`. */
  readonly comment: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The configuration of the new image: the base's, with one layer and these labels more. */
export function appendedConfig(
  base: ImageConfig,
  { layer, created, comment, labels }: Appended,
): ImageConfig {
  return {
    ...base,
    created,
    config: { ...base.config, Labels: sorted({ ...base.config?.Labels, ...labels }) },
    rootfs: { ...base.rootfs, diff_ids: [...base.rootfs.diff_ids, layer.digest] },
    history: [...(base.history ?? []), { created, created_by: 'onnx-gate image', comment }],
  };
}

/** In the base's own kind: mixing OCI's names and Docker's in one manifest is not allowed. */
export function appendedManifest(
  base: Manifest,
  config: Pick<Descriptor, 'digest' | 'size'>,
  { layer }: Appended,
  annotations: Readonly<Record<string, string>>,
): Manifest {
  const docker = base.mediaType === DOCKER.manifest;
  return {
    schemaVersion: 2,
    mediaType: base.mediaType,
    config: { ...base.config, ...config },
    layers: [
      ...base.layers,
      { mediaType: docker ? DOCKER.layer : MEDIA.layer, digest: layer.digest, size: layer.bytes },
    ],
    // Docker's manifests have none.
    ...(!docker && { annotations: sorted({ ...base.annotations, ...annotations }) }),
  };
}

/** By name, so that the order in which they were given leaves no trace. */
export function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
