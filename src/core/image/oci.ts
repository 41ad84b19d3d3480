/** What images are made of. Source: OCI Image Format Specification 1.1, image-manifest.md, image-index.md and config.md. */
import type { Digest } from '../documents/common.ts';

export const MEDIA = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  /** Not compressed: weights hardly shrink, and a compressed layer holds up every pull. */
  layer: 'application/vnd.oci.image.layer.v1.tar',
} as const;

/** The same things in Docker's own names, which registries still hand out. */
export const DOCKER = {
  manifest: 'application/vnd.docker.distribution.manifest.v2+json',
  index: 'application/vnd.docker.distribution.manifest.list.v2+json',
  config: 'application/vnd.docker.container.image.v1+json',
  layer: 'application/vnd.docker.image.rootfs.diff.tar',
} as const;

export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

export interface Manifest {
  readonly schemaVersion: 2;
  readonly mediaType: string;
  readonly artifactType?: string;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
  readonly subject?: Descriptor;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface Index {
  readonly schemaVersion: 2;
  readonly mediaType: string;
  readonly manifests: readonly (Descriptor & { readonly platform?: Platform })[];
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Of the configuration only what is changed; the rest is carried over as it is. */
export interface ImageConfig extends Platform {
  readonly created?: string;
  readonly config?: { readonly Labels?: Readonly<Record<string, string>> | null };
  readonly rootfs: { readonly type: 'layers'; readonly diff_ids: readonly Digest[] };
  readonly history?: readonly object[];
}

/** The bytes of a manifest or a configuration: what digests are taken of. */
export const jsonBytes = (value: Manifest | Index | ImageConfig | object): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(value));
