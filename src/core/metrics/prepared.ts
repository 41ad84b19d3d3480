/** What a metric makes of one model's scores, in the form that its inference needs. */
import type { CurveName } from '../stats/curve-areas.ts';
import type { LevelCells } from '../stats/level-cells.ts';
import type { RowSums } from '../stats/row-sums.ts';
import type { Scores } from './scores.ts';

export type Arm = 'candidate' | 'baseline';

/**
 * - `rows`: the metric is the weighted mean of `values`, one per row.
 * - `groups`: the metric is the mean of `values`, one per group, weighted by `weights`; NaN marks a group that the metric
 *   does not define and that drops out.
 * - `auc`: the placements of DeLong decide; nothing to prepare. With `gini`, 2·AUC − 1.
 * - `functional`: anything else that can be computed with row weights multiplied by whole numbers. `value(null)` is the
 *   metric; `value(times)`, `times` one number per row, is the metric of a resample. Sorting and binning are done once,
 *   in the preparation; a call is linear in the rows. NaN where undefined. `resampled` is a shorter way to resamples.
 *
 * `clipped`: how many of the probabilities lay closer to 0 or 1 than the metric can tell, where it clips them.
 */
export type Prepared =
  | { readonly kind: 'rows'; readonly values: Float64Array; readonly clipped?: number }
  | { readonly kind: 'groups'; readonly values: Float64Array; readonly weights: Float64Array }
  | { readonly kind: 'auc'; readonly gini?: true }
  | {
      readonly kind: 'functional';
      readonly value: (times: Float64Array | null) => number;
      readonly resampled?: Resampled;
      readonly clipped?: number;
      /** What the metric is, for rows that all weigh 1: `successes` of `n`. */
      readonly proportion?: { readonly successes: number; readonly n: number };
    };

/**
 * - `sums`: the metric is a function of sums over rows, at least near the value on the rows themselves.
 * - `curve`: it is a number of a curve over all thresholds.
 */
export type Resampled =
  | ({ readonly by: 'sums' } & RowSums)
  | { readonly by: 'curve'; readonly curve: CurveName; readonly at: number; readonly cells: LevelCells };

/** The metric is not defined on these rows. */
export interface Undefined {
  readonly kind: 'undefined';
  readonly reason: string;
}

/** Options of a metric after its id was read: `ndcg@10[gain=exp2]` has at 10 and gain exp2. */
export interface MetricOptions {
  /** The number behind `@`, or null. */
  readonly at: number | null;
  /** Conventions by key, defaults filled in. */
  readonly convention: Readonly<Record<string, string>>;
}

/** A metric as a row of the table. */
export interface MetricDefinition {
  /** What stands before `@`. */
  readonly name: string;
  readonly title: string;
  /** `target` metrics are best at 1 (copc, calibration slope) or 0 (calibration intercept). */
  readonly direction: 'higher' | 'lower' | { readonly target: number };
  readonly tasks: readonly Task[];
  /** `scores`: any finite number that ranks; `probabilities`: in [0, 1]. */
  readonly needs: 'scores' | 'probabilities';
  /** Whether rows must be grouped (user, query). */
  readonly grouped: boolean;
  /** Whether the item of each row must be known, whatever the conventions. */
  readonly items?: true;
  /** What `@` takes: nothing, a whole number from 1 (cut-off or bins), or a number between 0 and 1. */
  readonly at: 'none' | 'count' | 'fraction' | 'threshold';
  /** Used when an id that takes a number has none; null makes it a fault. */
  readonly defaultAt: number | null;
  /** Allowed values by key, the default first. */
  readonly conventions: Readonly<Record<string, readonly string[]>>;
  prepare(scores: Scores, arm: Arm, options: MetricOptions): Prepared | Undefined;
}

export type Task = 'binary' | 'multiclass' | 'regression' | 'ranking';
