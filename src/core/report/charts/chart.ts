/** A chart as plain data: what is drawn, what it says to whoever cannot see it, and its numbers as a table. */
import type { Status } from '../status.ts';

export interface Axis {
  readonly label: string;
  readonly domain?: readonly [number, number];
  /** `time`: milliseconds since the epoch. */
  readonly scale?: 'linear' | 'log' | 'time';
  /** A value as text, for ticks and tables. */
  readonly tick: (value: number) => string;
}

/** Whose numbers they are: decides colour and dash. */
export type Role = 'candidate' | 'baseline' | 'control';

interface Common {
  readonly title: string;
  /** What a reader would see, in a sentence or two. */
  readonly description: string;
  readonly x: Axis;
}

export interface LinePoint {
  readonly x: number;
  readonly y: number;
  readonly lower?: number;
  readonly upper?: number;
  /** Colours the dot. */
  readonly status?: Status;
}

export interface LineChart extends Common {
  readonly kind: 'lines';
  readonly y: Axis;
  /** A line from corner to corner: no skill, or perfect calibration. */
  readonly diagonal: boolean;
  readonly dots: boolean;
  readonly series: readonly {
    readonly name: string;
    readonly role: Role;
    readonly points: readonly LinePoint[];
  }[];
}

export interface HistogramChart extends Common {
  readonly kind: 'histogram';
  readonly y: Axis;
  readonly edges: readonly number[];
  /** Shares of each series' own whole, one per bar. */
  readonly series: readonly {
    readonly name: string;
    readonly role: Role;
    readonly shares: readonly number[];
  }[];
}

export interface ForestChart extends Common {
  readonly kind: 'forest';
  /** `delta` and its interval with better above zero. */
  readonly rows: readonly {
    readonly name: string;
    readonly status: Status;
    readonly delta: number;
    readonly lower: number;
    readonly upper: number;
    readonly margin: number | null;
  }[];
}

export const PARTS = ['better', 'equal', 'worse'] as const;

export interface SharesChart extends Common {
  readonly kind: 'shares';
  readonly rows: readonly {
    readonly name: string;
    readonly counts: Readonly<Record<(typeof PARTS)[number], number>>;
  }[];
}

export type Chart = LineChart | HistogramChart | ForestChart | SharesChart;

/** Draws a chart as an SVG element, sized by its `viewBox`. Colours are CSS variables of the page, such as `--candidate`. */
export type Draw = (chart: Chart) => string;

export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const TABLES: { readonly [K in Chart['kind']]: (chart: Extract<Chart, { kind: K }>) => ChartTable } = {
  lines: ({ x, y, series }) => {
    const ranged = series.some(({ points }) => points.some(({ lower }) => lower !== undefined));
    return {
      columns: ['Model', x.label, y.label, ...(ranged ? ['Interval'] : [])],
      rows: series.flatMap(({ name, points }) =>
        points.map((point) => [
          name,
          x.tick(point.x),
          y.tick(point.y),
          ...(ranged ? [rangeText(point.lower, point.upper, y)] : []),
        ]),
      ),
    };
  },
  histogram: ({ x, y, edges, series }) => ({
    columns: [x.label, ...series.map(({ name }) => `${name}: ${y.label}`)],
    rows: edges
      .slice(1)
      .map((upper, i) => [
        `${x.tick(edges[i]!)} to ${x.tick(upper)}`,
        ...series.map(({ shares }) => y.tick(shares[i] ?? 0)),
      ]),
  }),
  forest: ({ x, rows }) => ({
    columns: ['Slice', x.label, 'Interval', 'Most that may be lost', 'Verdict'],
    rows: rows.map(({ name, delta, lower, upper, margin, status }) => [
      name,
      x.tick(delta),
      rangeText(lower, upper, x),
      margin === null ? '' : x.tick(margin),
      status,
    ]),
  }),
  shares: ({ rows }) => ({
    columns: ['Metric', ...PARTS.map((part) => `Groups ${part}`)],
    rows: rows.map(({ name, counts }) => [name, ...PARTS.map((part) => String(counts[part]))]),
  }),
};

/** The chart's numbers. */
export function tableOf(chart: Chart): ChartTable {
  return (TABLES[chart.kind] as (chart: Chart) => ChartTable)(chart);
}

function rangeText(lower: number | undefined, upper: number | undefined, { tick }: Axis): string {
  return lower === undefined || upper === undefined ? '' : `${tick(lower)} to ${tick(upper)}`;
}
