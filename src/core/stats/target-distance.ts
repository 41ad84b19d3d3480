import type { PairedValues } from './curve-bootstrap.ts';
import {
  type BootstrapOptions,
  boundsOf,
  nothing,
  percentileInference,
  spreadOf,
  standardDeviation,
  type Units,
  whyNoInterval,
} from './paired-bootstrap.ts';
import { studentQuantile } from './student.ts';
import type { Inference } from './wald.ts';

/** Level at which a side is known. */
const KNOWN_SIDE = 0.9995;

/** Ends the method where a model's side of the target is uncertain: an interval that then covers every side. */
export const EITHER_SIDE = 'either side of the target';

/**
 * Inference about d = |c| − |b|, c and b the distances of candidate and baseline from the target.
 *
 * d has a kink where a model crosses the target, and there no estimator of it is regular or locally unbiased (Hirano & Porter
 * 2012, Impossibility results for nondifferentiable functionals). So d is never resampled itself, but the smooth sums that it is made of:
 *
 * - Both models on a known side (more than 3.3 of their own standard errors from the target, so that a side is mistaken in
 *   one of 1,000 cases): d = ±c ± b there, with its percentile interval.
 * - One side unknown: d is the smaller or the greater of two such sums. The bound on which it suffices that one of them
 *   holds takes the paired c − b; the other takes the worse of both (intersection–union, Berger 1982).
 * - Both unknown: |d| ≤ |c − b|, whose interval gives both bounds.
 *
 * Where a side is unknown, intervals hold the truth more often than they say, and tests reject less often. Standard error and
 * smallest detectable difference are those of c − b, or of c + b where the models lie on both sides.
 */
export function distanceInference(
  [candidate, baseline]: readonly [number, number],
  values: PairedValues,
  target: number,
  units: Units,
  options: BootstrapOptions,
): Inference {
  const { resamples, confidence } = options;
  const [c, b] = [candidate - target, baseline - target];
  const delta = Math.abs(c) - Math.abs(b);
  const spread = (ofC: number, ofB: number) =>
    spreadOf(values, resamples, (x, y) => ofC * (x - target) + ofB * (y - target));
  const lacking = whyNoInterval(spread(1, -1), units, resamples);
  if (lacking !== null) return nothing(lacking);
  const reach = studentQuantile((1 + confidence) / 2, units.count - 1);
  const interval = (ofC: number, ofB: number) => {
    const at = boundsOf(spread(ofC, ofB));
    return { lower: at(-reach), upper: at(reach) };
  };
  const far = studentQuantile(KNOWN_SIDE, units.count - 1);
  const sideOf = (deviation: number, error: number) =>
    Math.abs(deviation) > far * error ? Math.sign(deviation) : 0;
  const sideC = sideOf(c, standardDeviation(spread(1, 0).sorted));
  const sideB = sideOf(b, standardDeviation(spread(0, 1).sorted));
  const infer = (ofC: number, ofB: number) =>
    percentileInference(ofC * c + ofB * b, spread(ofC, ofB), units, options);
  if (sideC !== 0 && sideB !== 0) {
    return named(
      infer(sideC, -sideB),
      sideC === sideB ? `both ${sideC > 0 ? 'above' : 'below'} the target` : 'on both sides of the target',
    );
  }
  const same = infer(1, -1);
  if (same.interval === null) return same;
  const across = infer(1, 1);
  const bounds =
    sideC !== 0
      ? between(interval(sideC, -sideC), interval(sideC, sideC), 'upper')
      : sideB !== 0
        ? between(interval(sideB, -sideB), interval(-sideB, -sideB), 'lower')
        : around(same.interval);
  return named(
    {
      ...same,
      interval: {
        ...same.interval,
        lower: Math.min(bounds.lower, delta),
        upper: Math.max(bounds.upper, delta),
      },
      p: across.p === null ? null : Math.max(same.p!, across.p),
    },
    EITHER_SIDE,
  );
}

interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** `paired` alone gives the bound `sure`; of the other the worse counts. */
function between(paired: Bounds, across: Bounds, sure: 'lower' | 'upper'): Bounds {
  return sure === 'upper'
    ? { upper: paired.upper, lower: Math.min(paired.lower, across.lower) }
    : { lower: paired.lower, upper: Math.max(paired.upper, across.upper) };
}

function around({ lower, upper }: Bounds): Bounds {
  const most = Math.max(Math.abs(lower), Math.abs(upper));
  return { lower: -most, upper: most };
}

function named(inference: Inference, where: string): Inference {
  const { interval } = inference;
  if (interval === null) return inference;
  return { ...inference, interval: { ...interval, method: `${interval.method}; ${where}` } };
}
