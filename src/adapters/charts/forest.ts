import { axisX, axisY, dot, gridX, type PlotOptions, ruleX, ruleY, tickX } from '@observablehq/plot';
import type { ForestChart } from '../../core/report/charts/chart.ts';
import { LINE, MUTED, STATUS_COLOURS } from './paint.ts';

type Row = ForestChart['rows'][number] & { readonly at: number };

const SYMBOLS = {
  failed: 'times',
  inconclusive: 'triangle',
  warning: 'triangle',
  skipped: 'square',
  passed: 'circle',
} as const;

export function forest({ x, rows: all }: ForestChart): PlotOptions {
  // By place: two slices may share a name that was cut.
  const rows: Row[] = all.map((row, at) => ({ ...row, at }));
  const colour = ({ status }: Row) => STATUS_COLOURS[status];
  const margins = rows.filter(({ margin }) => margin !== null);
  return {
    width: 520,
    height: 64 + rows.length * 24,
    marginLeft: 180,
    marginBottom: 40,
    marginTop: 10,
    marginRight: 34,
    x: { nice: true },
    y: { type: 'band', domain: rows.map(({ at }) => at), padding: 0.3 },
    marks: [
      gridX({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
      axisX({
        label: x.label,
        ticks: 5,
        tickSize: 0,
        tickFormat: x.tick,
        labelArrow: 'none',
        labelAnchor: 'center',
      }),
      axisY({ label: null, tickSize: 0, tickFormat: (at: number) => rows[at]!.name }),
      ruleX([0], { stroke: MUTED }),
      tickX(margins, {
        x: ({ margin }: Row) => -margin!,
        y: 'at',
        stroke: MUTED,
        strokeWidth: 1.5,
        strokeDasharray: '3,2',
        inset: -4,
      }),
      ruleY(rows, {
        y: 'at',
        x1: 'lower',
        x2: 'upper',
        stroke: colour,
        strokeWidth: 2.5,
        strokeLinecap: 'round',
      }),
      dot(rows, {
        y: 'at',
        x: 'delta',
        r: 4,
        fill: colour,
        stroke: colour,
        strokeWidth: 1.5,
        symbol: ({ status }: Row) => SYMBOLS[status],
      }),
    ],
    symbol: { type: 'identity' },
  };
}
