/** Registries of images. */
import type { Digest } from '../core/documents/common.ts';
import type { ImageName } from '../core/image/image-name.ts';
import type { LayerFile } from '../core/image/layer-files.ts';

/** What a registry asks before it gives or takes. */
export interface RegistryAuthorization {
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
  /** Gets what a refusal (401) asks for. False when there is nothing to get, so that asking again is of no use. */
  challenged(refusal: { readonly headers: Readonly<Record<string, string | undefined>> }): Promise<boolean>;
}

/** Bytes that can be read again, from any place: an upload that broke off goes on where it was. */
export interface Blob {
  readonly digest: Digest;
  readonly bytes: number;
  open(from: number): NodeJS.ReadableStream;
}

export interface Layers {
  /** A layer of these files, the same bytes for the same content. `epoch`: seconds, of every file. `file-missing`. */
  pack(files: readonly LayerFile[], epoch: number): Promise<Blob>;
  /** One file as it is. `file-missing`. */
  file(file: LayerFile): Promise<Blob>;
}

/** One repository of a registry. Everything throws `registry-failed` with what it answered. */
export interface ImageRepository {
  /** The manifest of a tag or a digest, as it is stored; null where there is none. */
  manifest(version: string): Promise<{
    readonly digest: Digest;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  } | null>;
  /** A small blob, such as a configuration. `digest-mismatch`. */
  blob(digest: Digest): Promise<Uint8Array>;
  /** A blob of any size, from its byte `from` on. Nobody has checked what comes. */
  stream(digest: Digest, from: number): NodeJS.ReadableStream;
  /**
   * Makes sure that it is there. `from`: another repository of the registry that may have it, so that nothing is sent.
   * Returns the bytes that were sent.
   */
  ensure(blob: Blob, from?: string): Promise<number>;
  /** As `ensure`, for bytes at hand. */
  keep(bytes: Uint8Array): Promise<{ readonly digest: Digest; readonly sent: number }>;
  /** `tag` null: under its digest alone. Returns the digest. */
  put(manifest: Uint8Array, mediaType: string, tag: string | null): Promise<Digest>;
}

export interface ImageRegistries {
  open(name: Pick<ImageName, 'registry' | 'repository'>): ImageRepository;
}
