import type { Feature } from '../../../core/metrics/out-of-core/features.ts';

/** SQL of a feature over the columns y (label) and `p` (a model's score), both DOUBLE without NULL. */
export function featureSql(feature: Feature, p: string): string {
  switch (feature.kind) {
    case 'label':
      return 'y';
    case 'score':
      return p;
    case 'squared-error':
      return `((${p} - y) * (${p} - y))`;
    case 'absolute-error':
      return `abs(${p} - y)`;
    case 'relative-error':
      return `(abs(${p} - y) / greatest(abs(y), ${number(feature.epsilon)}))`;
    case 'log-loss':
      return logLoss(`least(greatest(${p}, ${number(feature.epsilon)}), ${number(1 - feature.epsilon)})`);
    case 'right':
      return `(CASE WHEN (y = 1) = (${decided(feature, p)}) THEN 1.0::DOUBLE ELSE 0.0::DOUBLE END)`;
    case 'cell':
      return `(CASE WHEN y = ${feature.truth} AND (${decided(feature, p)}) = ${feature.decision === 1} THEN 1.0::DOUBLE ELSE 0.0::DOUBLE END)`;
    case 'label-spread':
      return `((y - ${number(feature.around)}) * (y - ${number(feature.around)}))`;
  }
}

const decided = ({ at, inclusive }: { readonly at: number; readonly inclusive: boolean }, p: string) =>
  `${p} ${inclusive ? '>=' : '>'} ${number(at)}`;

/** DuckDB has no log1p: −ln(1 − p) = −ln(u)·p/(1 − u) with u = 1 − p rounded (Goldberg 1991, theorem 4). */
const logLoss = (p: string) =>
  `(CASE WHEN y = 1 THEN -ln(${p}) WHEN 1 - ${p} = 1 THEN ${p} ELSE -ln(1 - ${p}) * ${p} / (1 - (1 - ${p})) END)`;

/** To the bit; a bare decimal would be a DECIMAL, and integers must not meet in integer arithmetic. */
export const number = (value: number) => `'${value}'::DOUBLE`;
