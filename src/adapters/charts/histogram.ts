import { areaY, axisX, axisY, gridY, line, type PlotOptions } from '@observablehq/plot';
import type { HistogramChart } from '../../core/report/charts/chart.ts';
import { LINE, ROLE_COLOURS, ROLE_DASHES, WIDTH } from './paint.ts';

/** Outlines as steps over a light fill, so that three of them can be told apart. */
export function histogram({ x, y, edges, series }: HistogramChart): PlotOptions {
  const log = x.scale === 'log' && edges[0]! > 0;
  return {
    width: WIDTH,
    height: 250,
    marginLeft: 52,
    marginBottom: 40,
    marginTop: 24,
    marginRight: 14,
    x: { type: log ? 'log' : 'linear', domain: [edges[0]!, edges.at(-1)!] },
    y: { domain: [0, 1.05 * Math.max(...series.flatMap(({ shares }) => shares), 1e-9)] },
    marks: [
      gridY({ stroke: LINE, strokeOpacity: 1, ticks: 4 }),
      axisX({
        label: x.label,
        ticks: 4,
        tickSize: 4,
        tickFormat: x.tick,
        labelArrow: 'none',
        labelAnchor: 'center',
      }),
      axisY({ label: y.label, ticks: 4, tickSize: 0, tickFormat: y.tick, labelArrow: 'none' }),
      ...series.flatMap(({ role, shares }) => {
        const steps = stepsOf(edges, shares);
        const colour = ROLE_COLOURS[role];
        return [
          ...(role === 'control'
            ? []
            : [areaY(steps, { x: '0', y1: 0, y2: '1', fill: colour, fillOpacity: 0.14 })]),
          line(steps, {
            x: '0',
            y: '1',
            stroke: colour,
            strokeWidth: 1.6,
            ...(ROLE_DASHES[role] && { strokeDasharray: ROLE_DASHES[role] }),
          }),
        ];
      }),
    ],
  };
}

function stepsOf(edges: readonly number[], shares: readonly number[]): [number, number][] {
  return shares.flatMap((share, i): [number, number][] => [
    [edges[i]!, share],
    [edges[i + 1]!, share],
  ]);
}
