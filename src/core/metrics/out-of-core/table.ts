/** The metrics that can be computed without holding the rows: areas, and functions of weighted means. */
import { epsilonOf } from '../clipping.ts';
import { oneClass } from '../functional.ts';
import type { MetricOptions } from '../prepared.ts';
import { divide } from '../zero-division.ts';
import type { Feature, ScoreSurvey } from './features.ts';

export interface MeansMetric {
  readonly kind: 'means';
  features(options: MetricOptions, survey: ScoreSurvey): readonly Feature[];
  /** From the features' means, in their order; NaN where undefined. Null: the mean of the only feature itself. */
  readonly value: ((means: readonly number[], convention: MetricOptions['convention']) => number) | null;
  /** The share of rows that the value is, in means: these rows, of those. */
  share?(means: readonly number[]): readonly [these: number, those: number];
  /** Why it is undefined; null where it is not known before the means are. */
  undefinedBecause?(options: MetricOptions, survey: ScoreSurvey): string | null;
  /** Why `value` is NaN. */
  readonly reason?: string;
}

/** AUC, or a linear function of it. */
interface AreaMetric {
  readonly kind: 'area';
  readonly scale: number;
  readonly offset: number;
}

export type OutOfCoreMetric = MeansMetric | AreaMetric;

const mean = (feature: (options: MetricOptions) => Feature): MeansMetric => ({
  kind: 'means',
  features: (options) => [feature(options)],
  value: null,
});

const logLoss = ({ convention }: MetricOptions): Feature => ({
  kind: 'log-loss',
  epsilon: epsilonOf(convention),
});

const decision = ({ at, convention }: MetricOptions) => ({ at: at!, inclusive: convention.op === 'ge' });

function entropyRatio(title: string, of: (ratio: number) => number): MeansMetric {
  return {
    kind: 'means',
    features: (options) => [logLoss(options), { kind: 'label' }],
    value([loss, rate]) {
      const entropy = -rate! * Math.log(rate!) - (1 - rate!) * Math.log1p(-rate!);
      return of(loss! / entropy);
    },
    undefinedBecause: (_, survey) => singleClass(survey, title),
  };
}

function singleClass({ positiveWeight, negativeWeight, labels }: ScoreSurvey, title: string): string | null {
  return positiveWeight > 0 && negativeWeight > 0 ? null : oneClass(Float64Array.of(labels.least), title);
}

type Cells = (
  cells: { readonly tp: number; readonly fp: number; readonly fn: number; readonly tn: number },
  convention: MetricOptions['convention'],
) => number;

function confusion(of: Cells, reason: string): MeansMetric {
  return {
    kind: 'means',
    features: (options) =>
      ([0, 1] as const).flatMap((truth) =>
        ([0, 1] as const).map((decided): Feature => {
          return { kind: 'cell', truth, decision: decided, ...decision(options) };
        }),
      ),
    value: ([tn, fp, fn, tp], convention) => of({ tn: tn!, fp: fp!, fn: fn!, tp: tp! }, convention),
    reason,
  };
}

/** By name, with the definitions and conventions of the table of metrics. */
export const OUT_OF_CORE: ReadonlyMap<string, OutOfCoreMetric> = new Map<string, OutOfCoreMetric>([
  ['auc', { kind: 'area', scale: 1, offset: 0 }],
  ['gini', { kind: 'area', scale: 2, offset: -1 }],
  ['logloss', mean(logLoss)],
  ['ne', entropyRatio('normalised entropy', (ratio) => ratio)],
  ['rig', entropyRatio('relative information gain', (ratio) => 1 - ratio)],
  ['brier', mean(() => ({ kind: 'squared-error' }))],
  [
    'copc',
    {
      kind: 'means',
      features: () => [{ kind: 'label' }, { kind: 'score' }],
      value: ([clicks, predicted]) => (predicted === 0 ? Number.NaN : clicks! / predicted!),
      reason: 'Every score is 0, so that there are no predicted clicks to divide by.',
    },
  ],
  [
    'accuracy',
    {
      ...mean((options) => ({ kind: 'right', ...decision(options) })),
      share: ([right]) => [right!, 1],
    },
  ],
  [
    'balanced_accuracy',
    {
      ...confusion(({ tp, fp, fn, tn }) => (tp / (tp + fn) + tn / (tn + fp)) / 2, ''),
      undefinedBecause: (_, survey) => singleClass(survey, 'balanced accuracy'),
    },
  ],
  [
    'precision',
    {
      ...confusion(
        ({ tp, fp }, convention) => divide(tp, tp + fp, convention),
        'No row is decided 1, so that precision is 0/0.',
      ),
      share: ([, fp, , tp]) => [tp!, tp! + fp!],
    },
  ],
  [
    'recall',
    {
      ...confusion(
        ({ tp, fn }, convention) => divide(tp, tp + fn, convention),
        'No row has label 1, so that recall is 0/0.',
      ),
      share: ([, , fn, tp]) => [tp!, tp! + fn!],
    },
  ],
  [
    'f1',
    confusion(
      ({ tp, fp, fn }, convention) => divide(2 * tp, 2 * tp + fp + fn, convention),
      'No row has label 1 or is decided 1, so that F1 is 0/0.',
    ),
  ],
  [
    'mcc',
    confusion(
      ({ tp, fp, fn, tn }, convention) =>
        divide(
          tp * tn - fp * fn,
          Math.sqrt(tp + fp) * Math.sqrt(tp + fn) * Math.sqrt(tn + fp) * Math.sqrt(tn + fn),
          convention,
        ),
      'All labels or all decisions are the same, so that the correlation is 0/0.',
    ),
  ],
  [
    'rmse',
    {
      kind: 'means',
      features: () => [{ kind: 'squared-error' }],
      value: ([square]) => Math.sqrt(square!),
    },
  ],
  ['mae', mean(() => ({ kind: 'absolute-error' }))],
  [
    'mape',
    {
      ...mean(() => ({ kind: 'relative-error', epsilon: Number.EPSILON })),
      undefinedBecause: ({ convention }, { zeros, used }) =>
        convention.zero === 'undefined' && zeros > 0
          ? `${zeros} of ${used} rows have label 0; an error relative to 0 has no size.`
          : null,
    },
  ],
  [
    'r2',
    {
      kind: 'means',
      features: (_, { labels }) => [{ kind: 'squared-error' }, { kind: 'label-spread', around: labels.mean }],
      value: ([error, spread]) => 1 - error! / spread!,
      undefinedBecause: (_, { labels }) =>
        labels.least === labels.most
          ? `Every row has label ${labels.least}, so that there is nothing to explain.`
          : null,
    },
  ],
]);
