/** Facts about the file that an external tensor names. `location` is as the model wrote it, relative to the model's folder. */
export interface ExternalFacts {
  /** What `lstat` of the final path component says; `unreadable` when permission or the disk stands in the way. */
  readonly kind: 'missing' | 'regular' | 'folder' | 'other' | 'unreadable';
  /** The path, or a folder on the way to it below the model's folder, is a symbolic link. */
  readonly symlink: boolean;
  /** After every link is followed, the file lies inside the model's folder. */
  readonly inside: boolean;
  /** Names the file has on its disk; more than 1 is a hard link. 0 when there is no file. */
  readonly links: number;
  /** Bytes. 0 when there is no regular file. */
  readonly size: number;
  /** Equal for one file under two names. Empty when there is no regular file. */
  readonly file: string;
  /** The first bytes (at most 1,024), to tell a Git LFS or DVC pointer from weights. */
  readonly head: Uint8Array;
}

/** The files beside a model. No method follows a path out of the model's folder. */
export interface ExternalFiles {
  inspect(location: string): Promise<ExternalFacts>;
  /** Bytes of a regular file inside the folder; fewer where it ends. Only called for locations that passed `inspect`. */
  read(location: string, offset: number, length: number): Promise<Uint8Array>;
  /**
   * Goes through the whole of such a file once, in order; null when it could not be read to its end. `visit` does not
   * keep the bytes: their memory is used again. Null asks for the hashes alone.
   */
  scan(
    location: string,
    visit: ((bytes: Uint8Array, at: number) => void) | null,
    hashes: readonly HashName[],
  ): Promise<Hashes | null>;
}

export type HashName = 'sha256' | 'sha1';
/** In hexadecimal digits; those that were asked for. */
export type Hashes = { readonly [name in HashName]?: string };

/** For a model that stands alone, such as bytes in memory: every external file is missing. */
export const noExternalFiles: ExternalFiles = {
  inspect: async () => ({
    kind: 'missing',
    symlink: false,
    inside: true,
    links: 0,
    size: 0,
    file: '',
    head: new Uint8Array(),
  }),
  read: async () => new Uint8Array(),
  scan: async () => null,
};
