/** Charts of rules: slices side by side, times per call, values over past runs. */
import type { HistoryEntry } from '../../documents/history.ts';
import type { Measurement } from '../../documents/index.ts';
import { formatDelta, formatDuration, formatPercent, formatScore, plural } from '../format.ts';
import type { RuleView } from '../rule-view.ts';
import { metricName } from '../rule-view.ts';
import { safeName } from '../safe-text.ts';
import { rankOf, statusOf } from '../status.ts';
import type { ForestChart, HistogramChart, LineChart, Role } from './chart.ts';
import { sharesOf } from './score-charts.ts';

const MOST_SLICES = 30;
const SLICE_NAME = 26;

/** For each metric the slices with an interval, the worst first; the thirty that matter most. */
export function sliceCharts(rules: readonly RuleView[]): ForestChart[] {
  const metrics = new Map<string, RuleView[]>();
  for (const rule of rules)
    if (
      rule.strip &&
      (rule.slice !== null || rules.some(({ metric, slice }) => slice !== null && metric === rule.metric))
    )
      metrics.set(rule.metric, [...(metrics.get(rule.metric) ?? []), rule]);
  return [...metrics].map(([metric, all]) => {
    const sorted = all.toSorted(
      (a, b) =>
        Number(a.slice !== null) - Number(b.slice !== null) ||
        rankOf(a.status) - rankOf(b.status) ||
        a.strip!.delta - b.strip!.delta,
    );
    const shown = sorted.slice(0, MOST_SLICES);
    const more = sorted.length - shown.length;
    return {
      kind: 'forest',
      title: `${metric} by slice`,
      description: `Difference from the baseline with its interval; right of zero is better, left of the dashed mark loses more than may be lost.${more > 0 ? ` ${plural(more, 'more slice')} in the table below.` : ''}`,
      x: { label: `Difference in ${metric} (right is better)`, tick: shortDelta },
      rows: shown.map(({ slice, status, strip }) => ({
        name: slice === null ? 'all rows' : safeName(slice, SLICE_NAME),
        status,
        ...strip!,
      })),
    };
  });
}

/** Four decimals, without the zeros at their end. */
function shortDelta(value: number): string {
  const enough = [0, 1, 2, 3].find(
    (decimals) => Number(value.toFixed(decimals)) === Number(value.toFixed(4)),
  );
  return formatDelta(value, enough ?? 4);
}

const ARMS: readonly { readonly name: string; readonly role: Role }[] = [
  { name: 'Control', role: 'control' },
  { name: 'Baseline', role: 'baseline' },
  { name: 'Candidate', role: 'candidate' },
];

export function latencyCharts(document: Measurement): HistogramChart[] {
  if (document.schema !== 'onnx-gate/benchmark/v1') return [];
  return (document.histograms ?? []).flatMap((one): HistogramChart[] => {
    const series = ARMS.flatMap(({ name, role }) => {
      const shares = sharesOf(one[role]);
      return shares ? [{ name, role, shares }] : [];
    });
    if (series.length === 0) return [];
    return [
      {
        kind: 'histogram',
        title: `Time per call, batch ${one.batch}`,
        description: `How long calls took with ${plural(one.threads, 'thread')}. The control is the baseline against itself: what the machine alone does.`,
        x: { label: 'Time per call', scale: 'log', tick: formatDuration },
        y: { label: 'Share of calls', tick: (value) => formatPercent(value) },
        edges: one.edges,
        series,
      },
    ];
  });
}

const MOST_TRENDS = 12;

/** The candidate's value of each rule of a model over past runs, two at least. */
export function trendCharts(history: readonly HistoryEntry[], model: string): LineChart[] {
  const trends = new Map<
    string,
    { readonly unit: string; readonly series: Map<Role, LineChart['series'][number]['points'][number][]> }
  >();
  for (const { created, models } of history) {
    for (const rule of models.find(({ name }) => name === model)?.rules ?? []) {
      const trend = trends.get(rule.metric) ?? { unit: rule.unit, series: new Map() };
      trends.set(rule.metric, trend);
      const x = Date.parse(created);
      const add = (role: Role, y: number | null, more = {}) => {
        if (y !== null) trend.series.set(role, [...(trend.series.get(role) ?? []), { x, y, ...more }]);
      };
      add('baseline', rule.baseline);
      add('candidate', rule.value, { status: statusOf(rule) });
    }
  }
  return [...trends]
    .filter(([, { series }]) => (series.get('candidate')?.length ?? 0) > 1)
    .slice(0, MOST_TRENDS)
    .map(([metric, { unit, series }]) => {
      const points = series.get('candidate')!;
      const tick = unit === 'seconds' ? formatDuration : (value: number) => formatScore(value);
      const name = metricName(metric);
      return {
        kind: 'lines',
        title: `${name} over ${plural(points.length, 'run')}`,
        description: `From ${tick(points[0]!.y)} to ${tick(points.at(-1)!.y)}, lowest ${tick(Math.min(...points.map(({ y }) => y)))}, highest ${tick(Math.max(...points.map(({ y }) => y)))}. Dots show how the rule was judged.`,
        x: { label: 'Run', scale: 'time', tick: dayText },
        y: { label: name, tick },
        diagonal: false,
        dots: true,
        series: ARMS.flatMap(({ name: arm, role }) => {
          const found = series.get(role);
          return found ? [{ name: arm, role, points: found }] : [];
        }),
      };
    });
}

const dayText = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');
