/** Files of this machine, and of model folders. */
import type { Digest } from '../core/documents/common.ts';
import type { ByteSource } from '../core/onnx/byte-source.ts';
import type { ExternalFiles } from '../core/onnx/external-files.ts';

/** Files by path, relative to the working directory. All throw FaultError. */
export interface Files {
  /** `file-missing` when there is none. */
  read(path: string): Promise<Uint8Array>;
  /** The first `bytes` bytes, or fewer when the file is shorter. `file-missing`. */
  head(path: string, bytes: number): Promise<Uint8Array>;
  /** Size and SHA-256 of the content, read as a stream. `file-missing`. */
  identify(path: string): Promise<{ readonly bytes: number; readonly digest: Digest }>;
  /** Files below a folder, by relative path in byte order; links are not followed. `file-missing`. */
  list(folder: string): Promise<readonly string[]>;
  /** Replaces the file in one step, making its folder. `file-unwritable`. */
  write(path: string, content: string | Uint8Array): Promise<void>;
}

/** A model file held open for reading by range, with the files beside it. Dispose closes it. */
export interface ModelFile extends AsyncDisposable {
  readonly source: ByteSource;
  readonly external: ExternalFiles;
}

export interface ModelFiles {
  /** Throws `file-missing` and `file-unreadable`. */
  open(path: string): Promise<ModelFile>;
}
