import { axisX, axisY, dot, gridX, gridY, line, type PlotOptions, ruleX } from '@observablehq/plot';
import type { LineChart, LinePoint } from '../../core/report/charts/chart.ts';
import { LINE, MUTED, ROLE_COLOURS, ROLE_DASHES, STATUS_COLOURS, WIDTH } from './paint.ts';

export function lines({ x, y, series, diagonal, dots }: LineChart): PlotOptions {
  const time = x.scale === 'time';
  const place = { x: ({ x }: LinePoint) => (time ? new Date(x) : x), y: 'y' };
  const corners = [x.domain?.[0] ?? 0, x.domain?.[1] ?? 1];
  return {
    width: WIDTH,
    height: time ? 220 : 340,
    marginLeft: 52,
    marginBottom: 40,
    marginTop: 24,
    marginRight: 14,
    x: { type: time ? 'utc' : 'linear', ...(x.domain && { domain: x.domain }), inset: time ? 8 : 0 },
    y: { ...(y.domain && { domain: y.domain }), ...(y.domain ? {} : { nice: true }) },
    marks: [
      gridX({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
      gridY({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
      axisX({
        label: x.label,
        ticks: 5,
        tickSize: 0,
        labelArrow: 'none',
        labelAnchor: 'center',
        ...(time ? {} : { tickFormat: x.tick }),
      }),
      axisY({ label: y.label, ticks: 5, tickSize: 0, labelArrow: 'none', tickFormat: y.tick }),
      ...(diagonal
        ? [
            line(
              corners.map((at) => [at, at]),
              { stroke: MUTED, strokeWidth: 1, strokeDasharray: '2,4' },
            ),
          ]
        : []),
      ...series.flatMap(({ role, points }) => {
        const ranged = points.filter(({ lower }) => lower !== undefined);
        const colour = ROLE_COLOURS[role];
        return [
          ...(ranged.length > 0
            ? [
                ruleX(ranged, {
                  x: 'x',
                  y1: 'lower',
                  y2: 'upper',
                  stroke: colour,
                  strokeOpacity: 0.45,
                  strokeWidth: 1.5,
                }),
              ]
            : []),
          line(points, {
            ...place,
            stroke: colour,
            strokeWidth: 2,
            strokeLinejoin: 'round',
            ...(ROLE_DASHES[role] && { strokeDasharray: ROLE_DASHES[role] }),
          }),
          ...(dots
            ? [
                dot(points, {
                  ...place,
                  r: role === 'candidate' ? 3.5 : 2.5,
                  fill: ({ status }: LinePoint) => (status ? STATUS_COLOURS[status] : colour),
                  stroke: 'var(--card)',
                  strokeWidth: 1,
                  symbol: role === 'candidate' ? 'circle' : 'square',
                }),
              ]
            : []),
        ];
      }),
    ],
  };
}
