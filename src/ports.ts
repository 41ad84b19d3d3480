/** What commands need from the outside world. Adapters implement these; tests pass object literals. */

import type { Benchmark } from './core/documents/benchmark.ts';
import type { Digest } from './core/documents/common.ts';
import type { ImageName } from './core/image/image-name.ts';
import type { LayerFile } from './core/image/layer-files.ts';
import type {
  AreaSums,
  Feature,
  FeatureMeans,
  Linear,
  ScoreSurvey,
} from './core/metrics/out-of-core/features.ts';
import type { Scores } from './core/metrics/scores.ts';
import type { ByteSource } from './core/onnx/byte-source.ts';
import type { ExternalFiles } from './core/onnx/external-files.ts';
import type { Reference } from './core/references/reference.ts';
import type { CheckResult } from './core/report/check-run.ts';
import type { SliceCodes } from './core/scoring/slices.ts';
import type {
  ColumnInfo,
  ColumnRequest,
  ColumnValues,
  Signature,
  Tensor,
  Tensors,
} from './core/scoring/types.ts';

export interface Clock {
  /** The current instant, for `created` fields. */
  now(): Date;
}

/** Tensors, columns and rows as core defines them, for adapters. */
export type * from './core/scoring/types.ts';

/** What a stored benchmark needs to be read years later. */
export interface Machine {
  describe(): Omit<Benchmark['environment'], 'runtime' | 'throttled' | 'steal' | 'interruptions' | 'noise'>;
  /** Counters since the machine or the container started; null where the system has none. */
  counters(): MachineCounters;
}

export interface MachineCounters {
  /** Seconds of all processors together: in total, and taken away by the hypervisor. */
  readonly processors: { readonly total: number; readonly stolen: number } | null;
  /** Seconds that the container was held back by its quota. */
  readonly throttled: number | null;
}

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

/** Past verdicts, a JSON line each, at a place that several runs may write to at once. */
export interface History {
  /** Adds one line, which ends with a newline. Nobody else's is lost. `history-unwritable`. */
  append(line: string): Promise<void>;
  /** Every line, in any number of texts; none where there is no such place yet. `history-unreadable`. */
  read(): Promise<readonly string[]>;
}

