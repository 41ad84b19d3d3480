/** Charts of an evaluation's scores. */
import type { Curves, ModelCurves } from '../../documents/curves.ts';
import type { Churn, Evaluation } from '../../documents/evaluation.ts';
import { formatCount, formatPercent, formatScore } from '../format.ts';
import { metricName } from '../rule-view.ts';
import type { Axis, Chart, HistogramChart, LineChart, LinePoint, Role } from './chart.ts';

const UNIT: readonly [number, number] = [0, 1];
const share = (label: string): Axis => ({ label, domain: UNIT, tick: shortScore });

/** In the order of the page; none where the document has no curves. */
export function scoreCharts({ curves, metrics, churn }: Evaluation): Chart[] {
  if (!curves) return [];
  const known = (id: string) => metrics.find(({ metric, slice }) => metric === id && slice === null);
  const told = (id: string, name: string) => {
    const { candidate, baseline } = known(id) ?? {};
    if (typeof candidate !== 'number') return '';
    const other = typeof baseline === 'number' ? `, the baseline ${formatScore(baseline)}` : '';
    return ` ${name}: the candidate ${formatScore(candidate)}${other}.`;
  };
  return [
    ...curve(curves, 'roc', {
      title: 'ROC curve',
      description: `True-positive rate against false-positive rate over all thresholds; nearer to the top left is better.${told('auc', 'Area under the curve')}`,
      x: share('False-positive rate'),
      y: share('True-positive rate'),
      diagonal: true,
    }),
    ...curve(curves, 'precisionRecall', {
      title: 'Precision–recall curve',
      description: `Precision against recall over all thresholds; nearer to the top right is better.${told('ap', 'Average precision')}`,
      x: share('Recall'),
      y: share('Precision'),
      diagonal: false,
    }),
    ...reliability(curves),
    ...groups(churn?.winTieLoss ?? []),
    ...distributions(curves),
  ];
}

/** Three decimals, without the zeros at their end: as many as a tick needs. */
function shortScore(value: number): string {
  return formatScore(
    value,
    [0, 1, 2].find((decimals) => Number(value.toFixed(decimals)) === Number(value.toFixed(3))) ?? 3,
  );
}

function armsOf(curves: Curves): { name: string; role: Role; of: ModelCurves }[] {
  const { candidate, baseline } = curves;
  return [
    ...(baseline ? [{ name: 'Baseline', role: 'baseline' as const, of: baseline }] : []),
    { name: 'Candidate', role: 'candidate' as const, of: candidate },
  ];
}

function curve(
  curves: Curves,
  which: 'roc' | 'precisionRecall',
  more: Pick<LineChart, 'title' | 'description' | 'x' | 'y' | 'diagonal'>,
): LineChart[] {
  const series = armsOf(curves).flatMap(({ name, role, of }) => {
    const points = of[which]?.map(([x, y]): LinePoint => ({ x, y }));
    return points && points.length > 0 ? [{ name, role, points }] : [];
  });
  return series.length === 0 ? [] : [{ kind: 'lines', ...more, dots: false, series }];
}

function reliability(curves: Curves): LineChart[] {
  const series = armsOf(curves).flatMap(({ name, role, of }) => {
    const points = of.reliability?.map(
      ({ score, rate, lower, upper }): LinePoint => ({ x: score, y: rate, lower, upper }),
    );
    return points && points.length > 0 ? [{ name, role, points }] : [];
  });
  if (series.length === 0) return [];
  const most = Math.max(...series.flatMap(({ points }) => points.flatMap(({ x, upper }) => [x, upper!])));
  const domain: readonly [number, number] = [0, Math.min(1, most * 1.05 || 1)];
  return [
    {
      kind: 'lines',
      title: 'Reliability diagram',
      description: `Rate of label 1 against the mean score, in bins of equal weight with ${formatPercent(curves.confidence, 0)} intervals. On the diagonal, scores are the rates they promise; below it they promise too much.`,
      x: { ...share('Mean score'), domain },
      y: { ...share('Rate of label 1'), domain },
      diagonal: true,
      dots: true,
      series,
    },
  ];
}

function groups(all: Churn['winTieLoss']): Chart[] {
  if (all.length === 0) return [];
  const [first] = all;
  return [
    {
      kind: 'shares',
      title: 'Groups won, tied and lost',
      description: `On how many groups the candidate is better than the baseline, equal, or worse. By ${metricName(first!.metric)}: ${formatCount(first!.wins)} better, ${formatCount(first!.ties)} equal, ${formatCount(first!.losses)} worse.`,
      x: { label: 'Share of groups', domain: UNIT, tick: (value) => formatPercent(value, 0) },
      rows: all.slice(0, 12).map(({ metric, wins, ties, losses }) => ({
        name: metricName(metric),
        counts: { better: wins, equal: ties, worse: losses },
      })),
    },
  ];
}

const COUNTS = {
  'Scores of rows with label 1': ({ positives }: ModelCurves['scoreHistogram']) => positives,
  'Scores of rows with label 0': ({ counts, positives }: ModelCurves['scoreHistogram']) =>
    positives && counts.map((count, i) => count - (positives[i] ?? 0)),
  'Scores of all rows': ({ counts, positives }: ModelCurves['scoreHistogram']) => (positives ? null : counts),
} as const;

function distributions(curves: Curves): HistogramChart[] {
  return Object.entries(COUNTS).flatMap(([title, countsOf]): HistogramChart[] => {
    const series = armsOf(curves).flatMap(({ name, role, of }) => {
      const shares = sharesOf(countsOf(of.scoreHistogram));
      return shares ? [{ name, role, shares }] : [];
    });
    if (series.length === 0) return [];
    return [
      {
        kind: 'histogram',
        title,
        description:
          'How the scores of each model are spread, in bars of equal width; each model adds up to 100%.',
        x: { label: 'Score', tick: shortScore },
        y: { label: 'Share of rows', tick: shortPercent },
        edges: curves.candidate.scoreHistogram.edges,
        series,
      },
    ];
  });
}

const shortPercent = (value: number) =>
  formatPercent(value, Number((value * 100).toFixed(0)) === Number((value * 100).toFixed(1)) ? 0 : 1);

/** Null for none at all. */
export function sharesOf(counts: readonly number[] | null): number[] | null {
  const whole = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
  return counts && whole > 0 ? counts.map((count) => count / whole) : null;
}
