/** What the models see of a session. Training uses {@link encode}; onnx.ts builds the same thing as a graph. */
import { log } from './exact.ts';
import type { Session } from './generate.ts';

/** Columns that are scaled to mean 0 and deviation 1, after ln(1 + x) where `log` says so. Those come first. */
export const SCALED = [
  { column: 'price', type: 'float', log: true },
  { column: 'dwell_seconds', type: 'float', log: true },
  { column: 'n_views', type: 'int64', log: true },
  { column: 'cart_adds', type: 'int64', log: true },
  { column: 'discount', type: 'float', log: false },
  { column: 'popularity', type: 'float', log: false },
] as const;

/** Columns that become one 0/1 feature per code 1 … `codes`; an unknown code is all zeros. */
export const ONE_HOT = [
  { column: 'region', codes: 6 },
  { column: 'month', codes: 12 },
] as const;

/** Text column that becomes 1 for `returning` and 0 for anything else. */
export const FLAG = { column: 'visitor_type', is: 'returning' } as const;

/** Features in order: the scaled ones, the flag, the one-hot groups. */
export const WIDTH = SCALED.length + 1 + ONE_HOT.reduce((sum, { codes }) => sum + codes, 0);

/** Rows of {@link WIDTH} features, row-major, and a 0/1 label each. */
export interface Table {
  readonly features: Float64Array;
  readonly label: Float64Array;
  /** Of the scaled columns, in their order; the graph subtracts and divides by them. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** Measures the scaling on these sessions and applies it to them. */
export function encode(sessions: readonly Session[]): Table {
  const raw = SCALED.map(({ column, log: isLog }) =>
    Float64Array.from(sessions, (session) => (isLog ? log(1 + session[column]) : session[column])),
  );
  const mean = raw.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  const deviation = raw.map((values, i) =>
    Math.sqrt(
      values.reduce((sum, value) => sum + (value - mean[i]!) * (value - mean[i]!), 0) / values.length,
    ),
  );
  const features = new Float64Array(sessions.length * WIDTH);
  for (const [row, session] of sessions.entries()) {
    let at = row * WIDTH;
    for (const [i, values] of raw.entries()) features[at++] = (values[row]! - mean[i]!) / deviation[i]!;
    features[at++] = session[FLAG.column] === FLAG.is ? 1 : 0;
    for (const { column, codes } of ONE_HOT) {
      features[at + session[column] - 1] = 1;
      at += codes;
    }
  }
  return { features, label: Float64Array.from(sessions, ({ purchased }) => purchased), mean, deviation };
}
