/** What builds Dockerfiles. */
import type { Digest } from '../core/documents/common.ts';
import type { Dockerfile, DockerfileEngine } from '../core/image/dockerfile.ts';
import type { LayerFile } from '../core/image/layer-files.ts';
import type { Blob } from './registries.ts';

export interface EngineBuild extends Dockerfile {
  /** At most one but for buildx. */
  readonly platforms: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Seconds since 1970. */
  readonly epoch: number;
  /** The model's layer, for the named context `model`. */
  readonly model: readonly LayerFile[];
}

/** What was built, on this machine, as an OCI image layout has it: nothing is in a registry yet. */
export interface BuiltLayout extends AsyncDisposable {
  /** Of the manifest or index. */
  readonly root: { readonly digest: Digest; readonly mediaType: string };
  /** `image-invalid` for one that is not there. */
  read(digest: Digest): Promise<Uint8Array>;
  blob(digest: Digest): Promise<Blob>;
  /** What a reader must know about how it was built, in sentences. */
  readonly notes: readonly string[];
}

export interface DockerfileBuilder {
  /** Why it cannot build here, to stand behind a colon; null when it can. */
  missing(): Promise<string | null>;
  /** Throws `image-invalid` with the engine's last words for what does not build. */
  build(inputs: EngineBuild): Promise<BuiltLayout>;
}

export type DockerfileBuilders = { readonly [E in DockerfileEngine]: DockerfileBuilder };
