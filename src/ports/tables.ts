/** Tables: holdouts in, scores out. */
import type { Digest } from '../core/documents/common.ts';
import type {
  AreaSums,
  Feature,
  FeatureMeans,
  Linear,
  ScoreSurvey,
} from '../core/metrics/out-of-core/features.ts';
import type { Scores } from '../core/metrics/scores.ts';
import type { ColumnDrift } from '../core/quality/drift.ts';
import type { SliceCodes } from '../core/scoring/slices.ts';
import type { ColumnInfo, ColumnRequest, ColumnValues, ReadRequest, Tensor } from '../core/scoring/types.ts';

/** Which rows of a source count. All of these together: first `where`, then `sample`, then `limit`. */
export interface Selection {
  /** A DuckDB condition. */
  readonly where?: string | undefined;
  /** Rows drawn by a hash of seed and position, the same on every machine: a share below 1, or how many. */
  readonly sample?: { readonly size: number; readonly seed: number } | undefined;
  /** The first rows alone. */
  readonly limit?: number | undefined;
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
  read(requests: readonly ReadRequest[], batchRows: number, span?: RowSpan): AsyncIterable<RowBatch>;
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
  /** Columns of `source` against the same ones of `baseline`, in the order of `columns`. Throws as `profile` does for `source`. */
  compareColumns(
    source: RowSource,
    baseline: RowSource,
    columns: readonly string[],
  ): Promise<readonly ColumnDrift[]>;
  /** How many rows of `source` have the values of some row of `other` in all these columns. Throws as `profile` does. */
  countShared(source: RowSource, other: RowSource, columns: readonly string[]): Promise<number>;
  /**
   * SHA-256 over every file of the source in its fixed order; of a query over its text and the files that it reads.
   * `open`: why rows may change while the digest does not; null when they cannot.
   */
  identify(source: RowSource): Promise<{
    readonly digest: Digest;
    readonly files: readonly string[];
    readonly open: string | null;
  }>;
}