/** A file that a reference led to, on this machine. */
export interface FoundFile {
  readonly path: string;
  /** What the reference stood for just now, such as a commit, a tag or a run. Absent for a path. */
  readonly resolved?: string;
  /** When that was made, in ISO 8601; absent where nobody says. */
  readonly created?: string;
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

/** Scores of models that were scored before, by a key that names everything they depend on (`scoreKey`). Never throws: it is only a cache. */
export interface ScoreCache {
  /** Path of a Parquet file as `Tables.writeScores` writes it, or null. */
  get(key: string): Promise<string | null>;
  /** Takes the file over: afterwards nothing lies at `path`. */
  put(key: string, path: string): Promise<void>;
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

/** Long work says where it is: a line on a terminal, plain lines in CI. */
export interface Progress {
  /** `done` is the share of the work, 0 to 1, where the whole is known: a bar on a terminal. */
  report(message: string, done?: number): void;
}

export interface Limits {
  /** Wall-clock seconds for one request to the child process. */
  readonly seconds: number;
  /** Resident bytes of the child process. */
  readonly memory: number;
}

/** How a model is loaded. */
export interface OpenOptions {
  /** `all` is the level that services run at, and what is used when nothing is said; `disabled` runs the graph as written. */
  readonly optimization: 'disabled' | 'all';
  /** Refuse declared shapes that contradict the inferred ones, where ONNX Runtime would only warn and drop them. */
  readonly strictShapes: boolean;
  /** Loaded in place of the file's own bytes; faults still name the file. */
  readonly instead?: RewrittenModel;
}

/** A model's bytes with its graph changed. */
export interface RewrittenModel {
  readonly bytes: Uint8Array;
  /** Whether the model refers to files in its folder, and so can be loaded from there only. */
  readonly external: boolean;
}

/** A model held open in a process of its own. Dispose ends the process. */
export interface ModelSession extends AsyncDisposable {
  readonly signature: Signature;
  /** What was changed so that the model can be read, in sentences for the report. Absent: nothing. */
  readonly notes?: readonly string[];
  /**
   * Loads the model again, in the same process, in another way; `run` then uses that. Throws as `ModelRunner.open`
   * does; after `model-rejected` the session goes on as it was.
   */
  reopen(options: OpenOptions): Promise<Signature>;
  /**
   * Runs one batch and fetches the named outputs. Calls queue up; the values of `feeds` are copied before it returns,
   * so that their arrays may be filled again.
   * Throws `model-run-rejected`, `model-crashed`, `model-timeout` or `model-memory`.
   */
  run(feeds: Tensors, outputs: readonly string[]): Promise<Tensors>;
}

/** How sessions are made for timing. */
export type SessionSettings = NonNullable<Benchmark['settings']>;

/** A model with the inputs of one call. */
export interface FedModel {
  readonly path: string;
  readonly feeds: Tensors;
}

/** One fresh process that times calls of both models, interleaved. */
export interface LatencyLaunch {
  readonly candidate: FedModel;
  readonly baseline: FedModel | null;
  /** Decides the order of session creation and of turns. */
  readonly seed: number;
  readonly settings: SessionSettings;
  /** Timed seconds per model. */
  readonly seconds: number;
  /** Timed calls per model, where two seconds are enough for them. */
  readonly minimumCalls: number;
  /** Calls in a row before the turn changes; the first of them is kept apart. */
  readonly callsPerTurn: number;
}

/** Seconds per call, in the order they were made. `control` is a second session of the baseline. */
export interface LatencySamples {
  readonly candidate: Float64Array;
  readonly baseline: Float64Array | null;
  readonly control: Float64Array | null;
  /** Of the calls that came first in their turn. */
  readonly afterSwitch: { readonly candidate: Float64Array; readonly baseline: Float64Array | null };
  /** Whether the warm-up came to rest. */
  readonly steady: boolean;
  /** Times that the process was interrupted for another one, and seconds it ran. */
  readonly interruptions: number;
  readonly seconds: number;
}

/** Seconds and bytes of one fresh process with one model in it. */
export interface FootprintSample {
  readonly load: number;
  readonly firstInference: number;
  /** From the start of the process. */
  readonly firstAnswer: number;
  readonly resident: number;
  /** Null where the system does not tell. */
  readonly peak: number | null;
}

/** Where the time of a model goes, by kind of operator. */
export interface OperatorTimes {
  /** Nodes that ran. */
  readonly nodes: number;
  readonly operators: readonly {
    readonly operator: string;
    readonly nodes: number;
    readonly seconds: number;
  }[];
}

/** Measures one model at a time, each in fresh processes. All throw as `ModelRunner.open` and `run` do. */
export interface ModelMeter {
  footprint(model: FedModel, settings: SessionSettings, limits: Limits): Promise<FootprintSample>;
  /** Calls per second of `clients` at once, each with a session and a thread of its own. */
  throughput(
    model: FedModel,
    load: { readonly clients: number; readonly seconds: number },
    settings: SessionSettings,
    limits: Limits,
  ): Promise<number>;
  /** From ONNX Runtime's profiler. */
  profile(model: FedModel, settings: SessionSettings, limits: Limits): Promise<OperatorTimes>;
}

/** ONNX Runtime, always in a child process under limits. */
export interface ModelRunner {
  /** Name and version of the engine. `runtime-unavailable`. */
  readonly engine: () => Promise<{ readonly name: string; readonly version: string }>;
  /** Throws `model-rejected` (the engine's words in `details`), `model-crashed`, `model-timeout`, `model-memory`, `runtime-unavailable`. */
  open(path: string, limits: Limits, options?: OpenOptions): Promise<ModelSession>;
  /** One launch. Throws as `open` and `run` do. */
  time(launch: LatencyLaunch, limits: Limits): Promise<LatencySamples>;
}

/** Which rows of a source count. All of these together: first `where`, then `sample`, then `limit`. */
export interface Selection {
  /** A DuckDB condition. */
  readonly where?: string | undefined;
  /** Rows drawn by a hash of seed and position, the same on every machine: a share below 1, or how many. */
  readonly sample?: { readonly size: number; readonly seed: number } | undefined;
  /** The first rows alone. */
  readonly limit?: number | undefined;
}

/** A model behind the Open Inference Protocol: Triton, KServe, MLServer or our own server. Dispose closes its connections. */
export interface InferenceEndpoint extends AsyncDisposable {
  /** What answered, for the documents. `version` is null where the server has several and chooses. */
  readonly identity: {
    /** Without user and password. */
    readonly url: string;
    readonly server: { readonly name: string; readonly version: string };
    readonly model: { readonly name: string; readonly version: string | null };
    readonly platform: string;
  };
  /** Whether tensors travel as bytes (`binary_tensor_data`) and not as JSON. */
  readonly binary: boolean;
  readonly signature: Signature;
  isReady(): Promise<boolean>;
  /**
   * One batch; calls may overlap, up to the client's concurrency. The answer has the names, types and counts that
   * were promised. Throws `model-run-rejected`, `model-timeout` and `runtime-unavailable`.
   */
  infer(feeds: Tensors, outputs: readonly string[]): Promise<Tensors>;
}

export interface Endpoints {
  /** Asks what is behind `oip:http…`. Throws `usage-invalid`, `runtime-unavailable`, `model-timeout`, `model-signature`. */
  identify(
    reference: string,
  ): Promise<{ readonly reference: string; readonly digest: Digest; readonly bytes: number }>;
  /**
   * For a load: many connections, and nothing asked twice. `address`: of the Open Inference Protocol
   * (`…/v2/models/NAME`) or of TensorFlow Serving (`…/v1/models/NAME`). Throws what `identify` throws.
   */
  open(
    address: string,
    options: { readonly seconds: number; readonly tensors: 'auto' | 'json' | 'bytes' },
  ): Promise<InferenceEndpoint>;
}

/** Time as it passes, in seconds from some moment. */
export interface Pace {
  now(): number;
  /** Resolves at once for what has passed. */
  until(at: number): Promise<void>;
}

/** Where rows come from: files and globs, or a query over them. */
export type RowSource = ({ readonly files: readonly string[] } | { readonly query: string }) &
  Selection & {
    /** Whether an extension of DuckDB that is needed (`httpfs` for https and s3) may be downloaded. */
    readonly install?: boolean | undefined;
  };

/** Rows that follow one another; `first` is counted from 0. */
export interface RowSpan {
  readonly first: number;
  readonly rows: number;
}

export interface RowBatch {
  /** Position of the first row in the whole table, from 0. */
  readonly first: number;
  readonly rows: number;
  /** One entry per request, in their order. Numbers are overwritten when the next batch is asked for. */
  readonly columns: readonly ColumnValues[];
}

/** An opened table with a fixed row order: files by name, rows as they stand in them. */
export interface RowTable extends AsyncDisposable {
  readonly columns: readonly ColumnInfo[];
  readonly rows: number;
  /**
   * Reads the requested columns of `span`, or of all rows, in batches of `batchRows` rows (the last may be shorter).
   * Throws `column-type` with the first offending value when a cast fails, `holdout-unreadable` otherwise.
   */
  read(requests: readonly ColumnRequest[], batchRows: number, span?: RowSpan): AsyncIterable<RowBatch>;
}

/** One row of the scores table per holdout row (design, section 2). */
export interface ScoreBatch {
  readonly label: Float64Array;
  /** Scores per row, when there is one for each class: `candidate` and `baseline` are then row-major. */
  readonly classes?: number;
  readonly candidate: Float64Array;
  readonly baseline: Float64Array | null;
  readonly weight: Float64Array | null;
  readonly group: readonly string[] | null;
  readonly item?: readonly string[] | null;
  /** Columns that slices are made of: text, null where the row has none. */
  readonly slices?: readonly { readonly name: string; readonly values: readonly (string | null)[] }[];
}

/** Names of the columns of a scores table. */
export interface ScoreColumns {
  readonly label: string;
  readonly candidate: string;
  readonly baseline: string | null;
  readonly weight: string | null;
  readonly group: string | null;
  readonly item?: string | null;
  /** Whether scores stand in one column per class: `candidate_0`, `candidate_1` and so on. */
  readonly perClass?: boolean;
  /** What rows are divided by. A column that is absent is no fault: its entry comes back as null. */
  readonly slices?: readonly ColumnRequest['from'][];
}

/** Scores, with the columns that `ScoreColumns.slices` asked for. */
export interface ScoreTable extends Scores {
  /** By code, the value of the group column. */
  readonly groupNames: readonly string[] | null;
  readonly slices: readonly (SliceCodes | null)[];
}

/** A scores table that is not held in memory. The survey comes first; it is what the other passes work from. */
export interface ScoreSums extends AsyncDisposable {
  /** Throws `value-missing` and `column-type`. */
  survey(task: 'binary' | 'regression'): Promise<ScoreSurvey>;
  means(features: readonly Feature[], survey: ScoreSurvey): Promise<readonly FeatureMeans[]>;
  /** For each: Σ over groups, or rows, of the square and of the cube of the sum of weight × `Linear` in it. */
  moments(
    linears: readonly Linear[],
    survey: ScoreSurvey,
  ): Promise<readonly { readonly squares: number; readonly cubes: number }[]>;
  /** Both classes must be present. */
  areas(survey: ScoreSurvey): Promise<AreaSums>;
}

/** Two tables of scores as one. */
export interface JoinedScores {
  readonly source: RowSource;
  /** Its column with the baseline's score. */
  readonly baseline: string;
}

/** What one column holds. */
export interface ColumnProfile {
  readonly name: string;
  /** Rows without a value, NaN included. */
  readonly missing: number;
  /** About how many different values there are. */
  readonly distinct: number;
  /** As text; null where no row has a value. */
  readonly min: string | null;
  readonly max: string | null;
  /** Whether every value is the same one. */
  readonly constant: boolean;
}

/** A scores table in pieces, so that a run that was killed can go on where it was. */
export interface ScoreParts {
  readonly finished: ReadonlySet<number>;
  /** As `writeScores`. */
  write(index: number, batches: AsyncIterable<ScoreBatch>, first: number): Promise<number>;
  /** Makes one table of the parts 0 to `count` − 1 and removes them. */
  join(path: string, count: number): Promise<void>;
}

/** A tensor of a file: its first dimension counts rows. */
export interface NamedTensor {
  readonly name: string;
  readonly tensor: Tensor;
}

/** Reads files of tensors. Each gives the tensors, or why it could not be read: the end of a sentence about the file. */
export type TensorFiles = Readonly<
  Record<
    'npy' | 'npz' | 'onnx',
    (
      name: string,
      bytes: Uint8Array,
    ) => Promise<{ readonly tensors: readonly NamedTensor[] } | { readonly why: string }>
  >
>;

/** Tables: holdouts in, scores out. */
export interface Tables {
  /** `file-missing`, `file-empty`, `file-kind`, `holdout-empty`, `holdout-unreadable`, `runtime-unavailable`. */
  open(source: RowSource): Promise<RowTable>;
  /**
   * Writes scores as Parquet, replacing the file only when every batch has arrived. Rows are numbered from `first`.
   * Returns how many there are.
   */
  writeScores(path: string, batches: AsyncIterable<ScoreBatch>, first?: number): Promise<number>;
  /** Parts of a scores table that an earlier run with this key has left in `folder`; those of other keys are removed. */
  openParts(folder: string, key: string): Promise<ScoreParts>;
  /**
   * Reads scores made here or elsewhere, in row order. Values are not judged (NaN passes through), but a missing
   * one (NULL) is `value-missing`, an absent column `column-missing` and text in a number column `column-type`.
   */
  readScores(source: RowSource, columns: ScoreColumns): Promise<ScoreTable>;
  /**
   * The candidate's table with the baseline's score of the same key. Keys that are missing, there twice or on one side
   * only are faults, with their count and the first of them.
   */
  joinScores(
    candidate: RowSource,
    baseline: RowSource,
    key: string,
    baselineScore: string,
  ): Promise<JoinedScores>;
  /** Sums over scores of any size. Throws as `readScores` does. */
  openScoreSums(source: RowSource, columns: ScoreColumns): Promise<ScoreSums>;
  /** How many rows there are, and whether they can be evaluated in memory. Throws as `open` does. */
  measureScores(source: RowSource): Promise<{ readonly rows: number; readonly fits: boolean }>;
  /** Looks at columns in one pass. `column-missing`, and as `open` does. */
  profile(
    source: RowSource,
    columns: readonly string[],
  ): Promise<{ readonly rows: number; readonly columns: readonly ColumnProfile[] }>;
  /** How many rows of `source` have the values of some row of `other` in all these columns. Throws as `profile` does. */
  countShared(source: RowSource, other: RowSource, columns: readonly string[]): Promise<number>;
  /** SHA-256 over every file of the source in its fixed order; of the query's text where it is one. */
  identify(source: RowSource): Promise<{ readonly digest: Digest; readonly files: readonly string[] }>;
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

/** A comment that this tool wrote. All throw `permission-missing` and `host-failed`. */
export interface OwnComment {
  readonly id: number;
  /** As it was when it was found. */
  readonly body: string;
  readonly url: string;
  /** As it is now; null when it is gone. */
  read(): Promise<string | null>;
  update(body: string): Promise<void>;
  /** One that is gone already is no error. */
  retire(how: 'delete' | 'hide'): Promise<void>;
  /** Runs `work` while no other process that asks does; `alone` is false where the host cannot promise that. */
  exclusively<T>(work: (alone: boolean) => Promise<T>): Promise<T>;
}

/** The comments on one pull request. */
export interface CommentThread {
  /** Ours that contain `marker` and are not hidden, the oldest first. */
  find(marker: string): Promise<readonly OwnComment[]>;
  /** Never twice, whatever becomes of the answer. */
  create(body: string): Promise<OwnComment>;
}

/** Check runs of the commit that is judged. `permission-missing`, `host-failed`. */
export interface CheckRuns {
  /** In progress from now on. Gives its id. */
  start(name: string): Promise<number>;
  complete(id: number, result: CheckResult): Promise<void>;
}

/** Files that an earlier run left. */
export interface RunArtifact {
  readonly id: number;
  readonly name: string;
  /** Packed. */
  readonly bytes: number;
  readonly digest: string | null;
  readonly url: string;
}

/** `permission-missing`, `host-failed`. */
export interface RunArtifacts {
  /** Of one run, those that have not expired. */
  list(run: number): Promise<readonly RunArtifact[]>;
  /** The zip file, refused beyond `most` bytes. */
  download(artifact: RunArtifact, most: number): Promise<Uint8Array>;
}

/** A run whose result counts as the baseline. */
export interface PassedRun {
  readonly id: number;
  readonly commit: string;
  readonly created: string;
  readonly url: string;
}

/** History of the base branch. `permission-missing`, `host-failed`. */
export interface BaseHistory {
  /** The commit and its ancestors, nearest first. */
  ancestors(commit: string, most: number): Promise<readonly string[]>;
  /** Runs of one workflow on a branch that passed, newest first. */
  passedRuns(workflow: string, branch: string, most: number): Promise<readonly PassedRun[]>;
}

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

/** A layer of an image. */
export interface Layer extends Blob {
  /** Its files, by their path in it. */
  readonly files: readonly { readonly path: string; readonly digest: Digest; readonly bytes: number }[];
}

export interface Layers {
  /** A layer of these files, the same bytes for the same content. `epoch`: seconds, of every file. `file-missing`. */
  pack(files: readonly LayerFile[], epoch: number): Promise<Layer>;
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
