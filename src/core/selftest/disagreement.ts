/** How much two models of this kind disagree, so that pseudo-models disagree as much. */
import type { Scores } from '../metrics/scores.ts';
import type { Scale } from './scale.ts';

export interface Disagreement {
  /** Standard deviation of the noise on each pseudo-model, on the scale of the scores. */
  readonly noise: number;
  /** Share of the noise's variance that rows of one group have in common. */
  readonly shared: number;
  /** Correlation of the two models' scores on that scale; null where there was only one model, or two alike. */
  readonly correlation: number | null;
}

/** Noise where nothing says how much, in standard deviations of the scores. */
const UNKNOWN = 0.1;

/**
 * The candidate's scores are brought to the baseline's mean and spread first, so that a different calibration is no
 * disagreement: noise = s·√(1 − r), s the baseline's standard deviation and r the correlation. `shared` is the variance
 * component of groups in the one-way analysis of variance of the differences.
 */
export function disagreementOf(scores: Scores, scale: Scale): Disagreement {
  const first = standardized((scores.baseline ?? scores.candidate).map(scale.to));
  const second = scores.baseline === null ? null : standardized(scores.candidate.map(scale.to));
  const difference = second?.values.map((value, row) => value - first.values[row]!) ?? null;
  const spread = difference === null ? 0 : meanSquare(difference);
  if (difference === null || spread < 1e-12)
    return { noise: UNKNOWN * first.deviation, shared: 0, correlation: null };
  return {
    noise: first.deviation * Math.sqrt(spread / 2),
    shared: scores.group === null ? 0 : sharedBy(difference, scores.group),
    correlation: 1 - spread / 2,
  };
}

function standardized(values: Float64Array): { values: Float64Array; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const deviation = Math.sqrt(meanSquare(centred));
  return { values: deviation > 0 ? centred.map((value) => value / deviation) : centred, deviation };
}

function meanSquare(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}

/** Intraclass correlation by the method of moments, for groups of unequal size; within [0, 1]. */
function sharedBy(values: Float64Array, { code, count }: NonNullable<Scores['group']>): number {
  const size = new Float64Array(count);
  const sum = new Float64Array(count);
  for (const [row, value] of values.entries()) {
    size[code[row]!]!++;
    sum[code[row]!]! += value;
  }
  const rows = values.length;
  const mean = sum.reduce((total, one) => total + one, 0) / rows;
  if (count < 2 || rows <= count) return 0;
  let [between, squares] = [0, 0];
  for (let group = 0; group < count; group++) {
    between += size[group]! * (sum[group]! / size[group]! - mean) ** 2;
    squares += size[group]! ** 2;
  }
  const total = values.reduce((all, value) => all + (value - mean) ** 2, 0);
  const within = (total - between) / (rows - count);
  const perGroup = (rows - squares / rows) / (count - 1);
  const component = Math.max(0, (between / (count - 1) - within) / perGroup);
  return component === 0 ? 0 : component / (component + within);
}
