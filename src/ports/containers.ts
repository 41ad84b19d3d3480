/** Images that run on this machine. */
import type { ImageName } from '../core/image/image-name.ts';
import type { Descriptor } from '../core/image/oci.ts';
import type { Start } from '../core/image/probe/start.ts';

export type ContainerEngine = 'docker' | 'podman' | 'chroot';

/** An image for this machine, as its configuration says how it is started. */
export interface RunnableImage extends Start {
  /** By its digest. */
  readonly name: ImageName;
  readonly layers: readonly Descriptor[];
}

export interface ContainerLimits {
  readonly cpus: number | null;
  /** Bytes. */
  readonly memory: number | null;
}

/** Ends with it, whatever it does then. */
export interface Container extends AsyncDisposable {
  /** `http://127.0.0.1:…`, where its server will listen. */
  readonly address: string;
  /** When its process ended: the exit code, null when it was killed. */
  readonly exited: Promise<number | null>;
  /** Asks it to stop, as an orchestrator does. */
  terminate(): Promise<void>;
  /** The most memory in bytes that its process held until now; null where the system does not tell. */
  peakMemory(): Promise<number | null>;
  /** Files outside of `/tmp` that were made or changed since its start. */
  writes(): Promise<readonly string[]>;
  /** Peers of connections that it opened, and not others to it. */
  connections(): Promise<readonly string[]>;
  /** Its last lines of stderr, oldest first. */
  stderr(): readonly string[];
}

export interface Containers {
  readonly engine: ContainerEngine;
  /** Why this one. */
  readonly why: string;
  /**
   * Runs it with a root that cannot be written, as its own user. Throws `runtime-unavailable`, `image-invalid`,
   * `digest-mismatch` and `registry-failed`.
   */
  start(image: RunnableImage, limits: ContainerLimits): Promise<Container>;
}
