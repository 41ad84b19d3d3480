/** What references lead to, and what is kept of it. */
import type { Digest } from '../core/documents/common.ts';
import type { Reference } from '../core/references/reference.ts';

/** A file that a reference led to, on this machine. */
export interface FoundFile {
  readonly path: string;
  /** What the reference stood for just now, such as a commit, a tag or a run. Absent for a path. */
  readonly resolved?: string;
  /** When that was made, in ISO 8601; absent where nobody says. */
  readonly created?: string;
  /** Of an image, the layer that holds it. */
  readonly layer?: Digest;
  /** A file by its path relative to this one's folder. Null: such files lie there already. */
  readonly beside: ((location: string) => Promise<Found | NotFound>) | null;
}

export type Found = { readonly ok: true; readonly file: FoundFile };

export interface NotFound {
  readonly ok: false;
  /** Why, as the end of a sentence. */
  readonly reason: string;
  /** What to do about it. */
  readonly fix?: string;
  /** Whether it lies with the network or a server, so that another day it may be there. */
  readonly environment: boolean;
}

/** Brings files here from where teams keep them. */
export interface References {
  /** Never throws for what is not there; `digest-mismatch` for bytes that are not those that were promised. */
  find(reference: Reference): Promise<Found | NotFound>;
}

/** Files kept by content, so that nothing is fetched twice. A folder with a size cap: what was not used for longest goes first. */
export interface Blobs {
  /** Where the content lies under that name, checked; null when it is not kept. */
  find(digest: Digest, name: string): Promise<string | null>;
  /** A path for a new file. */
  stage(): Promise<string>;
  /** Takes a staged file whose digest is known to be this. `modified` becomes the file's time; without it that is 1970. */
  keep(staged: string, digest: Digest, name: string, modified?: Date): Promise<string>;
  /** A folder that holds copies of these files under these relative names, and nothing else. */
  gather(
    files: readonly { readonly name: string; readonly path: string; readonly digest: Digest }[],
  ): Promise<string>;
}

export interface KeptScores {
  /** Of a Parquet file as `Tables.writeScores` writes it. */
  readonly path: string;
  /** What was known of the model, as text. */
  readonly about: string;
}

/** Scores of models that were scored before, by a key that names everything they depend on (`scoreKey`). Never throws: it is only a cache. */
export interface ScoreCache {
  /** Null where there is none. */
  get(key: string): Promise<KeptScores | null>;
  /** Takes the file over: afterwards nothing lies at `path`. */
  put(key: string, kept: KeptScores): Promise<void>;
}

export interface HttpRequest {
  readonly url: string;
  /** Made anew for each try, since signatures age. They go to this origin only, never along a redirect to another. */
  readonly headers?: () => Promise<Readonly<Record<string, string>>>;
  /** Sent as POST. */
  readonly body?: string;
}

export interface FileRequest extends HttpRequest {
  /** Name of the file to keep. */
  readonly name: string;
  /** In lower-case hexadecimal. Anything else is `digest-mismatch`. */
  readonly sha256?: string;
  readonly md5?: string;
  /** Most bytes; default 64 GiB. */
  readonly maxBytes?: number;
}

/** `status` is null when there was no answer. `reason` names host and path, never a query. */
export interface HttpFailure {
  readonly ok: false;
  readonly status: number | null;
  readonly reason: string;
  /** Whether the failure may pass by itself. */
  readonly again: boolean;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/**
 * HTTP with retries (429, 5xx, lost connections), redirects, the proxies of the environment, and limits.
 * What a server refuses is an answer, not an error.
 */
export interface Downloads {
  /** A small answer, such as of an API. */
  ask(
    request: HttpRequest,
  ): Promise<
    { readonly ok: true; readonly text: string; readonly headers: HttpFailure['headers'] } | HttpFailure
  >;
  /** A file of any size: resumed after a loss, checked, kept by content. Throws `digest-mismatch` and `file-unwritable`. */
  fetch(request: FileRequest): Promise<
    | {
        readonly ok: true;
        readonly path: string;
        readonly digest: Digest;
        readonly headers: HttpFailure['headers'];
      }
    | HttpFailure
  >;
}
