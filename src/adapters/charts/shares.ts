import { axisX, axisY, barX, type PlotOptions, text } from '@observablehq/plot';
import type { SharesChart } from '../../core/report/charts/chart.ts';
import { WIDTH } from './paint.ts';

const COLOURS = { better: 'var(--passed)', equal: 'var(--line)', worse: 'var(--failed)' } as const;
const NAMES = ['better', 'equal', 'worse'] as const;

export function shares({ x, rows }: SharesChart): PlotOptions {
  const parts = rows.flatMap(({ name, counts }, at) => {
    const whole = Math.max(
      1,
      NAMES.reduce((sum, part) => sum + counts[part], 0),
    );
    let from = 0;
    return NAMES.map((part) => {
      const start = from;
      from += counts[part] / whole;
      return { at, name, part, x1: start, x2: from, share: counts[part] / whole };
    });
  });
  return {
    width: WIDTH,
    height: 76 + rows.length * 36,
    marginLeft: 96,
    marginBottom: 40,
    marginTop: 24,
    marginRight: 20,
    x: { domain: [0, 1] },
    y: { type: 'band', domain: rows.map((_, at) => at), padding: 0.35 },
    marks: [
      axisX({
        label: x.label,
        ticks: 5,
        tickSize: 4,
        tickFormat: x.tick,
        labelArrow: 'none',
        labelAnchor: 'center',
      }),
      axisY({ label: null, tickSize: 0, tickFormat: (at: number) => rows[at]!.name.slice(0, 14) }),
      barX(parts, {
        x1: 'x1',
        x2: 'x2',
        y: 'at',
        fill: ({ part }) => COLOURS[part as keyof typeof COLOURS],
        insetLeft: 0.5,
        insetRight: 0.5,
        rx: 2,
      }),
      text(
        parts.filter(({ share, part }) => share > 0.12 && part === 'equal'),
        {
          x: ({ x1, x2 }) => (x1 + x2) / 2,
          y: 'at',
          text: ({ share }) => x.tick(share),
          fill: 'var(--text)',
        },
      ),
      text(
        parts.filter(({ share, part }) => share > 0.12 && part !== 'equal'),
        {
          x: ({ x1, x2 }) => (x1 + x2) / 2,
          y: 'at',
          text: ({ share }) => x.tick(share),
          fill: 'var(--card)',
          fontWeight: 600,
        },
      ),
    ],
    color: { type: 'identity' },
  };
}
