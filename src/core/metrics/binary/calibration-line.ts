/** Slope and intercept of the line that would calibrate the scores. */
import { type RowSums, sumOf } from '../../stats/row-sums.ts';
import { clip, countClipped, EPSILON_NAMES, epsilonOf } from '../clipping.ts';
import { functional, scoresOf } from '../functional.ts';
import type { MetricDefinition } from '../prepared.ts';

interface Line {
  readonly intercept: number;
  readonly slope: number;
}

/**
 * b of P(y = 1) = σ(a + b·logit p), fitted by maximum likelihood (Cox 1958). 1 when calibrated; below 1 the scores are
 * too far from the base rate, as those of an overfitted model. Undefined when the classes do not overlap: the fit
 * is then infinitely steep.
 */
export const calibrationSlope = lineMetric('cal_slope', 'calibration slope', 1, ({ slope }) => slope);

/** a of the same fit: 0 when calibrated. */
export const calibrationIntercept = lineMetric(
  'cal_intercept',
  'calibration intercept',
  0,
  ({ intercept }) => intercept,
);

function lineMetric(
  name: string,
  title: string,
  target: number,
  of: (line: Line) => number,
): MetricDefinition {
  return {
    name,
    title,
    direction: { target },
    tasks: ['binary'],
    needs: 'probabilities',
    grouped: false,
    at: 'none',
    defaultAt: null,
    conventions: { eps: EPSILON_NAMES },
    prepare(scores, arm, { convention }) {
      const p = scoresOf(scores, arm);
      const epsilon = epsilonOf(convention);
      const x = p.map((score) => logit(clip(score, epsilon)));
      const reason =
        'The scores of the two classes do not overlap, so that no line through their logits is the best.';
      const fit = (weight: Float64Array | null) => of(fitLine(scores.label, x, weight));
      const { label, weight } = scores;
      const resampled = { by: 'sums', ...nextLine(fitLine(label, x, weight), label, x, of) } as const;
      const prepared = functional(scores, fit, reason, resampled);
      return prepared.kind === 'functional' ? { ...prepared, clipped: countClipped(p, epsilon) } : prepared;
    },
  };
}

/**
 * One step of Newton's method from the line of all rows, as a function of sums over rows: near enough to the line of a
 * resample, which is as far from it as the rows leave uncertain (the k-step bootstrap with k = 1, Andrews 2002, Econometrica 70:119).
 */
function nextLine(from: Line, label: Float64Array, x: Float64Array, of: (line: Line) => number): RowSums {
  const miss = new Float64Array(x.length);
  const curve = new Float64Array(x.length);
  for (let row = 0; row < x.length; row++) {
    const q = 1 / (1 + Math.exp(-(from.intercept + from.slope * x[row]!)));
    miss[row] = label[row]! - q;
    curve[row] = q * (1 - q);
  }
  const timesX = (values: Float64Array) => values.map((value, row) => value * x[row]!);
  const curveX = timesX(curve);
  return {
    terms: [miss, timesX(miss), curve, curveX, timesX(curveX)].map(sumOf),
    of([a, b, aa, ab, bb]) {
      const determinant = aa! * bb! - ab! ** 2;
      if (!(determinant > 0)) return Number.NaN;
      return of({
        intercept: from.intercept + (bb! * a! - ab! * b!) / determinant,
        slope: from.slope + (aa! * b! - ab! * a!) / determinant,
      });
    },
  };
}

function logit(p: number): number {
  return Math.log(p) - Math.log1p(-p);
}

const UNDEFINED: Line = { intercept: Number.NaN, slope: Number.NaN };
/** A Newton step smaller than this, relative to the parameters, is rounding. */
const SETTLED = 1e-12;
/** Of the loss: a rise this small is rounding. */
const NOISE = 1e-12;
const MOST_STEPS = 100;

/**
 * Newton's method on the concave log likelihood, halving steps that lower it. x is centred and scaled, and the first
 * line is flat at the base rate, where the two parameters do not interact; from there some 6 steps of one pass each
 * suffice, however far off the scores are.
 */
function fitLine(label: Float64Array, x: Float64Array, weight: Float64Array | null): Line {
  const frame = frameOf(label, x, weight);
  if (frame === null) return UNDEFINED;
  const { centre, scale, rate } = frame;
  let at = { a: logit(rate), b: 0 };
  let here = slopesAt(label, x, weight, frame, at);
  for (let step = 0; step < MOST_STEPS; step++) {
    const determinant = here.aa * here.bb - here.ab ** 2;
    const da = (here.bb * here.a - here.ab * here.b) / determinant;
    const db = (here.aa * here.b - here.ab * here.a) / determinant;
    if (!Number.isFinite(da) || !Number.isFinite(db)) return UNDEFINED;
    const settled = Math.abs(da) + Math.abs(db) <= SETTLED * (1 + Math.abs(at.a) + Math.abs(at.b));
    let share = 1;
    let next = { a: at.a + da, b: at.b + db };
    if (settled) {
      at = next;
      break;
    }
    let there = slopesAt(label, x, weight, frame, next);
    while (there.loss > here.loss * (1 + NOISE) && share > SETTLED) {
      share /= 2;
      next = { a: at.a + share * da, b: at.b + share * db };
      there = slopesAt(label, x, weight, frame, next);
    }
    [at, here] = [next, there];
  }
  return { slope: at.b / scale, intercept: at.a - (at.b * centre) / scale };
}

interface Frame {
  readonly centre: number;
  readonly scale: number;
  /** Share of positives. */
  readonly rate: number;
}

/** Mean and spread of x, and the base rate; null when no finite line is the best, which is when the ranges of the classes do not overlap. */
function frameOf(label: Float64Array, x: Float64Array, weight: Float64Array | null): Frame | null {
  const least = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const most = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [total, positive, sum, squares] = [0, 0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    if (w === 0) continue;
    const value = x[row]!;
    const side = label[row]!;
    least[side] = Math.min(least[side]!, value);
    most[side] = Math.max(most[side]!, value);
    total += w;
    positive += w * side;
    sum += w * value;
    squares += w * value * value;
  }
  if (!(least[1]! < most[0]! && least[0]! < most[1]!)) return null;
  const centre = sum / total;
  return { centre, scale: Math.sqrt(squares / total - centre ** 2), rate: positive / total };
}

/** Negative log likelihood of the line a + b·(x − centre)/scale, its downward gradient and its curvature. */
function slopesAt(
  label: Float64Array,
  x: Float64Array,
  weight: Float64Array | null,
  { centre, scale }: Frame,
  at: { readonly a: number; readonly b: number },
) {
  let [loss, a, b, aa, ab, bb] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < x.length; row++) {
    const w = weight === null ? 1 : weight[row]!;
    if (w === 0) continue;
    const z = (x[row]! - centre) / scale;
    const line = at.a + at.b * z;
    const small = Math.exp(-Math.abs(line));
    const q = (line >= 0 ? 1 : small) / (1 + small);
    const miss = w * (label[row]! - q);
    const curve = (w * small) / (1 + small) ** 2;
    loss += w * (Math.max(line, 0) - line * label[row]! + Math.log1p(small));
    a += miss;
    b += miss * z;
    aa += curve;
    ab += curve * z;
    bb += curve * z * z;
  }
  return { loss, a, b, aa, ab, bb };
}
