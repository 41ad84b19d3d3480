/** What a metric needs of each row when the rows are not held in memory: plain data, which an adapter turns into SQL. */

/** One number of a row, from its label y and one model's score p. A decision is 1 where p > `at` (≥ with `inclusive`). */
export type Feature =
  | { readonly kind: 'label' | 'score' | 'squared-error' | 'absolute-error' }
  /** |p − y| / max(|y|, `epsilon`). */
  | { readonly kind: 'relative-error'; readonly epsilon: number }
  /** Logarithmic loss of p clipped to [`epsilon`, 1 − `epsilon`]. */
  | { readonly kind: 'log-loss'; readonly epsilon: number }
  /** 1 where the decision is the label. */
  | { readonly kind: 'right'; readonly at: number; readonly inclusive: boolean }
  /** 1 where label and decision are these. */
  | {
      readonly kind: 'cell';
      readonly truth: 0 | 1;
      readonly decision: 0 | 1;
      readonly at: number;
      readonly inclusive: boolean;
    }
  /** (y − `around`)². */
  | { readonly kind: 'label-spread'; readonly around: number };

/** The weighted means of one feature. */
export interface FeatureMeans {
  readonly candidate: number;
  /** Null without a baseline. */
  readonly baseline: number | null;
  /** Rows where one model has 1 and the other 0; null where any value is neither. */
  readonly discordant: { readonly candidateOnly: number; readonly baselineOnly: number } | null;
}

/** One row's term of a linearised difference: Σ over `terms` of factor · (feature − mean), times the row's weight. */
export interface Linear {
  readonly terms: readonly {
    readonly feature: Feature;
    readonly model: 'candidate' | 'baseline';
    readonly factor: number;
    readonly mean: number;
  }[];
}

/** What is known of a scores table after one pass. `used` rows are those of positive weight. */
export interface ScoreSurvey {
  readonly rows: number;
  readonly used: number;
  /** Total weight of used rows, of those with label 1 and of those with label 0. */
  readonly weight: number;
  readonly positiveWeight: number;
  readonly negativeWeight: number;
  /** Rows with label 1, used or not. */
  readonly ones: number;
  /** Used rows with label 0. */
  readonly zeros: number;
  readonly labels: { readonly least: number; readonly most: number; readonly mean: number };
  /** Distinct groups, and those with a used row; null without a group column. */
  readonly groups: { readonly all: number; readonly used: number } | null;
  readonly baseline: boolean;
  readonly weighted: boolean;
  /** The first row of each kind that is not as it must be. */
  readonly offenders: readonly Offender[];
}

/** `outside`: a finite score that is no probability. */
export type OffenderKind =
  | 'label'
  | 'weight'
  | 'candidate'
  | 'baseline'
  | 'candidate-outside'
  | 'baseline-outside';

export interface Offender {
  readonly kind: OffenderKind;
  /** From 1. */
  readonly row: number;
  readonly value: number;
}

/** Sums that DeLong's variance is made of (see core/stats/delong.ts), of used rows. */
export interface AreaSums {
  readonly candidate: number;
  readonly baseline: number | null;
  /** Null without a baseline. By class: rows, or groups that hold one, and Σ of squared deviations over them. */
  readonly spread: {
    readonly positive: { readonly units: number; readonly squares: number };
    readonly negative: { readonly units: number; readonly squares: number };
    /** Σ over groups of the product of both deviations; 0 for independent rows. */
    readonly across: number;
  } | null;
}
